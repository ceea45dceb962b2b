/** `docs/transitions.md`, from the data. */
import { entryWords } from '../clock/entries.ts'
import { LAW, type LegalBasis } from '../clock/law.ts'
import { DIMENSIONS } from './dimensions.ts'
import { GUARDS } from './guards.ts'
import { LEGAL_PROFILES, type LegalProfile, type NumberedPaper } from './legal-profiles.ts'
import { LIFE_STATES, type LifeStateData, NATIONAL_CODES, type StateClock } from './life-states.ts'
import { TRANSITIONS } from './table.ts'
import { ACTORS, type Transition, type TransitionClock } from './transition.ts'

export function transitionsDocument(): string {
  return [
    '# Trạng thái và chuyển trạng thái của hồ sơ',
    '',
    'Tạo bằng `npm run -s motcua -- transitions > docs/transitions.md`, không sửa tay; `src/modules/dossier/transitions/document.test.ts` kiểm tra bản này còn đúng.',
    'Dữ liệu gốc: `src/modules/dossier/transitions/`. Căn cứ ghi như cách trích dẫn từ 01/7/2025; “kế thừa” nghĩa là nội dung đọc ở Nghị định 61/2018/NĐ-CP, điều tương ứng của',
    'Nghị định 118/2025/NĐ-CP chưa được đối chiếu nguyên văn. Dấu ° : căn cứ thứ cấp; dấu * : quy ước của phần mềm, không phải luật.',
    '',
    '## Trạng thái',
    '',
    ...table(
      ['Trạng thái', 'Tên', 'English', 'Mã quốc gia', 'Thời hạn'],
      Object.entries<LifeStateData>(LIFE_STATES).map(([name, { vi, en, national, clock }]) => [
        code(name),
        vi,
        en,
        national ? `${national} ${NATIONAL_CODES[national].vi}` : '–',
        CLOCKS[clock],
      ]),
    ),
    '',
    '## Chuyển trạng thái',
    '',
    'Từ `nothing`: chưa có hồ sơ. Đến `same`: giữ nguyên; đến `before`: trở về trạng thái trước khi bị ngắt. Quyền `own`: người nộp với hồ sơ của mình, hoặc hệ thống.',
    '',
    ...table(
      ['Dòng', 'Mã', 'Việc', 'Từ', 'Đến', 'Ai làm', 'Quyền', 'Điều kiện', 'Giấy tờ', 'Thời hạn', 'Căn cứ', 'Ở trạng thái khác'],
      TRANSITIONS.map((each: Transition) => [
        each.row,
        code(each.id),
        each.vi,
        each.from.map(code).join(' '),
        `${code(each.to)}${each.interrupts ? ' (nhớ nơi trở về)' : ''}`,
        each.actors.map((actor) => ACTORS[actor].vi).join('; '),
        code(each.right),
        each.guards.map(code).join(' '),
        each.papers.map(code).join(' '),
        each.clock.map(clockWords).join('; '),
        basisWords(LAW[each.basis]),
        each.elsewhere.vi,
      ]),
    ),
    '',
    '## Điều kiện',
    '',
    ...table(
      ['Điều kiện', 'Khi không đạt', 'When not met', 'Căn cứ'],
      Object.entries(GUARDS).map(([name, { vi, en, basis }]) => [code(name), vi, en, basisWords(LAW[basis])]),
    ),
    '',
    '## Bốn chiều của một hồ sơ',
    '',
    'Chiều giải quyết là các trạng thái ở trên. Ba chiều còn lại đi riêng, không gộp vào trạng thái.',
    '',
    ...table(
      ['Chiều', 'Trạng thái', 'Tên', 'Đi tiếp'],
      (['financial', 'delivery', 'exchange'] as const).flatMap((dimension) =>
        Object.entries(DIMENSIONS[dimension].states).map(([name, state]) => [
          DIMENSIONS[dimension].vi,
          code(name),
          state.vi,
          state.next.map(code).join(' '),
        ]),
      ),
    ),
    '',
    '## Bộ biểu mẫu',
    '',
    ...table(
      ['Bộ', 'Từ ngày', 'Đến ngày', 'Mẫu số', 'Mã', 'Tên', 'Khổ'],
      LEGAL_PROFILES.flatMap((profile: LegalProfile) =>
        Object.entries<NumberedPaper | undefined>(profile.forms).flatMap(([name, paper]) =>
          paper
            ? [
                [
                  profile.name,
                  profile.validFrom,
                  profile.validTo ?? '',
                  String(paper.number).padStart(2, '0'),
                  code(name),
                  paper.vi,
                  paper.size,
                ],
              ]
            : [],
        ),
      ),
    ),
    '',
  ].join('\n')
}

const CLOCKS: Record<StateClock, string> = {
  none: '–',
  reception: '08 giờ làm việc để tiếp nhận',
  running: 'đang tính',
  paused: 'tạm dừng, sau đó tính tiếp',
  stopped: 'dừng, sau đó tính lại từ đầu',
  frozen: 'dừng chờ quyết định rút',
  ended: 'đã kết thúc',
}

const SUBJECTS: Record<TransitionClock['clock'], string> = {
  reception: 'tiếp nhận',
  dossier: 'hồ sơ',
  step: 'bước',
  leg: 'cơ quan phối hợp',
  open: 'đang mở',
}

const clockWords = ({ clock, entry, reason }: TransitionClock): string => `${entryWords('vi')[entry]} (${SUBJECTS[clock]}: ${code(reason)})`

const basisWords = ({ vi, evidence }: LegalBasis): string => `${vi}${evidence === 'secondary' ? ' °' : evidence === 'own-rule' ? ' *' : ''}`

const code = (name: string): string => `\`${name}\``

const table = (head: string[], rows: string[][]): string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
