/** Phone numbers as E.164. Mobile numbers have ten digits since 2018, fixed lines eleven (02…). */
const MOBILE = /^0[35789]\d{8}$/
const FIXED = /^02\d{9}$/

/** `0912 345 678`, `84912345678`, `+84 912…` → `+84912345678`; a foreign number must begin with `+`. Undefined when it is none. */
export function normalisePhone(text: string): string | undefined {
  const compact = text.replace(/[\s().-]/g, '').replace(/^00(?=[1-9])/, '+')
  const national = compact.replace(/^\+?84(?=[235789]\d{8})/, '0')
  if (MOBILE.test(national) || FIXED.test(national)) return `+84${national.slice(1)}`
  return /^\+[1-9]\d{7,14}$/.test(compact) && !compact.startsWith('+84') ? compact : undefined
}

/** As people here read it: `0912 345 678`; foreign numbers stay in E.164. */
export function formatPhone(e164: string): string {
  if (!e164.startsWith('+84')) return e164
  const national = `0${e164.slice(3)}`
  return national.length === 10
    ? national.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
    : national.replace(/^(\d{4})(\d{3})(\d{4})$/, '$1 $2 $3')
}
