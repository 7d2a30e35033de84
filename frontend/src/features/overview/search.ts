import type { SearchSchemaInput } from '@tanstack/react-router'
import { isCurrencyCode, valid } from '../../lib/search'
import { isMonth, type Month } from '../../lib/months'

export interface OwnOverviewSearch {
  /** The last of the twelve months. */
  until?: Month
}

export interface OverviewSearch extends OwnOverviewSearch {
  currency?: string
}

export function readOverviewSearch(raw: OverviewSearch & SearchSchemaInput): OverviewSearch {
  return { ...readOwnOverviewSearch(raw), currency: valid(raw.currency, isCurrencyCode) }
}

export function readOwnOverviewSearch(raw: OwnOverviewSearch & SearchSchemaInput): OwnOverviewSearch {
  return { until: valid(raw.until, isMonth) }
}
