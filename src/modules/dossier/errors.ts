import { defineErrors } from '#platform/errors.ts'

export const dossierErrors = defineErrors({
  'dossier.code-unknown': {
    status: 404,
    vi: 'Không có hồ sơ mang mã này. Hãy kiểm tra lại mã in trên giấy tiếp nhận.',
    en: 'No dossier has this code. Check the code on the receipt.',
  },
  'dossier.agency-code-missing': {
    status: 409,
    vi: 'Đơn vị “{unit}” chưa có mã định danh nên chưa cấp được mã hồ sơ. Hãy báo quản trị đơn vị.',
    en: 'The unit “{unit}” has no agency code, so no dossier code can be issued. Tell the administrator.',
  },
})
