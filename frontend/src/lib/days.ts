/** A day of the business's calendar, "2015-06-24". It is nobody's midnight, so no time zone can shift it. */
export type Day = string

export interface Period {
  start: Day
  end: Day
}

/** The first and last years that the API takes. */
export const firstYear = 1900
const lastYear = 9999

export function isDay(text: string): boolean {
  const [year, month, date] = parts(text)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    year >= firstYear &&
    year <= lastYear &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysIn(year, month)
  )
}

export function makeDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

export function parts(day: Day): [year: number, month: number, date: number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

let told: Day | undefined

/** Keeps which day the server says it is where the business is. */
export function keepToday(day: Day): void {
  told = day
}

/** The day where the business is; until the server has told it, the one on the reader's own calendar. */
export function today(now = new Date()): Day {
  return told ?? makeDay(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

export function formatDay(day: Day, locale?: string): string {
  return dayFormat(locale).format(midnight(day))
}

/** A period, with what its two days share told once: 1–30 Nov 2011. */
export function formatPeriod({ start, end }: Period, locale?: string): string {
  if (start === makeDay(firstYear, 1, 1)) return `all time until ${formatDay(end, locale)}`
  return dayFormat(locale).formatRange(midnight(start), midnight(end))
}

/** An instant, unlike a day, is told in the reader's own time. */
export function formatInstant(instant: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
}

/** An instant to the second, as a clock where the business is told it. */
export function formatInstantIn(timeZone: string, instant: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(instant))
}

// Made and written in UTC: what goes in comes out.
function midnight(day: Day): number {
  const [year, month, date] = parts(day)
  return Date.UTC(year, month - 1, date)
}

function dayFormat(locale?: string) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
}
