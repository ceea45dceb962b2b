import { expect, test } from 'vitest'
import { laneFills } from '#modules/workflow/index.ts'
import { testApp } from '../../../../../tests/support/app.ts'
import { browsing } from '../../../../../tests/support/browsing.ts'

const app = await testApp()
const { database } = app.services
const controller = browsing(app.server)
await controller.signIn('kiemsoat', 'MotCua#2026')

const offered = await database.selectFrom('procedureOffer').select(['procedureId', 'settlingUnitId']).limit(1).executeTakeFirstOrThrow()
const { code } = await database.selectFrom('procedure').select('code').where('id', '=', offered.procedureId).executeTakeFirstOrThrow()
const template = await database
  .selectFrom('processBinding')
  .select('processTemplateId as id')
  .where('procedureId', 'is', null)
  .executeTakeFirstOrThrow()
const specialist = await database.selectFrom('officer').select('id').where('username', '=', 'chuyenvien.vhttdl').executeTakeFirstOrThrow()
const lane = 'specialist_settling'

const form = (more: Record<string, string> = {}) => ({
  procedureCode: code ?? '',
  unitId: String(offered.settlingUnitId),
  templateId: String(template.id),
  ...more,
})

test('a procedure is bound at a unit, its lane given to an officer; whose task opens from then on is hers', async () => {
  const made = await controller.send('/quy-trinh/gan/moi', form({ [`lanes.${lane}.officer`]: 'chuyenvien.vhttdl' }))
  expect(made.path, made.html).toBe('/quy-trinh/gan')
  expect((await laneFills(database, offered)).get(lane)).toEqual({ officerId: specialist.id })
  const list = await controller.open(`/quy-trinh/gan?q=${code}`)
  expect(list.html).toContain(code)
})

test('the same procedure and unit twice, a lane that is not there, an officer without the role and one nobody knows are told at their fields', async () => {
  const twice = await controller.send('/quy-trinh/gan/moi', form())
  expect(twice.status).toBe(409)
  expect(twice.html).toContain('hãy sửa dòng đã có')
  const wrong = async (more: Record<string, string>) =>
    (await controller.send('/quy-trinh/gan/moi', form({ unitId: '', procedureCode: '', ...more }))).html
  expect(await wrong({ 'lanes.nowhere.roleId': '1' })).toContain('Quy trình không có vai này.')
  expect(await wrong({ [`lanes.${lane}.officer`]: 'khong.ai' })).toContain('Không có cán bộ mang tên đăng nhập này.')
  expect(await wrong({ [`lanes.${lane}.officer`]: 'tiepnhan1', [`lanes.${lane}.unitId`]: String(offered.settlingUnitId) })).toContain(
    'Người này không giữ vai trò của bước tại đơn vị.',
  )
  expect(await wrong({ procedureCode: '9.999999' })).toContain('Không có thủ tục mang mã này.')
})

test('who may not write processes may not bind them', async () => {
  const receptionist = browsing(app.server)
  await receptionist.signIn('tiepnhan1', 'MotCua#2026')
  expect((await receptionist.open('/quy-trinh/gan')).status).toBe(403)
  expect((await receptionist.send('/quy-trinh/gan/moi', form())).status).toBe(403)
})
