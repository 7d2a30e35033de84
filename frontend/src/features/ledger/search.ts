import type { SearchSchemaInput } from '@tanstack/react-router'
import { isDay, today, type Period } from '../../lib/days'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { lastMonth } from '../../lib/periods'
import { isCurrencyCode, valid } from '../../lib/search'

export interface LedgerSearch extends Period, PageSearch {
  currency?: string
}

export function readLedgerSearch(raw: Partial<LedgerSearch> & SearchSchemaInput): LedgerSearch {
  const start = valid(raw.start, isDay)
  const end = valid(raw.end, isDay)
  return {
    ...(start && end && start <= end ? { start, end } : lastMonth(today())),
    currency: valid(raw.currency, isCurrencyCode),
    ...readPageSearch(raw),
  }
}
