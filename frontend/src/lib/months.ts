import { daysIn, firstYear, isDay, makeDay, parts, type Day, type Period } from './days'

/** A month of the calendar, "2011-12", as the browser's own field has it. */
export type Month = string

export function isMonth(text: string): boolean {
  return isDay(`${text}-01`)
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7)
}

export function firstDay(month: Month): Day {
  return `${month}-01`
}

/** So many months later, or earlier. */
export function addMonths(month: Month, count: number): Month {
  const [year, number] = parts(firstDay(month))
  const index = year * 12 + number - 1 + count
  return monthOf(makeDay(Math.floor(index / 12), (index % 12) + 1, 1))
}

/** The twelve months that end with this one. */
export function yearUntil(month: Month): Period {
  const [year, number] = parts(firstDay(month))
  const start = addMonths(month, -11)
  return { start: parts(firstDay(start))[0] < firstYear ? makeDay(firstYear, 1, 1) : firstDay(start), end: makeDay(year, number, daysIn(year, number)) }
}

const styles = {
  long: { month: 'long', year: 'numeric' },
  medium: { month: 'short', year: 'numeric' },
  short: { month: 'short', year: '2-digit' },
} as const

export function formatMonth(month: Month, style: keyof typeof styles = 'long', locale?: string): string {
  const [year, number] = parts(firstDay(month))
  const format = new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: 'UTC' })
  return format.format(Date.UTC(year, number - 1, 1))
}
