/** The roles of domain.md §10.6 with their rights, least privilege; every installation begins with them and may change them. */
import type { Queryable } from '#platform/database.ts'

const readsDossiers = [
  'organization.read',
  'catalogue.read',
  'identity.read-party',
  'documents.read',
  'dossier.read',
  'dossier.search',
] as const
const worksOnTasks = [
  'workflow.claim',
  'workflow.complete',
  'workflow.hand-over',
  'workflow.note',
  'workflow.attach',
  'documents.upload',
] as const

export interface SeedRole {
  code: string
  name: string
  nameEn: string
  description: string
  rights: readonly string[]
}

export const seedRoleList: readonly SeedRole[] = [
  {
    code: 'receptionist',
    name: 'Cán bộ tiếp nhận',
    nameEn: 'Receptionist',
    description: 'Hướng dẫn, kiểm tra thành phần, tiếp nhận hồ sơ và in giấy tiếp nhận.',
    rights: [
      'intake.file',
      'intake.request-supplement',
      'intake.refuse',
      'intake.forward',
      'intake.accept-supplement',
      'intake.confirm-payment',
      'intake.request-withdrawal',
      ...readsDossiers,
      ...worksOnTasks,
      'identity.save-party',
      'intake.receive',
      'papers.print',
      'papers.register',
      'papers.hand-over',
    ],
  },
  {
    code: 'return-officer',
    name: 'Cán bộ trả kết quả',
    nameEn: 'Result officer',
    description: 'Trả kết quả, trả lại bản chính và ghi người nhận.',
    rights: [...readsDossiers, ...worksOnTasks, 'intake.return-result', 'papers.print', 'papers.register', 'papers.hand-over'],
  },
  {
    code: 'centre-head',
    name: 'Giám đốc, Trưởng bộ phận Một cửa',
    nameEn: 'Head of the one-stop unit',
    description: 'Theo dõi, đôn đốc, phân công lại việc và quản lý quầy.',
    rights: [
      'intake.stop',
      'intake.request-supplement',
      'intake.decide-supplement',
      'intake.refuse',
      'intake.forward',
      'intake.request-withdrawal',
      'intake.accept-supplement',
      'intake.confirm-payment',
      'settlement.interoperate',
      'settlement.record-loss',
      ...readsDossiers,
      'organization.edit-counter',
      'workflow.note',
      'workflow.reassign',
      'workflow.hand-over-all',
      'workflow.instruct',
      'identity.manage-absences',
      'papers.print',
      'papers.register',
      'papers.hand-over',
      'reporting.read',
      'reporting.export',
    ],
  },
  {
    code: 'division-head',
    name: 'Lãnh đạo phòng',
    nameEn: 'Head of division',
    description: 'Phân công chuyên viên, soát xét kết quả thẩm định.',
    rights: [
      'settlement.propose-supplement',
      'settlement.consult',
      'settlement.interoperate',
      'intake.forward',
      ...readsDossiers,
      ...worksOnTasks,
      'workflow.send-back',
      'workflow.reassign',
      'workflow.hand-over-all',
      'workflow.instruct',
      'identity.manage-absences',
      'workflow.prepare-result',
      'papers.print',
      'reporting.read',
    ],
  },
  {
    code: 'specialist',
    name: 'Chuyên viên thụ lý',
    nameEn: 'Specialist',
    description: 'Thẩm định hồ sơ và dự thảo kết quả.',
    rights: [
      'settlement.propose-supplement',
      'settlement.verify',
      'settlement.consult',
      'settlement.interoperate',
      'settlement.request-payment',
      ...readsDossiers,
      ...worksOnTasks,
      'workflow.send-back',
      'workflow.prepare-result',
      'papers.print',
    ],
  },
  {
    code: 'agency-leader',
    name: 'Lãnh đạo cơ quan',
    nameEn: 'Agency leader',
    description: 'Ký kết quả, theo dõi việc giải quyết của cơ quan.',
    rights: [
      'settlement.ask-supplement',
      'settlement.consult',
      'settlement.request-payment',
      'settlement.refuse',
      'settlement.extend',
      'settlement.stop',
      'settlement.correct-result',
      'settlement.record-loss',
      ...readsDossiers,
      ...worksOnTasks,
      'workflow.send-back',
      'workflow.reassign',
      'workflow.hand-over-all',
      'workflow.instruct',
      'identity.manage-absences',
      'papers.print',
      'papers.register',
      'papers.hand-over',
      'reporting.read',
      'reporting.export',
    ],
  },
  {
    code: 'clerk',
    name: 'Văn thư',
    nameEn: 'Records clerk',
    description: 'Cấp số, đóng dấu, phát hành kết quả và giữ sổ.',
    rights: [
      'settlement.correct-result',
      ...readsDossiers,
      ...worksOnTasks,
      'workflow.send-back',
      'workflow.issue-result',
      'papers.print',
      'papers.register',
      'papers.hand-over',
    ],
  },
  {
    code: 'procedure-controller',
    name: 'Cán bộ kiểm soát thủ tục hành chính',
    nameEn: 'Procedure controller',
    description: 'Công bố danh mục thủ tục, quy trình nội bộ, lịch làm việc; theo dõi và báo cáo.',
    rights: [
      ...readsDossiers,
      'calendar.edit',
      'catalogue.edit',
      'catalogue.publish',
      'catalogue.import',
      'catalogue.edit-offers',
      'workflow.edit-process',
      'workflow.share-view',
      'workflow.bind-process',
      'workflow.publish-process',
      'results.edit-template',
      'papers.print',
      'papers.register',
      'reporting.read',
      'reporting.export',
    ],
  },
  {
    code: 'agency-admin',
    name: 'Quản trị đơn vị',
    nameEn: 'Agency administrator',
    description: 'Quản lý đơn vị, cán bộ, vai trò và lịch của đơn vị mình; không xem nội dung hồ sơ.',
    rights: [
      'organization.read',
      'organization.edit-unit',
      'organization.edit-counter',
      'identity.manage-officers',
      'identity.assign-role',
      'identity.second-officer',
      'identity.delegate-for-others',
      'identity.manage-absences',
      'workflow.hand-over-all',
      'calendar.edit',
      'catalogue.read',
    ],
  },
  {
    code: 'system-admin',
    name: 'Quản trị hệ thống',
    nameEn: 'System administrator',
    description: 'Cấu hình toàn hệ thống, vai trò, đối tác, nhật ký; không xem nội dung hồ sơ.',
    rights: [
      'organization.read',
      'organization.edit-unit',
      'organization.edit-counter',
      'identity.manage-officers',
      'identity.manage-roles',
      'identity.assign-role',
      'identity.second-officer',
      'identity.delegate-for-others',
      'identity.manage-tokens',
      'identity.read-audit',
      'calendar.edit',
      'catalogue.read',
      'system.settings',
    ],
  },
  {
    code: 'auditor',
    name: 'Thanh tra',
    nameEn: 'Auditor',
    description: 'Xem nhật ký và số liệu; không sửa gì.',
    rights: ['organization.read', 'catalogue.read', 'identity.read-audit', 'reporting.read'],
  },
]

/** Adds the roles that are missing, with their rights; roles that exist stay as the administrator left them. */
export async function seedRoles(db: Queryable): Promise<void> {
  const added = await db
    .insertInto('role')
    .values(seedRoleList.map(({ code, name, nameEn, description }) => ({ code, name, nameEn, description })))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning(['id', 'code'])
    .execute()
  const rights = added.flatMap(({ id, code }) =>
    (seedRoleList.find((role) => role.code === code)?.rights ?? []).map((name) => ({ roleId: id, name })),
  )
  if (rights.length > 0) await db.insertInto('roleRight').values(rights).execute()
}
