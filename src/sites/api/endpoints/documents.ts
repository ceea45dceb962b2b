/** The papers of a filing in electronic form: sent first, then named by their ids where they belong. */
import { z } from 'zod'
import { registerUploads } from '#modules/documents/index.ts'
import { endpoint } from '../endpoint.ts'

export const upload = endpoint({
  method: 'POST',
  path: '/documents',
  right: 'intake.file',
  tag: 'Nộp trực tuyến',
  summary: 'Tải lên giấy tờ điện tử; mã tài liệu nhận được dùng khi nộp hoặc bổ sung hồ sơ',
  status: 201,
  takesFiles: true,
  answer: z.object({
    documents: z.array(z.object({ documentId: z.number().int(), name: z.string(), size: z.number().int().meta({ description: 'byte' }) })),
  }),
  async handle({ perform, files }) {
    const sent = files.map(({ hash, size, type, name }) => ({ hash, size, type, name }))
    const { documentIds } = await perform(registerUploads, { files: sent, origin: 'upload' })
    return { documents: sent.map(({ name, size }, at) => ({ documentId: documentIds[at] ?? 0, name, size })) }
  },
})
