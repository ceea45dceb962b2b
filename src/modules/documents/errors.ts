import { defineErrors } from '#platform/errors.ts'

export const documentErrors = defineErrors({
  'documents.not-found': { status: 404, vi: 'Không tìm thấy tài liệu.', en: 'The document could not be found.' },
  'documents.not-yours': {
    status: 403,
    vi: 'Chỉ dùng được tệp do chính bạn tải lên. Hãy tải tệp lên lại.',
    en: 'You can only use files you uploaded yourself. Upload the file again.',
  },
  'documents.template-broken': {
    status: 422,
    vi: 'Mẫu Word có chỗ điền bị lỗi: {reason}. Hãy sửa mẫu rồi tải lên lại.',
    en: 'The Word template has a faulty field: {reason}. Mend it and upload it again.',
  },
  'documents.template-unprintable': {
    status: 422,
    vi: 'Mẫu Word có phần mà bản PDF không thể hiện được: {parts}. Hãy sửa mẫu rồi tải lên lại.',
    en: 'The Word template has parts that the PDF could not show: {parts}. Mend it and upload it again.',
  },
  'documents.template-unknown-fields': {
    status: 422,
    vi: 'Mẫu Word dùng trường mà hệ thống không có: {fields}. Các trường có thể dùng: {known}.',
    en: 'The Word template uses fields the system does not have: {fields}. Fields that can be used: {known}.',
  },
  'documents.template-missing-fields': {
    status: 422,
    vi: 'Chưa đủ dữ liệu để lập văn bản từ mẫu. Còn thiếu: {fields}.',
    en: 'Some data for the template is missing: {fields}.',
  },
  'documents.template-none': {
    status: 404,
    vi: 'Chưa có mẫu Word “{template}” có hiệu lực trong ngày này.',
    en: 'There is no Word template “{template}” in force on this day.',
  },
})
