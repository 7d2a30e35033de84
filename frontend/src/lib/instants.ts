import { isDay, type Day } from './days'

/** An instant of the day, where the business is: noon in UTC, or midnight where noon is the next day already. */
export function instantOf(day: Day, timeZone: string): string {
  const noon = `${day}T12:00:00Z`
  return dayAt(noon, timeZone) === day ? noon : `${day}T00:00:00Z`
}

/** The day that an instant is, where the business is. */
export function dayAt(instant: string, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const found = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const day = `${found.get('year')?.padStart(4, '0')}-${found.get('month')}-${found.get('day')}`
  if (!isDay(day)) throw new Error(`${instant} is no day in ${timeZone}`)
  return day
}

const quarter = 15 * 60_000

/** The last second of the day, where the business is: clocks differ by quarters of an hour, and none is more than half a day behind UTC. */
export function endOf(day: Day, timeZone: string): string {
  let end = Date.parse(`${day}T23:59:59Z`) + 48 * quarter
  while (dayAt(new Date(end).toISOString(), timeZone) > day) end -= quarter
  return new Date(end).toISOString()
}
