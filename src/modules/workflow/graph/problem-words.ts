/** The findings in sentences that say what to do. */
import { words } from '#platform/language.ts'
import type { ConditionProblem } from './condition-check.ts'
import type { StructureCode } from './finding.ts'

export type PlainCode =
  | StructureCode
  | 'lane-missing'
  | 'same-lane'
  | 'role-missing'
  | 'role-unknown'
  | 'limit-missing'
  | 'lead-leg-unknown'
  | 'act-unknown'
  | 'name-missing'
  | 'same-condition'
  | 'first-not-reception'
  | 'reception-later'
  | 'return-not-last'
  | 'issue-not-before-return'
  | 'no-appraisal'
  | 'no-signature'

export const plainWords = words({
  vi: {
    'no-start': 'Quy trình chưa có điểm bắt đầu.',
    'extra-start': 'Quy trình chỉ có một điểm bắt đầu; hãy bỏ điểm này.',
    'no-end': 'Quy trình chưa có điểm kết thúc.',
    'same-id': 'Mã này dùng cho hai phần tử; hãy đặt lại một mã.',
    'flow-nowhere': 'Đường nối này không đi từ một bước có thật đến một bước có thật; hãy nối lại hoặc bỏ đi.',
    'same-flow': 'Hai đường nối cùng đi từ một chỗ đến một chỗ; hãy gộp thành một.',
    'into-start': 'Không đường nối nào được quay về điểm bắt đầu.',
    'out-of-end': 'Sau điểm kết thúc không còn đường nối nào.',
    unreachable: 'Từ điểm bắt đầu không có đường đến đây; hãy nối vào quy trình hoặc bỏ đi.',
    'dead-end': 'Hồ sơ đến đây thì không đi tiếp được; hãy nối sang bước sau hoặc điểm kết thúc.',
    endless: 'Từ đây hồ sơ đi vòng mãi, không có đường đến điểm kết thúc.',
    'several-ways': 'Từ đây chỉ đi một đường; muốn rẽ theo điều kiện hãy thêm điểm rẽ nhánh, muốn làm song song hãy thêm điểm tách nhánh.',
    'choice-one-way': 'Điểm rẽ nhánh cần ít nhất hai đường ra.',
    'choice-no-default': 'Điểm rẽ nhánh cần một đường mặc định cho hồ sơ không thỏa điều kiện nào.',
    'choice-two-defaults': 'Điểm rẽ nhánh chỉ có một đường mặc định.',
    'condition-missing': 'Đường ra khỏi điểm rẽ nhánh cần điều kiện, hoặc là đường mặc định.',
    'condition-unexpected': 'Đường nối này không được có điều kiện; điều kiện chỉ đặt ở đường ra, không mặc định, của điểm rẽ nhánh.',
    'fork-one-branch': 'Điểm tách nhánh cần ít nhất hai nhánh.',
    'fork-without-join': 'Các nhánh tách ra ở đây phải gặp lại nhau đủ ở một điểm hợp nhánh.',
    'join-without-fork': 'Điểm hợp nhánh này không có điểm tách nhánh tương ứng.',
    'empty-branch': 'Nhánh này không có việc gì; hãy thêm bước hoặc bỏ nhánh.',
    'join-impossible': 'Số nhánh phải xong lớn hơn số nhánh đang có, hoặc nhỏ hơn 1.',
    'join-lead-unknown': 'Nhánh chủ trì không phải là nhánh của điểm tách tương ứng; hãy chọn lại.',
    'block-crossed': 'Có đường nối đi xuyên qua ranh giới của các nhánh song song; hãy chỉ nối trong cùng một nhánh.',
    'end-in-block': 'Điểm kết thúc không được nằm trong một nhánh song song; hãy hợp nhánh trước rồi mới kết thúc.',
    'tangled-loop': 'Vòng lặp này vào được ở nhiều chỗ; hãy cho đường quay lại về đúng bước đầu của vòng.',
    'instant-loop': 'Vòng lặp này không có bước nào để người làm; hãy thêm một bước vào vòng.',
    'no-legs': 'Liên thông cần ít nhất một cơ quan.',
    'same-leg': 'Hai cơ quan liên thông có cùng một mã; hãy đặt lại một mã.',
    'lane-missing': 'Chưa chọn vai trò thực hiện.',
    'same-lane': 'Hai vai trò của quy trình có cùng một mã; hãy đặt lại một mã.',
    'role-missing': 'Vai trò này chưa gắn với vai trò nào của hệ thống.',
    'role-unknown': 'Hệ thống không có vai trò này; hãy chọn lại.',
    'limit-missing': 'Thời hạn phải lớn hơn 0. Ví dụ: 4 giờ làm việc hoặc 1 ngày làm việc.',
    'act-unknown': 'Bước này cho làm một việc mà hệ thống không có; hãy chọn lại các việc được làm.',
    'lead-leg-unknown': 'Cơ quan chủ trì không có trong danh sách liên thông; hãy chọn lại.',
    'name-missing': 'Hãy đặt tên. Ví dụ: Thẩm định hồ sơ.',
    'same-condition': 'Điều kiện này giống hệt của một đường trước nó nên không bao giờ được đi.',
    'first-not-reception': 'Bước đầu tiên phải là tiếp nhận.',
    'reception-later': 'Chỉ bước đầu tiên là tiếp nhận.',
    'return-not-last': 'Sau bước trả kết quả chỉ còn điểm kết thúc.',
    'issue-not-before-return': 'Ngay sau bước phát hành phải là bước trả kết quả.',
    'no-appraisal': 'Quy trình cần ít nhất một bước thẩm định.',
    'no-signature': 'Quy trình cần một bước ký duyệt.',
  },
  en: {
    'no-start': 'The process has no start.',
    'extra-start': 'The process has one start only; remove this one.',
    'no-end': 'The process has no end.',
    'same-id': 'Two elements have this code; give one of them another.',
    'flow-nowhere': 'This line does not lead from an existing step to an existing step; connect it again or remove it.',
    'same-flow': 'Two lines lead from the same place to the same place; make them one.',
    'into-start': 'No line may lead back to the start.',
    'out-of-end': 'No line may lead on from an end.',
    unreachable: 'The start does not lead here; connect it or remove it.',
    'dead-end': 'A dossier that comes here cannot go on; lead it to a next step or to an end.',
    endless: 'From here a dossier goes round for ever; no way leads to an end.',
    'several-ways': 'One line only leads on from here; add a choice to branch by conditions, or a fork to work in parallel.',
    'choice-one-way': 'A choice needs at least two ways out.',
    'choice-no-default': 'A choice needs a default way for dossiers of which no condition holds.',
    'choice-two-defaults': 'A choice has one default way only.',
    'condition-missing': 'A way out of a choice needs a condition, or is the default.',
    'condition-unexpected':
      'This line may not have a condition; conditions stand only on the ways, other than the default, out of a choice.',
    'fork-one-branch': 'A fork needs at least two branches.',
    'fork-without-join': 'The branches that part here must all come together again at one join.',
    'join-without-fork': 'This join has no fork of its own.',
    'empty-branch': 'There is nothing to do in this branch; add a step or remove it.',
    'join-impossible': 'The number of branches to wait for is more than there are, or less than 1.',
    'join-lead-unknown': 'The lead branch is not a branch of the fork; choose again.',
    'block-crossed': 'A line crosses the border of parallel branches; connect only within a branch.',
    'end-in-block': 'An end may not lie in a parallel branch; join the branches first.',
    'tangled-loop': 'This loop can be entered at several places; lead the way back to its first step.',
    'instant-loop': 'Nobody has anything to do in this loop; add a step to it.',
    'no-legs': 'At least one agency is needed.',
    'same-leg': 'Two agencies have the same code; give one of them another.',
    'lane-missing': 'It has not been chosen which role does this.',
    'same-lane': 'Two roles of the process have the same code; give one of them another.',
    'role-missing': 'This role is not tied to a role of the system.',
    'role-unknown': 'The system has no such role; choose again.',
    'limit-missing': 'The limit must be more than 0. Example: 4 working hours or 1 working day.',
    'act-unknown': 'The step allows an act that does not exist; choose again.',
    'lead-leg-unknown': 'The lead agency is not in the list; choose again.',
    'name-missing': 'Give it a name. Example: Appraisal.',
    'same-condition': 'This condition is the same as that of a way before it, so it is never taken.',
    'first-not-reception': 'The first step must be the reception.',
    'reception-later': 'Only the first step is a reception.',
    'return-not-last': 'Only an end may follow the return of the result.',
    'issue-not-before-return': 'The return of the result must follow right after its issue.',
    'no-appraisal': 'The process needs at least one appraisal.',
    'no-signature': 'The process needs a signature.',
  },
} satisfies { vi: Record<PlainCode, string>; en: Record<PlainCode, string> })

export const fullWords = words({
  vi: {
    'unknown-field': (field: string) => `Điều kiện hỏi trường “${field}” không có trong danh sách trường; hãy chọn lại.`,
    'operator-unfit': (field: string, operator: string) => `Trường “${field}” không so sánh được bằng “${operator}”.`,
    'wrong-type': (field: string) => `Giá trị so sánh với trường “${field}” không đúng kiểu.`,
    'unknown-choice': (field: string, choice: string) => `Trường “${field}” không có lựa chọn “${choice}”.`,
    'empty-group': 'Nhóm điều kiện này chưa có điều kiện nào.',
    overlap: (other: string, example: string) =>
      `Hồ sơ có thể thỏa cả đường này và đường “${other}” (ví dụ: ${example}); khi đó đi đường đứng trước.`,
    'over-limit': (hours: string, limit: string) =>
      `Đường đi dài nhất cộng lại ${hours} giờ làm việc, vượt thời hạn giải quyết theo quy định (${limit} giờ làm việc).`,
  },
  en: {
    'unknown-field': (field: string) => `The condition asks about “${field}”, which is not declared; choose again.`,
    'operator-unfit': (field: string, operator: string) => `“${field}” cannot be compared by “${operator}”.`,
    'wrong-type': (field: string) => `The value compared with “${field}” is of the wrong type.`,
    'unknown-choice': (field: string, choice: string) => `“${field}” has no choice “${choice}”.`,
    'empty-group': 'There is no condition in this group.',
    overlap: (other: string, example: string) =>
      `A dossier may satisfy both this way and “${other}” (for example: ${example}); the first of them is taken.`,
    'over-limit': (hours: string, limit: string) =>
      `The longest way takes ${hours} working hours, more than the legal limit (${limit} working hours).`,
  },
} satisfies Record<'vi' | 'en', Record<ConditionProblem['code'] | 'overlap' | 'over-limit', unknown>>)
