import { parts, type Day, type Period } from '../../lib/days'
import { addMonths, firstDay, monthOf } from '../../lib/months'

export interface BalanceAt {
  day: Day
  balance: string
}

interface Account extends Period {
  beginningBalance: string
  endingBalance: string
}

/**
 * The balance at the end of each day on which it moved, from the first day of the period to its last. Where there are
 * more entries than these, the line ends with the last of them.
 */
export function balances({ start, end, beginningBalance, endingBalance }: Account, entries: readonly { date: Day; balance: string }[], complete: boolean): BalanceAt[] {
  const days = new Map<Day, string>()
  const first = entries[0]?.date
  // A period may begin long before anything happened: years of nothing would leave no room for the rest.
  if (first !== undefined && first > start) days.set(later(start, shifted(first, -30)), beginningBalance)
  for (const { date, balance } of entries) days.set(date, balance)
  const last = entries.at(-1)?.date
  if (complete && last !== undefined && last < end) days.set(earlier(end, shifted(last, 30)), endingBalance)
  return [...days].map(([day, balance]) => ({ day, balance }))
}

/** Where a day stands on a line of time, and the day of such a place: in UTC both ways, where every day is as long. */
export function position(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

export function dayOf(place: number): Day {
  return new Date(place).toISOString().slice(0, 10)
}

const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]

/** The first days of months that divide a line of time, at most so many of them, as far apart as calendars do. */
export function monthTicks(first: Day, last: Day, most: number): Day[] {
  const months = monthIndex(last) - monthIndex(first)
  const step = steps.find((size) => Math.floor(months / size) < most) ?? months
  const begin = Math.ceil(monthIndex(first) / step) * step - monthIndex(first)
  const all = Array.from({ length: most + 1 }, (_, index) => firstDay(addMonths(monthOf(first), begin + index * step)))
  return all.filter((day) => day >= first && day <= last)
}

function monthIndex(day: Day): number {
  const [year, month] = parts(day)
  return year * 12 + month - 1
}

function shifted(day: Day, days: number): Day {
  return dayOf(position(day) + days * 86_400_000)
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}
