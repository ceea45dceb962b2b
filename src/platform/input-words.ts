/**
 * What is wrong with an input, where its schema does not say it in better words of its own. People and partners' programs read these sentences beside the field's name;
 * nothing in them shows how the program is made.
 */
import { z } from 'zod'

const WANTED: Record<string, string> = {
  number: 'Phải là một số.',
  int: 'Phải là số nguyên.',
  string: 'Phải là chữ.',
  boolean: 'Phải là true hoặc false.',
  array: 'Phải là một danh sách.',
  object: 'Phải là một nhóm các trường.',
  date: 'Phải là một ngày.',
}

const FORMATS: Record<string, string> = {
  date: 'Ngày chưa đúng. Ví dụ: 2026-11-27.',
  datetime: 'Thời điểm chưa đúng. Ví dụ: 2026-11-27T08:00:00Z.',
  email: 'Địa chỉ thư chưa đúng. Ví dụ: ten@coquan.gov.vn.',
  url: 'Địa chỉ trang chưa đúng. Ví dụ: https://quangtri.gov.vn.',
}

const MISSING = 'Thiếu nội dung này.'

export function inputWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? MISSING : (WANTED[issue.expected] ?? 'Nội dung không hợp lệ.')
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false)
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false)
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Nội dung không đúng mẫu.'
    case 'invalid_value':
      return issue.input === undefined ? MISSING : `Chọn một trong: ${issue.values.join(', ')}.`
    case 'unrecognized_keys':
      return `Không có trường ${issue.keys.join(', ')}.`
    default:
      return 'Nội dung không hợp lệ.'
  }
}

function tooSmall(origin: string, least: number, isIncluded: boolean): string {
  if (origin === 'string') return least <= 1 ? MISSING : `Ít nhất ${told(least)} ký tự.`
  if (origin === 'array') return `Ít nhất ${told(least)} mục.`
  return isIncluded ? `Từ ${told(least)} trở lên.` : `Phải lớn hơn ${told(least)}.`
}

function tooBig(origin: string, most: number, isIncluded: boolean): string {
  if (origin === 'string') return `Tối đa ${told(most)} ký tự.`
  if (origin === 'array') return `Tối đa ${told(most)} mục.`
  return isIncluded ? `Không quá ${told(most)}.` : `Phải nhỏ hơn ${told(most)}.`
}

const told = (number: number): string => number.toLocaleString('vi-VN')

z.config({ localeError: inputWords })
