/** The forms of a verification: where, when and what; then its minutes. */
import { beginVerification, endVerification, findOpenVerification, type Verification } from '#modules/settlement/index.ts'
import type { Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMomentLong } from '#platform/text/dates.ts'
import { DefinitionList, Field, FieldRow } from '#ui/index.ts'
import { type Act, actRoutes } from '../act-form.tsx'
import { verifiedOffer, verifyOffer } from './offers.ts'

const beginAct: Act = {
  offer: verifyOffer,
  action: beginVerification as never,
  initial: () => ({ plannedTime: '08:30' }),
  explain: ({ language }) => copy(language).begin,
  fields({ language }) {
    const text = copy(language)
    return (
      <>
        <FieldRow>
          <Field name="plannedOn" type="date" label={text.day} width="medium" />
          <Field name="plannedTime" label={text.time} hint={text.timeHint} width="short" />
        </FieldRow>
        <Field name="place" label={text.place} />
        <Field name="content" type="textarea" rows={3} label={text.content} />
      </>
    )
  },
}

const endAct: Act<Verification | undefined> = {
  offer: verifiedOffer,
  action: endVerification as never,
  read: ({ services }, { id }) => findOpenVerification(services.database, id),
  explain: ({ language }) => copy(language).end,
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        {data && (
          <DefinitionList
            rows={[
              { term: text.day, value: formatMomentLong(data.plannedAt, language) },
              { term: text.place, value: data.place },
              { term: text.content, value: data.content },
            ]}
          />
        )}
        <Field name="participants" type="textarea" rows={4} label={text.participants} hint={text.participantsHint} />
        <Field name="findings" type="textarea" rows={4} label={text.findings} />
        <Field name="conclusion" type="textarea" rows={2} label={text.conclusion} />
        <Field name="opinions" type="textarea" rows={2} label={text.opinions} optional />
      </>
    )
  },
}

export const routes: Route[] = [...actRoutes(beginAct), ...actRoutes(endAct)]

const copy = words({
  vi: {
    begin: 'Thời hạn giải quyết vẫn được tính. Hồ sơ chưa chuyển bước cho đến khi có biên bản xác minh.',
    end: 'Biên bản xác minh được lập và lưu trong hồ sơ; hồ sơ trở lại thẩm định.',
    day: 'Thời gian xác minh',
    time: 'Giờ',
    timeHint: 'Ví dụ: 08:30',
    place: 'Địa điểm',
    content: 'Nội dung xác minh',
    participants: 'Thành phần tham gia',
    participantsHint: 'Mỗi dòng một người: họ tên, chức danh, đơn vị. Ví dụ: Trần Quốc Đạt, chuyên viên, Phòng Quản lý văn hóa',
    findings: 'Kết quả xác minh',
    conclusion: 'Kết luận',
    opinions: 'Ý kiến của người tham gia',
  },
  en: {
    begin: 'The clock runs on. The dossier stays at its step until the minutes are written.',
    end: 'The minutes are laid and kept with the dossier, which goes back to its appraisal.',
    day: 'When',
    time: 'Time',
    timeHint: 'Example: 08:30',
    place: 'Where',
    content: 'What is verified',
    participants: 'Who was there',
    participantsHint: 'One a line: name, role, office.',
    findings: 'Findings',
    conclusion: 'Conclusion',
    opinions: 'What those present had to say',
  },
})
