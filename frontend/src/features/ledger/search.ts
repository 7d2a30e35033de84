import type { SearchSchemaInput } from '@tanstack/react-router'
import type { Period } from '../../lib/days'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { readPeriod } from '../../lib/periodSearch'
import { isCurrencyCode, valid } from '../../lib/search'

export interface OwnLedgerSearch extends Period, PageSearch {}

export interface LedgerSearch extends OwnLedgerSearch {
  currency?: string
}

export function readLedgerSearch(raw: Partial<LedgerSearch> & SearchSchemaInput): LedgerSearch {
  return { ...readOwnLedgerSearch(raw), currency: valid(raw.currency, isCurrencyCode) }
}

export function readOwnLedgerSearch(raw: Partial<OwnLedgerSearch> & SearchSchemaInput): OwnLedgerSearch {
  return { ...readPeriod(raw), ...readPageSearch(raw) }
}
