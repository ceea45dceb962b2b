import { defineErrors } from '#platform/errors.ts'

export const calendarErrors = defineErrors({
  'calendar.out-of-range': {
    status: 422,
    vi: 'Lịch làm việc chỉ tính được từ năm 1900 đến hết năm 2199.',
    en: 'The working calendar counts from 1900 to the end of 2199.',
  },
  'calendar.limit-invalid': {
    status: 422,
    vi: 'Thời hạn phải lớn hơn 0 và không quá 100 năm; ngày và tháng chỉ nhận số nguyên hoặc nửa. Ví dụ: 3 hoặc 3,5.',
    en: 'A limit must be above 0 and at most 100 years; days and months take whole numbers or halves. Example: 3 or 3.5.',
  },
})
