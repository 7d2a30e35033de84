import type { LedgerCriteria, PaymentMethod, PaymentType } from '../../../gql/graphql'
import { isDay, type Day } from '../../../lib/days'
import { oneOf, valid } from '../../../lib/search'
import { methods, paymentTypes } from '../methods'
import { isLimit } from '../search'

/** What is paid: the report of these criteria, or the figures that an export froze. */
export type Source = { criteria: LedgerCriteria } | { exportId: string }

/** How it is paid, as the address has it; what is left out is prefilled. */
export interface Options {
  method?: PaymentMethod
  type?: PaymentType
  batch?: string
  date?: Day
  /** The smallest payment. */
  least?: string
  cap?: '1'
  repeat?: '1'
}

export function readOptions(raw: Partial<Options>): Options {
  return {
    method: oneOf(methods, raw.method),
    type: oneOf(paymentTypes, raw.type),
    batch: valid(raw.batch),
    date: valid(raw.date, isDay),
    least: valid(raw.least, isLimit),
    cap: oneOf(['1'], raw.cap),
    repeat: oneOf(['1'], raw.repeat),
  }
}

/** How long a plan may take: it reads every ledger, of a hundred thousand partners where there are so many. */
export const planSeconds = 120

/** What decides who would be paid how much. Type and batch id don't; the date gives the batch id its default. */
export function planArguments(source: Source, options: Options) {
  return {
    ...source,
    date: options.date,
    minimumPayment: options.least,
    capAtBalance: options.cap === '1',
    allowRepeat: options.repeat === '1',
  }
}

/** Whether the options can be sent as they were typed. */
export function isComplete({ least, date }: Options): boolean {
  return (least === undefined || isLimit(least)) && (date === undefined || isDay(date))
}
