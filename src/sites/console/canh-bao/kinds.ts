import { FINDING_KINDS, type FindingKind } from '#modules/watch/index.ts'

/** What stands in the address for each kind of alert. */
const SLUGS: Record<FindingKind, string> = {
  'no-next-step': 'khong-buoc-tiep',
  'task-unmanned': 'khong-nguoi-xu-ly',
  'filing-unseen': 'chua-xem',
  'filing-undecided': 'qua-han-tiep-nhan',
  'leg-unacknowledged': 'chua-xac-nhan',
  'outside-overdue': 'chuyen-gia-qua-han',
  'timer-overdue': 'het-thoi-gian-cho',
  'supplement-unclosed': 'het-han-bo-sung',
  'payment-overdue': 'qua-han-nop-tien',
  'withdrawal-undecided': 'cho-rut',
  'late-unapologised': 'chua-xin-loi',
  'message-unsent': 'chua-gui',
  'message-failed': 'gui-loi',
  'escalation-failed': 'ho-so-loi',
}

export const WATCH_URL = '/canh-bao'

/** The list of one kind, or of all. */
export const watchHref = (kind?: FindingKind): string => (kind ? `${WATCH_URL}?loai=${SLUGS[kind]}` : WATCH_URL)

export const kindOfSlug = (slug: string | undefined): FindingKind | undefined => FINDING_KINDS.find((kind) => SLUGS[kind] === slug)
