/** Whom a note mentions, and that each of them may read what she is called to. */
import { mayRead } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { workflowErrors } from './errors.ts'

export const MAX_MENTIONS = 20

export interface Mentioned {
  id: number
  username: string
  fullName: string
}

/** `@lan.nt` at the beginning of a word; the address of a mail is none. */
const MENTION = /(?<![\p{L}\p{N}._@-])@([a-z0-9][a-z0-9._-]{2,39})/giu

/** The user names called in a text, in small letters; a full stop at the end belongs to the sentence. Pure. */
export const usernamesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTION)].map(([, name = '']) => name.toLowerCase().replace(/[._-]+$/, ''))),
]

/**
 * Those called by name in the text and those picked by id, without the author herself.
 * @throws AppError `workflow.mention-unknown`, `workflow.mentions-too-many`
 */
export async function mentionedIn(tx: Transaction, text: string, picked: readonly number[], authorId: number): Promise<Mentioned[]> {
  const usernames = usernamesIn(text)
  if (usernames.length + picked.length === 0) return []
  const found = await tx
    .selectFrom('officer')
    .select(['id', 'username', 'fullName', 'isActive'])
    .where((eb) =>
      eb.or([
        ...(usernames.length > 0 ? [eb('username', 'in', usernames)] : []),
        ...(picked.length > 0 ? [eb('id', 'in', [...picked])] : []),
      ]),
    )
    .orderBy('id')
    .execute()
  const open = found.filter(({ isActive }) => isActive)
  const unknown = usernames.find((name) => !open.some(({ username }) => username === name))
  if (unknown !== undefined)
    workflowErrors.fail('workflow.mention-unknown', {
      parameters: { name: `@${unknown}` },
      fields: { text: `Không có cán bộ nào đang hoạt động với tên đăng nhập @${unknown}. Hãy kiểm tra lại hoặc bỏ dấu @.` },
    })
  if (picked.some((id) => !open.some((each) => each.id === id)))
    workflowErrors.fail('workflow.mention-unknown', {
      parameters: { name: '' },
      fields: { mentions: 'Người được chọn không còn hoạt động. Hãy chọn người khác.' },
    })
  workflowErrors.insist(open.length <= MAX_MENTIONS, 'workflow.mentions-too-many', {
    parameters: { max: MAX_MENTIONS },
    fields: { text: `Một ghi chú nhắc đến tối đa ${MAX_MENTIONS} người.` },
  })
  return open.filter(({ id }) => id !== authorId).map(({ id, username, fullName }) => ({ id, username, fullName }))
}

/** @throws AppError `workflow.mention-may-not-read` */
export async function insistMayRead({ tx, now }: Work, dossierId: number, mentioned: readonly Mentioned[]): Promise<void> {
  for (const { id, fullName, username } of mentioned)
    if (!(await mayRead(tx, dossierId, id, now)))
      workflowErrors.fail('workflow.mention-may-not-read', {
        parameters: { name: fullName },
        fields: { text: `${fullName} (@${username}) không được xem hồ sơ này nên không nhắc đến được.` },
      })
}
