import { defineRights } from '#platform/rights.ts'

export const intakeRights = defineRights({
  'intake.receive': { vi: 'Tiếp nhận hồ sơ', en: 'Receive a dossier' },
  'intake.return-result': { vi: 'Trả kết quả', en: 'Return a result' },
})
