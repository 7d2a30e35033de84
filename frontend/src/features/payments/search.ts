import type { SearchSchemaInput } from '@tanstack/react-router'
import type { PaymentCriteria, PaymentType } from '../../gql/graphql'
import { isAmount, isNegative } from '../../lib/amounts'
import { firstYear, isDay, makeDay, type Day, type Period } from '../../lib/days'
import { readPageSearch, type PageSearch } from '../../lib/paging'
import { readDays } from '../../lib/periodSearch'
import { isCurrencyCode, isId, oneOf, valid } from '../../lib/search'
import { paymentTypes } from './methods'

/** What the payment search is asked for, as its address has it. */
export interface Criteria {
  start?: Day
  end?: Day
  batch?: string
  partner?: string
  minimum?: string
  maximum?: string
  type?: PaymentType
  in?: 'batch' | 'one-off'
  currency?: string
}

export interface PaymentSearch extends Criteria, PageSearch {}

export function readPaymentSearch(raw: Partial<PaymentSearch> & SearchSchemaInput): PaymentSearch {
  const start = valid(raw.start, isDay)
  const end = valid(raw.end, isDay)
  return {
    ...(start && end && start > end ? { start: undefined, end: undefined } : { start, end }),
    batch: valid(raw.batch),
    partner: valid(raw.partner, isId),
    minimum: valid(raw.minimum, isLimit),
    maximum: valid(raw.maximum, isLimit),
    type: oneOf(paymentTypes, raw.type),
    in: oneOf(['batch', 'one-off'], raw.in),
    currency: valid(raw.currency, isCurrencyCode),
    ...readPageSearch(raw),
  }
}

/** The criteria as the API takes them. A period with one end open reaches as far as the calendar does. */
export function paymentCriteria(criteria: Criteria): PaymentCriteria {
  const { start, end } = criteria
  return {
    period: start || end ? { start: start ?? makeDay(firstYear, 1, 1), end: end ?? '9999-12-31' } : undefined,
    batchId: criteria.batch,
    partnerIds: criteria.partner ? [criteria.partner] : undefined,
    minimumAmount: criteria.minimum,
    maximumAmount: criteria.maximum,
    type: criteria.type,
    inBatch: criteria.in && criteria.in === 'batch',
    currencyCode: criteria.currency,
  }
}

/** The days of a partner's own payments, or else all of them. */
export type OwnPaymentsSearch = Partial<Period> & PageSearch

export function readOwnPaymentsSearch(raw: OwnPaymentsSearch & SearchSchemaInput): OwnPaymentsSearch {
  return { ...readDays(raw), ...readPageSearch(raw) }
}

/** Payments are more than zero, and so are the limits of a search for them. */
export function isLimit(text: string): boolean {
  return isAmount(text) && !isNegative(text)
}
