/** What a person is told about a file that was read. */
import { words } from '#platform/language.ts'

export interface ImportNote {
  code: NoteCode
  /** Id of the element in the file. */
  elementId?: string
  sentence: { vi: string; en: string }
}

type NoteCode = 'too-large' | 'not-bpmn' | 'no-process' | 'other-process' | 'unreadable-parts' | 'unknown-element' | 'condition' | 'unfit'

const noteWords = words({
  vi: {
    'too-large': () => 'Tệp quá lớn. Tối đa 2 triệu ký tự.',
    'not-bpmn': () => 'Tệp này không phải là BPMN 2.0 (XML).',
    'no-process': () => 'Trong tệp không có quy trình nào.',
    'other-process': (name: string) => `Tệp có nhiều quy trình; chỉ lấy quy trình đầu tiên, bỏ “${name}”.`,
    'unreadable-parts': () => 'Có phần trong tệp không đọc được nên bị bỏ qua.',
    'unknown-element': (name: string) => `“${name}” là loại phần tử chưa dùng được nên bị bỏ ra; hãy vẽ lại.`,
    condition: (name: string) => `Điều kiện của đường “${name}” viết bằng ngôn ngữ khác; hãy đặt lại điều kiện.`,
    unfit: () => 'Quy trình trong tệp lớn quá hoặc có giá trị không dùng được.',
  },
  en: {
    'too-large': () => 'The file is too large. Two million characters at most.',
    'not-bpmn': () => 'This file is not BPMN 2.0 (XML).',
    'no-process': () => 'There is no process in the file.',
    'other-process': (name: string) => `The file has several processes; the first is taken, “${name}” is not.`,
    'unreadable-parts': () => 'Parts of the file could not be read and were left out.',
    'unknown-element': (name: string) => `“${name}” is of a kind that cannot be used and was left out; draw it again.`,
    condition: (name: string) => `The condition of the way “${name}” is in another language; set it again.`,
    unfit: () => 'The process in the file is too large or has values that cannot be used.',
  },
} satisfies Record<'vi' | 'en', Record<NoteCode, (name: string) => string>>)

export const noteOf = (code: NoteCode, elementId?: string, name = elementId ?? ''): ImportNote => ({
  code,
  elementId,
  sentence: { vi: noteWords('vi')[code](name), en: noteWords('en')[code](name) },
})
