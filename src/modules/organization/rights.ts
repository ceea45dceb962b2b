import { defineRights } from '#platform/rights.ts'

export const organizationRights = defineRights({
  'organization.read': { vi: 'Xem cơ cấu tổ chức', en: 'See the organisation' },
  'organization.edit-unit': { vi: 'Thêm, sửa, chuyển, kết thúc đơn vị', en: 'Add, edit, move and close units' },
  'organization.edit-counter': { vi: 'Thêm, sửa, đóng quầy', en: 'Add, edit and close counters' },
})
