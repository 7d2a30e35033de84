import type { SearchSchemaInput } from '@tanstack/react-router'
import { isCurrencyCode, valid } from '../../lib/search'
import { isMonth, type Month } from '../../lib/months'

export interface OverviewSearch {
  /** The last of the twelve months. */
  until?: Month
  currency?: string
}

export function readOverviewSearch(raw: OverviewSearch & SearchSchemaInput): OverviewSearch {
  return { until: valid(raw.until, isMonth), currency: valid(raw.currency, isCurrencyCode) }
}
