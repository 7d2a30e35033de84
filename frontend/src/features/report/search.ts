import type { SearchSchemaInput } from '@tanstack/react-router'
import type { LedgerCriteria, LedgerOrder, LedgerOrderField, PartnerStatus } from '../../gql/graphql'
import { isAmount } from '../../lib/amounts'
import { isDay, today, type Day } from '../../lib/days'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { lastMonth } from '../../lib/periods'
import { isCurrencyCode, isId, oneOf, valid } from '../../lib/search'

/** What the report is asked for, as its address has it. */
export interface Criteria {
  start: Day
  end: Day
  search?: string
  status?: PartnerStatus
  program?: string
  parent?: string
  currency?: string
  minimum?: string
  hideZero?: '1'
}

export interface ReportSearch extends Criteria, PageSearch {
  order?: LedgerOrderField
  direction?: LedgerOrder['direction']
  /** Rows on a page, if not as many as usual. */
  size?: number
}

export const pageSizes = [10, 25, 50, 100, 200]
export const usualPageSize = 50

const fields = ['PARTNER_NAME', 'PARTNER_CODE', 'BEGINNING_BALANCE', 'COMMISSIONS', 'PAYMENTS', 'ENDING_BALANCE'] as const

/** The period is always in the address, so that the same address is the same report next month. */
export function readReportSearch(raw: Partial<ReportSearch> & SearchSchemaInput): ReportSearch {
  const size = pageSizes.find((one) => one !== usualPageSize && String(one) === String(raw.size))
  return { ...readCriteria(raw), ...readOrder(raw), size, ...readPageSearch(raw) }
}

export function readCriteria(raw: Partial<Criteria>): Criteria {
  const start = valid(raw.start, isDay)
  const end = valid(raw.end, isDay)
  return {
    ...(start && end && start <= end ? { start, end } : lastMonth(today())),
    search: valid(raw.search),
    status: oneOf(['ACTIVE', 'INACTIVE'], raw.status),
    program: valid(raw.program, isId),
    parent: valid(raw.parent, isId),
    currency: valid(raw.currency, isCurrencyCode),
    minimum: valid(raw.minimum, isAmount),
    hideZero: oneOf(['1'], raw.hideZero),
  }
}

function readOrder(raw: Partial<ReportSearch>): Pick<ReportSearch, 'order' | 'direction'> {
  const order = oneOf(fields, raw.order)
  const direction = oneOf(['ASC', 'DESC'], raw.direction)
  return order && direction ? { order, direction } : { order: undefined, direction: undefined }
}

/** The criteria as the report, its export, its print and its payments take them. */
export function ledgerCriteria(criteria: Criteria): LedgerCriteria {
  return {
    period: { start: criteria.start, end: criteria.end },
    search: criteria.search,
    status: criteria.status,
    programId: criteria.program,
    parentId: criteria.parent,
    currencyCode: criteria.currency,
    minimumEndingBalance: criteria.minimum,
    nonZeroOnly: criteria.hideZero === '1',
  }
}

export function ledgerOrder({ order, direction }: ReportSearch): LedgerOrder {
  return order && direction ? { field: order, direction } : { field: 'PARTNER_NAME', direction: 'ASC' }
}
