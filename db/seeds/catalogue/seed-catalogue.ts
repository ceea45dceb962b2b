/** Loads the demonstration catalogue the way any catalogue is loaded: imported, judged, published; what is doubtful by a decision that says why. */
import { decideImportRows, judgeFile, publishImport, stageFile } from '../../../src/modules/catalogue/index.ts'
import type { Perform } from '../../../src/platform/action.ts'
import { systemActor } from '../../../src/platform/actor.ts'
import { cultureProcedures } from './culture.ts'

const NOTE = 'Dữ liệu minh họa: chưa kiểm chứng thủ tục còn hiệu lực; chỉ dùng để trình diễn hệ thống.'

export async function seedCatalogue(perform: Perform): Promise<void> {
  const actor = systemActor('seed')
  const content = Buffer.from(JSON.stringify(cultureProcedures()))
  const { importId } = await stageFile(perform, actor, { name: 'danh-muc-minh-hoa.json', content })
  await judgeFile(perform, actor, importId)
  await perform(actor, publishImport, { importId })
  await perform(actor, decideImportRows, { importId, onlyFindings: ['standing.unknown'], decision: 'publish', note: NOTE })
}
