/** What is to be done with a dossier none of whose steps is open: before its reception, and after its end. */
import { type DossierDetail, hasEnded } from '#modules/dossier/index.ts'
import { type Language, words } from '#platform/language.ts'

export function NoStep({ dossier: { code, state }, mayReceive, language }: NoStepProps) {
  const text = copy(language)
  if (state.state === 'AWAITING_INTAKE_SUPPLEMENT') return <p>{text.awaitingSupplement}</p>
  if (!state.receivedAt && !hasEnded(state))
    return (
      <p>
        {text.awaitingReception} {mayReceive && <a href={`/cho-tiep-nhan/${code}`}>{text.check}</a>}
      </p>
    )
  return <p>{state.returnedAt ? text.returned : hasEnded(state) ? text.ended : text.none}</p>
}

interface NoStepProps {
  dossier: DossierDetail
  /** The viewer may open the check of filings. */
  mayReceive: boolean
  language: Language
}

const copy = words({
  vi: {
    awaitingReception: 'Hồ sơ nộp trực tuyến, chờ nơi tiếp nhận trả lời.',
    check: 'Kiểm tra và trả lời',
    awaitingSupplement: 'Đang chờ người nộp bổ sung. Nơi tiếp nhận xem lại khi nhận được phần bổ sung.',
    returned: 'Hồ sơ đã trả kết quả. Bạn không cần làm gì.',
    ended: 'Hồ sơ đã kết thúc, không có bước nào phải làm.',
    none: 'Không có bước nào đang mở.',
  },
  en: {
    awaitingReception: 'Filed online; the receiving unit has to answer.',
    check: 'Check and answer',
    awaitingSupplement: 'The applicant has been asked for a supplement. The receiving unit looks again when it comes.',
    returned: 'The result has been returned. There is nothing to do.',
    ended: 'The dossier has ended; there is no step to do.',
    none: 'No step is open.',
  },
})
