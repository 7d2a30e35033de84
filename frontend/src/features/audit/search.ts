import type { SearchSchemaInput } from '@tanstack/react-router'
import type { AuditAction, AuditCriteria } from '../../gql/graphql'
import { isDay, type Day } from '../../lib/days'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { isId, oneOf, valid } from '../../lib/search'
import { actions } from './actions'

/** Which events, as the address has it. Without days: all of them. */
export interface Criteria {
  start?: Day
  end?: Day
  action?: AuditAction
  partner?: string
  search?: string
}

export interface AuditSearch extends Criteria, PageSearch {}

export function readAuditSearch(raw: Partial<AuditSearch> & SearchSchemaInput): AuditSearch {
  const start = valid(raw.start, isDay)
  const end = valid(raw.end, isDay)
  return {
    ...(start && end && start <= end ? { start, end } : {}),
    action: oneOf(actions, raw.action),
    partner: valid(raw.partner, isId),
    search: valid(raw.search),
    ...readPageSearch(raw),
  }
}

/** The criteria as the API takes them. */
export function auditCriteria({ start, end, action, partner, search }: Criteria): AuditCriteria {
  return { period: start && end ? { start, end } : undefined, action, partnerId: partner, search }
}

/** Where the server has the same events as a file, and what to call it. */
export function auditFile({ start, end, action, partner, search }: Criteria): { downloadUrl: string; fileName: string } {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ start, end, action, partnerId: partner, search })) {
    if (value) parameters.set(name, value)
  }
  const days = start && end ? `_${start}_${end}` : ''
  return { downloadUrl: `/audit-log.csv?${parameters}`, fileName: `audit-log${days}.csv` }
}
