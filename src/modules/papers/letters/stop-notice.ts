/**
 * Mẫu số 05 of TT 03/2025/TT-VPCP, Thông báo dừng giải quyết hồ sơ. Its picture was not found; it has the minimum of art. 7: code, applicant, the request with day and channel,
 * that no decision existed, the day of the stop, papers and fees that go back. A dossier that cannot be settled is stopped by the same notice, with the reason instead.
 */
import { type Channel, channelWords } from '#modules/dossier/index.ts'
import { formatDongWords } from '#platform/money.ts'
import { type HandedIn, handedInCount } from '../receipt.ts'
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface StopNoticeDetails {
  stoppedAt: Date
  /** The applicant's request; absent when the agency stops what cannot be settled. */
  request?: { at: Date; channel: Channel }
  /** Why; needed where there is no request. */
  reason?: string
  /** Papers that go back; absent: the originals that lie with the dossier. */
  returnedPapers?: HandedIn[]
  /** Fees paid back, in đồng; absent: none. */
  refunds?: { name: string; amount: number }[]
}

export function stopNoticePaper(paper: DossierPaper<StopNoticeDetails>): PaperSheet {
  const { details, about } = paper
  return {
    form: 'STOP_NOTICE',
    template: 'stop-notice.typ',
    data: {
      ...printedHead('STOP_NOTICE', paper),
      ...printedAbout(paper),
      officeKind: OFFICE_KINDS[paper.office.kind],
      requestedAt: moment(details.request?.at),
      requestedBy: details.request ? channelWords('vi')[details.request.channel] : null,
      reason: details.reason ?? null,
      stoppedAt: moment(details.stoppedAt),
      returnedPapers: (details.returnedPapers ?? originalsHeld(about.components)).map((each) => ({
        name: each.name,
        count: handedInCount(each),
      })),
      refunds: (details.refunds ?? []).map(({ name, amount }) => ({ name, count: formatDongWords(amount) })),
    },
    barcodes: codeBars(about),
  }
}

const OFFICE_KINDS = { centre: 'Trung tâm Phục vụ hành chính công', 'reception-unit': 'Bộ phận Tiếp nhận và Trả kết quả' }

const originalsHeld = (components: DossierPaper<unknown>['about']['components']): HandedIn[] =>
  components
    .filter(({ originals, isPresentedOnly, returnedAt }) => originals > 0 && !isPresentedOnly && !returnedAt)
    .map(({ name, originals }) => ({ name, originals, copies: 0 }))
