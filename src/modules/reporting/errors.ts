import { defineErrors } from '#platform/errors.ts'

export const reportingErrors = defineErrors({
  'reporting.period': {
    status: 422,
    vi: 'Kỳ báo cáo không đúng: ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The period ends before it begins.',
  },
})
