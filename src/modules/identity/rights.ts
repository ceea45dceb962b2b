import { defineRights } from '#platform/rights.ts'

export const identityRights = defineRights({
  'identity.manage-officers': { vi: 'Quản lý cán bộ và tài khoản', en: 'Manage officers and their accounts' },
  'identity.manage-roles': { vi: 'Sửa vai trò và quyền của vai trò', en: 'Edit roles and their rights' },
  'identity.assign-role': { vi: 'Giao và thu hồi vai trò', en: 'Give and end roles' },
  'identity.second-officer': { vi: 'Cử và kết thúc biệt phái', en: 'Second officers and end secondments' },
  'identity.delegate-for-others': { vi: 'Lập và thu hồi ủy quyền thay cán bộ', en: 'Delegate on behalf of officers' },
  'identity.manage-absences': {
    vi: 'Ghi nhận nghỉ, vắng mặt và người làm thay của cán bộ',
    en: 'Record absences of officers and who stands in',
  },
  'identity.manage-tokens': { vi: 'Cấp và thu hồi mã truy cập của đối tác', en: 'Issue and revoke partner tokens' },
  'identity.read-audit': { vi: 'Xem nhật ký hệ thống', en: 'Read the audit trail' },
  'identity.read-party': { vi: 'Tìm và xem tổ chức, cá nhân', en: 'Find and see persons and organisations' },
  'identity.save-party': { vi: 'Ghi thông tin tổ chức, cá nhân', en: 'Save persons and organisations' },
})

/** Of the installation as a whole; they belong to no module and are managed here with the roles. */
export const systemRights = defineRights({
  'system.settings': { vi: 'Sửa tham số hệ thống', en: 'Change system settings' },
})
