import { daysIn, firstYear, makeDay, parts, type Day, type Period } from './days'

export interface Preset {
  label: string
  of(today: Day): Period
}

/** The periods that people ask for most, by the calendar alone. */
export const presets: Preset[] = [
  { label: 'Last month', of: lastMonth },
  { label: 'This month', of: (today) => monthsAround(today, 0, 1) },
  { label: 'Last quarter', of: lastQuarter },
  { label: 'This year', of: (today) => ({ start: makeDay(parts(today)[0], 1, 1), end: makeDay(parts(today)[0], 12, 31) }) },
  { label: 'All time', of: allTime },
]

export function presetOf({ start, end }: Partial<Period>, today: Day): Preset | undefined {
  return presets.find((preset) => {
    const period = preset.of(today)
    return period.start === start && period.end === end
  })
}

export function lastMonth(today: Day): Period {
  return monthsAround(today, -1, 1)
}

export function allTime(today: Day): Period {
  return { start: makeDay(firstYear, 1, 1), end: today }
}

function lastQuarter(today: Day): Period {
  const month = parts(today)[1]
  return monthsAround(today, -((month - 1) % 3) - 3, 3)
}

/** Whole months, beginning so many months from today's. */
function monthsAround(today: Day, offset: number, count: number): Period {
  const [year, month] = parts(today)
  const [startYear, startMonth] = monthAt(year, month + offset)
  const [endYear, endMonth] = monthAt(year, month + offset + count - 1)
  return { start: makeDay(startYear, startMonth, 1), end: makeDay(endYear, endMonth, daysIn(endYear, endMonth)) }
}

/** Month 0 of 2015 is December 2014. */
function monthAt(year: number, month: number): [year: number, month: number] {
  const index = month - 1
  return [year + Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
}
