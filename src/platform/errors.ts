/**
 * One error vocabulary. A code is declared once, with its HTTP status and its sentence in both languages; code throws it with `fail`,
 * and the page or the API decides how it is shown. Sentences may hold `{parameters}`.
 */
export interface ErrorKind {
  status: number
  vi: string
  en: string
}

const vocabulary = new Map<string, ErrorKind>()

/** Declares codes (`module.what-is-wrong`) and returns them, so that a typing slip in `fail` does not compile. */
export function defineErrors<const Kinds extends Record<string, ErrorKind>>(kinds: Kinds) {
  for (const [code, kind] of Object.entries(kinds)) vocabulary.set(code, kind)
  return {
    fail(code: keyof Kinds & string, details: ErrorDetails = {}): never {
      throw new AppError(code, details)
    },
    /** Fails unless the condition holds. It does not narrow types (TypeScript asks for annotations that would hide the codes): use `return fail(…)` there. */
    insist(condition: unknown, code: keyof Kinds & string, details: ErrorDetails = {}): void {
      if (!condition) throw new AppError(code, details)
    },
  }
}

export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly fields: Record<string, string>
  readonly parameters: Record<string, string | number>

  constructor(code: string, details: ErrorDetails = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.status = vocabulary.get(code)?.status ?? 500
    this.fields = details.fields ?? {}
    this.parameters = details.parameters ?? {}
  }

  /** The sentence for a person. */
  sentence(language: 'vi' | 'en'): string {
    const kind = vocabulary.get(this.code)
    const text = kind ? kind[language] : this.code
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(this.parameters[name] ?? whole))
  }
}

/** All declared codes; the API documents them and a test checks that both languages are filled. */
export const errorVocabulary = (): ReadonlyMap<string, ErrorKind> => vocabulary

export interface ErrorDetails {
  /** Field name → sentence, shown at the field. */
  fields?: Record<string, string>
  parameters?: Record<string, string | number>
}

export const commonErrors = defineErrors({
  'input.invalid': {
    status: 422,
    vi: 'Có thông tin chưa đúng. Hãy xem lại những chỗ được đánh dấu.',
    en: 'Some information is not right. Check the marked fields.',
  },
  'access.sign-in': { status: 401, vi: 'Bạn cần đăng nhập để tiếp tục.', en: 'Sign in to continue.' },
  'access.denied': {
    status: 403,
    vi: 'Tài khoản của bạn không có quyền làm việc này tại đơn vị này.',
    en: 'Your account may not do this at this unit.',
  },
  'record.not-found': { status: 404, vi: 'Không tìm thấy nội dung bạn cần.', en: 'This could not be found.' },
  'record.changed': {
    status: 409,
    vi: 'Nội dung này vừa được người khác cập nhật. Hãy tải lại trang rồi làm tiếp.',
    en: 'Somebody has just changed this. Reload the page and go on.',
  },
  'request.origin': {
    status: 403,
    vi: 'Yêu cầu không đến từ trang của hệ thống nên không được thực hiện.',
    en: 'The request did not come from a page of this system.',
  },
  'request.too-many': {
    status: 429,
    vi: 'Bạn thao tác quá nhanh. Hãy thử lại sau {seconds} giây.',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'request.too-large': {
    status: 413,
    vi: 'Dữ liệu gửi lên lớn hơn mức cho phép ({limit}).',
    en: 'What was sent is larger than allowed ({limit}).',
  },
  'system.failed': {
    status: 500,
    vi: 'Hệ thống gặp sự cố khi xử lý. Dữ liệu đã lưu không bị mất; hãy thử lại.',
    en: 'The system failed. Nothing saved is lost; try again.',
  },
})
