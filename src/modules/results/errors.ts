import { defineErrors } from '#platform/errors.ts'

export const resultsErrors = defineErrors({
  'results.template-elsewhere': {
    status: 409,
    vi: 'Mẫu “{template}” không dùng cho thủ tục này hoặc đã hết hiệu lực. Hãy chọn mẫu khác.',
    en: 'The template “{template}” is not for this procedure or is no longer in force. Choose another.',
  },
  'results.template-in-past': {
    status: 422,
    vi: 'Mẫu chỉ áp dụng hoặc ngừng áp dụng được từ hôm nay trở đi.',
    en: 'A template can begin or end only from today on.',
  },
  'results.template-code-taken': {
    status: 409,
    vi: 'Mã mẫu này đã có. Hãy mở mẫu đó để tải phiên bản mới, hoặc chọn mã khác.',
    en: 'This template code is taken. Open that template to add a version, or choose another code.',
  },
  'results.nobody-signed': {
    status: 409,
    vi: 'Hồ sơ chưa qua bước ký duyệt nên chưa có người ký để ghi vào kết quả.',
    en: 'Nobody has signed the dossier yet, so the result has no signer.',
  },
  'results.signer-without-title': {
    status: 409,
    vi: 'Chưa biết chức vụ của người ký. Quản trị đơn vị cần ghi chức danh người đứng đầu của {unit}.',
    en: 'The signer’s title is not known. The administrator must enter the head’s title of {unit}.',
  },
})
