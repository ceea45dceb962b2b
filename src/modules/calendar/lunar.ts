/**
 * The Vietnamese lunar calendar at UTC+7, by Hồ Ngọc Đức's published method ("Thuật toán tính âm lịch", after Meeus, Astronomical Algorithms): a month begins on the
 * day of the new moon, month 11 holds the winter solstice, and a year of 13 months doubles the first month without a principal solar term. `Intl` must not
 * be used: the Chinese calendar (UTC+8) has Tết 2007 and 2030 a day later, and ICU is wrong about 2027 and 2053 too.
 */
import { dateOf, dayNumber, instantOf } from './day.ts'

const RADIAN = Math.PI / 180
const SYNODIC_MONTH = 29.530588853
/** Julian day of 1970-01-01 00:00 UTC. */
const UNIX_EPOCH_JD = 2_440_587.5
/** The sun's tenth twelfth begins there. */
const WINTER_SOLSTICE = 9
/** Local midnight of day 0 as a fraction of a day from the epoch: −7/24. */
const MIDNIGHT = instantOf(0, 0).getTime() / 86_400_000

/** The solar date of a day of the lunar calendar, `YYYY-MM-DD`. `leap` asks for the doubled month; undefined where the year has none of that number. */
export function lunarToSolar(year: number, month: number, day: number, leap = false): string | undefined {
  const solsticeYear = month < 11 ? year - 1 : year
  const start = monthEleven(solsticeYear)
  const months = Math.round((monthEleven(solsticeYear + 1) - start) / SYNODIC_MONTH)
  const doubled = months === 13 ? doubledMonth(start) : undefined
  let offset = (month + 1) % 12
  if (leap && (doubled === undefined || (doubled + 10) % 12 !== month % 12)) return undefined
  if (doubled !== undefined && (leap || offset >= doubled)) offset++
  return dateOf(newMoonDay(lunationNear(start) + offset) + day - 1)
}

/** Mùng 1 Tết of the lunar year that begins in `year`. */
export const tetDate = (year: number): string => required(lunarToSolar(year, 1, 1))

/** Giỗ Tổ Hùng Vương, 10 tháng 3 âm lịch. */
export const hungKings = (year: number): string => required(lunarToSolar(year, 3, 10))

function required(date: string | undefined): string {
  if (date === undefined) throw new Error('Every lunar year has an ordinary first and third month')
  return date
}

/** First day of the month that holds the winter solstice of the solar year. */
function monthEleven(year: number): number {
  const lastDay = dayNumber(`${year}-12-31`)
  let lunation = lunationNear(lastDay)
  if (newMoonDay(lunation) > lastDay) lunation--
  return newMoonDay(solarTerm(newMoonDay(lunation)) >= WINTER_SOLSTICE ? lunation - 1 : lunation)
}

/** How many months after month 11 the doubled month comes: the first whose start and end lie in the same twelfth of the sun's path. */
function doubledMonth(start: number): number {
  const lunation = lunationNear(start)
  let offset = 1
  while (offset < 14 && solarTerm(newMoonDay(lunation + offset)) !== solarTerm(newMoonDay(lunation + offset + 1))) offset++
  return offset
}

const lunationNear = (day: number): number => Math.round((day + UNIX_EPOCH_JD - 2_415_020.75933) / SYNODIC_MONTH)

/** Local day of the k-th new moon counted from that of 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const sin = (degrees: number) => Math.sin(degrees * RADIAN)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2)
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun)
  // Difference between dynamical and universal time, in days.
  const drift =
    t < -11 ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3 : -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(mean + correction - drift - UNIX_EPOCH_JD - MIDNIGHT)
}

/** In which twelfth of its path the sun stands at local midnight: 0 from the March equinox, 9 from the winter solstice. */
function solarTerm(day: number): number {
  const t = (day + MIDNIGHT + UNIX_EPOCH_JD - 2_451_545) / 36_525
  const t2 = t * t
  const sin = (degrees: number) => Math.sin(degrees * RADIAN)
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2
  const equation =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.00029 * sin(3 * anomaly)
  const longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t2 + equation
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}
