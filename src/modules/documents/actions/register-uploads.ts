import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { FILE_TYPES } from '#platform/files/index.ts'
import { registerDocument } from '../documents.ts'

/** What `receiveUpload` gives; never built from what a browser says. */
export const RegisterUploads = z.object({
  files: z
    .array(
      z.object({
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        size: z.number().int().positive(),
        type: z.enum(FILE_TYPES),
        name: z.string().trim().min(1).max(255),
      }),
    )
    .min(1, 'Hãy chọn ít nhất một tệp.')
    .max(40, 'Tối đa 40 tệp một lần.'),
  origin: z.enum(['upload', 'scan']).default('upload'),
})

/** Đăng ký tệp đã tải lên: the files become documents of whoever sent them, to be attached by an action that follows. */
export const registerUploads = action('documents.upload', {
  input: RegisterUploads,
  scope: () => 'open',
  async work({ tx, actor, now, about }, { files, origin }) {
    commonErrors.insist(actor.kind !== 'public', 'access.sign-in')
    const documentIds: number[] = []
    for (const { name, ...file } of files) documentIds.push(await registerDocument(tx, { file, name, origin, actor, now }))
    about({ kind: 'document', id: documentIds[0] ?? '' }, { documentIds })
    return { documentIds }
  },
})
