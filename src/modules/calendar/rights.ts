import { defineRights } from '#platform/rights.ts'

export const calendarRights = defineRights({
  'calendar.edit': {
    vi: 'Sửa lịch làm việc: giờ làm việc, ngày nghỉ, ngày làm bù',
    en: 'Edit the working calendar: hours, days off, make-up days',
  },
})
