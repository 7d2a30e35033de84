import type { SearchSchemaInput } from '@tanstack/react-router'
import { isDay, today, type Period } from './days'
import { lastMonth } from './periods'
import { valid } from './search'

/** The days that an address names, or else the last month. */
export function readPeriod(raw: Partial<Period> & SearchSchemaInput): Period {
  return readDays(raw) ?? lastMonth(today())
}

/** The days that an address names, if it does. */
export function readDays(raw: Partial<Period>): Period | undefined {
  const start = valid(raw.start, isDay)
  const end = valid(raw.end, isDay)
  return start && end && start <= end ? { start, end } : undefined
}
