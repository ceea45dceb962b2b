/** Result templates of the demonstration: Word files in the layout of NĐ 30/2020/NĐ-CP, annex I, written by us; open them in Word to see how a template is made. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { registerUploads } from '../../src/modules/documents/index.ts'
import { type AddResultTemplate, addResultTemplate, type Question } from '../../src/modules/results/index.ts'
import type { Perform } from '../../src/platform/action.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { FileStore, StoredFile } from '../../src/platform/files/index.ts'
import { projectFolder } from '../../src/platform/project.ts'
import { SINCE } from './organization/quang-tri.ts'

type SeedTemplate = Pick<AddResultTemplate, 'code' | 'name' | 'questions'> & Partial<Pick<AddResultTemplate, 'procedureCode' | 'symbol'>>

const PLACES: Question = { name: 'noi_nhan', label: 'Nơi nhận khác', kind: 'text' }

export const demonstrationTemplates: readonly SeedTemplate[] = [
  {
    code: 'giay-phep-trien-lam',
    name: 'Giấy phép triển lãm mỹ thuật',
    procedureCode: '1.001809',
    symbol: 'GP-SVHTTDL',
    questions: [
      { name: 'ten_trien_lam', label: 'Tên triển lãm', kind: 'text' },
      { name: 'tu_ngay', label: 'Từ ngày', kind: 'date' },
      { name: 'den_ngay', label: 'Đến ngày', kind: 'date' },
      { name: 'dia_diem', label: 'Địa điểm', kind: 'text' },
      { name: 'tac_pham', label: 'Tác phẩm trưng bày', kind: 'lines' },
      { name: 'duoc_ban', label: 'Được bán tác phẩm tại triển lãm', kind: 'yes-no' },
      PLACES,
    ],
  },
  {
    code: 'quyet-dinh-cong-nhan-cau-lac-bo',
    name: 'Quyết định công nhận câu lạc bộ thể thao cơ sở',
    procedureCode: '2.000794',
    symbol: 'QĐ-UBND',
    questions: [
      { name: 'ten_cau_lac_bo', label: 'Tên câu lạc bộ', kind: 'text' },
      { name: 'mon_the_thao', label: 'Môn thể thao', kind: 'text' },
      { name: 'dia_diem_tap', label: 'Địa điểm tập luyện', kind: 'text' },
      { name: 'chu_nhiem', label: 'Chủ nhiệm câu lạc bộ', kind: 'text' },
      PLACES,
    ],
  },
  {
    code: 'cong-van-tra-loi',
    name: 'Công văn trả lời',
    questions: [
      { name: 'trich_yeu', label: 'Trích yếu (sau “V/v”)', kind: 'text' },
      { name: 'noi_dung_tra_loi', label: 'Nội dung trả lời', kind: 'lines' },
      PLACES,
    ],
  },
]

/** How the demonstration's officers fill them, by procedure. Invented, like the dossiers. */
export const demonstrationAnswers: Record<string, { template: string; symbol: string; answers: Record<string, string> }> = {
  '1.001809': {
    template: 'giay-phep-trien-lam',
    symbol: 'GP-SVHTTDL',
    answers: {
      dia_chi: 'Phường Đồng Hới, tỉnh Quảng Trị',
      ten_trien_lam: 'Sắc màu Quảng Trị (minh họa)',
      tu_ngay: '2026-12-01',
      den_ngay: '2026-12-10',
      dia_diem: 'Bảo tàng tỉnh Quảng Trị',
      tac_pham: 'Cửa Tùng buổi sớm, sơn dầu, 80 × 120 cm\nĐôi bờ Hiền Lương, lụa, 60 × 90 cm\nChợ quê, khắc gỗ, 40 × 60 cm',
      noi_nhan: 'Bảo tàng tỉnh',
    },
  },
  '2.000794': {
    template: 'quyet-dinh-cong-nhan-cau-lac-bo',
    symbol: 'QĐ-UBND',
    answers: {
      ten_cau_lac_bo: 'Bóng bàn Sao Mai (minh họa)',
      mon_the_thao: 'bóng bàn',
      dia_diem_tap: 'nhà văn hóa',
      chu_nhiem: 'Trần Văn Minh Họa',
      noi_nhan: 'Phòng Văn hóa - Xã hội',
    },
  },
  '1.009397': {
    template: 'cong-van-tra-loi',
    symbol: 'SVHTTDL-QLVH',
    answers: {
      trich_yeu: 'chấp thuận tổ chức biểu diễn nghệ thuật',
      noi_dung_tra_loi:
        'Chấp thuận tổ chức chương trình biểu diễn nghệ thuật theo nội dung, thời gian và địa điểm nêu trong hồ sơ.\nĐơn vị tổ chức bảo đảm an ninh, trật tự, phòng cháy, chữa cháy và thực hiện đúng quy định về bản quyền tác giả.',
      noi_nhan: 'Công an tỉnh (để phối hợp)',
    },
  },
}

/** Puts the Word files into a store; the same files are the same content wherever they are put. */
export async function storeResultTemplates(files: FileStore): Promise<Map<string, StoredFile>> {
  const stored = new Map<string, StoredFile>()
  for (const { code } of demonstrationTemplates) {
    const content = await readFile(join(projectFolder, 'db/seeds/result-templates', `${code}.docx`))
    stored.set(code, await files.put(content, { accept: ['docx'] }))
  }
  return stored
}

/** Stands for whatever somebody scans in the demonstration. */
export async function standInFile(files: FileStore): Promise<StoredFile> {
  const file = (await storeResultTemplates(files)).get('cong-van-tra-loi')
  if (!file) throw new Error('The demonstration has no letter to stand for what is scanned')
  return file
}

export async function seedResultTemplates(perform: Perform, files: FileStore, since = SINCE): Promise<void> {
  const stored = await storeResultTemplates(files)
  const actor = systemActor('seed')
  for (const template of demonstrationTemplates) {
    const upload = { ...stored.get(template.code), name: `${template.name}.docx` }
    const { documentIds } = await perform(actor, registerUploads, { files: [upload] })
    await perform(actor, addResultTemplate(files), {
      ...template,
      isNew: true,
      validFrom: since,
      decision: 'Mẫu minh họa',
      documentId: documentIds[0],
    })
  }
}
