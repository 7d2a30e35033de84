import type { SearchSchemaInput } from '@tanstack/react-router'
import { readOptions, type Options } from '../features/payments/create/options'
import { readCriteria, type Criteria } from '../features/report/search'
import { isId, valid } from '../lib/search'

export type NewPaymentsSearch = (Criteria | { exportId: string }) & Options

/** The report that is paid, by its criteria or by an export of it, and how. */
export function readNewPayments(raw: Partial<Criteria & { exportId: string } & Options> & SearchSchemaInput): NewPaymentsSearch {
  const exportId = valid(raw.exportId, isId)
  return { ...(exportId ? { exportId } : readCriteria(raw)), ...readOptions(raw) }
}
