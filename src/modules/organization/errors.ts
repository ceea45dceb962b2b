import { defineErrors } from '#platform/errors.ts'

export const organizationErrors = defineErrors({
  'organization.code-taken': {
    status: 409,
    vi: 'Mã này đã thuộc về đơn vị khác.',
    en: 'Another unit already has this code.',
  },
  'organization.cannot-receive': {
    status: 409,
    vi: 'Đơn vị “{unit}” chưa có mã định danh điện tử hoặc đã kết thúc hoạt động nên không tiếp nhận hồ sơ được.',
    en: 'The unit “{unit}” has no agency code or is closed, so it cannot receive dossiers.',
  },
  'organization.below-itself': {
    status: 422,
    vi: 'Không thể chuyển một đơn vị vào đơn vị cấp dưới của chính nó.',
    en: 'A unit cannot be moved below itself.',
  },
  'organization.unit-closed': { status: 409, vi: 'Đơn vị này đã kết thúc hoạt động.', en: 'This unit is closed.' },
  'organization.parent-closed': {
    status: 422,
    vi: 'Đơn vị cấp trên không hoạt động vào ngày đã chọn.',
    en: 'The unit above is not open on that date.',
  },
  'organization.has-open-units': {
    status: 409,
    vi: 'Còn {count} đơn vị cấp dưới đang hoạt động. Hãy kết thúc hoặc chuyển các đơn vị đó trước.',
    en: '{count} units below are still open. Close or move them first.',
  },
  'organization.date-order': { status: 422, vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', en: 'The end must not be before the start.' },
  'organization.change-too-early': {
    status: 422,
    vi: 'Ngày áp dụng phải sau {date}, ngày bắt đầu của tên hoặc mã hiện tại, và không sau hôm nay.',
    en: 'The change must apply after {date}, when the present name or code began, and not after today.',
  },
  'organization.counter-taken': {
    status: 409,
    vi: 'Đơn vị đã có quầy mang số này trong thời gian đó.',
    en: 'The unit already has a counter of this number in that time.',
  },
})
