import type { SearchSchemaInput } from '@tanstack/react-router'
import type { Layout } from '../features/print/layouts'
import { readCriteria, readReportSearch, type Criteria, type ReportSearch } from '../features/report/search'
import { isId, oneOf, valid } from '../lib/search'

export interface PrintSearch extends Criteria, Pick<ReportSearch, 'order' | 'direction'> {
  /** A single partner, whose ledger it is. */
  partner?: string
  layout?: Layout
}

/** The report that is printed, in its order, and how. */
export function readPrint(raw: Partial<PrintSearch> & SearchSchemaInput): PrintSearch {
  const { order, direction } = readReportSearch(raw)
  return { ...readCriteria(raw), order, direction, partner: valid(raw.partner, isId), layout: oneOf(['partners'], raw.layout) }
}
