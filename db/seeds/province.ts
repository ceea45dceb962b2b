/** The demonstration province without dossiers: units, officers, catalogue, offers, processes, the office's name. For an empty, migrated database. */
import { authorise } from '../../src/modules/identity/index.ts'
import { issueDocument, type Press } from '../../src/modules/results/index.ts'
import { resultIssued } from '../../src/modules/workflow/index.ts'
import { createPerform, type Perform } from '../../src/platform/action.ts'
import { movableClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database.ts'
import { on } from '../../src/platform/events.ts'
import { writeSetting } from '../../src/platform/settings.ts'
import { instantAt } from '../../src/platform/text/dates.ts'
import { seedCatalogue } from './catalogue/seed-catalogue.ts'
import { seedOffers } from './offers.ts'
import { SINCE } from './organization/quang-tri.ts'
import { seedOrganization } from './organization/seed-organization.ts'
import { seedProcesses } from './processes.ts'
import { seedResultTemplates } from './result-templates.ts'

/**
 * `press`: where the files of result templates go. `progress` is told what is being made. `since`: the day on which its units, rules and people begin; a simulation of earlier
 * years begins earlier. Returns the actions' performer, whose clock stands at the province's beginning.
 */
export async function seedProvince(
  database: Database,
  press: Press,
  progress: (what: string) => void = () => {},
  since = SINCE,
): Promise<{ perform: Perform; clock: ReturnType<typeof movableClock> }> {
  const beginning = instantAt(since, '08:00')
  const clock = movableClock(beginning)
  const perform = createPerform({ database, clock, authorise, listeners: new Map([on(resultIssued, issueDocument(press))]) })
  progress('tổ chức, cán bộ')
  await database.transaction().execute((tx) => seedOrganization(tx, beginning, since))
  await writeSetting(database, 'office', office, beginning)
  progress('danh mục thủ tục')
  await seedCatalogue(perform)
  await seedOffers(database, perform, since)
  progress('quy trình nội bộ')
  await seedProcesses(database, perform, since)
  progress('mẫu kết quả')
  await seedResultTemplates(perform, press.files, since)
  return { perform, clock }
}

const office = {
  name: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
  parent: 'UBND tỉnh Quảng Trị',
  owner: 'Văn phòng UBND tỉnh Quảng Trị',
  responsiblePerson: 'Giám đốc Trung tâm (dữ liệu minh họa)',
  address: 'Phường Đồng Hới, tỉnh Quảng Trị',
  phone: '0232 000 0000',
  email: 'motcua@quangtri.example.vn',
  notice: 'Dữ liệu minh họa: tên người, số định danh và hồ sơ trên trang này đều là hư cấu.',
  noticeEn: 'Demonstration data: people, identity numbers and dossiers on this site are all invented.',
}
