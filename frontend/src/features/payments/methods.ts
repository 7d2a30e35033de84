import type { PaymentMethod, PaymentType, PaymentWarning, SkipReason } from '../../gql/graphql'

export const methods: readonly PaymentMethod[] = ['COMMISSION_EARNED', 'BEGINNING_BALANCE_PLUS_COMMISSION_EARNED', 'ENDING_BALANCE']

/** The methods in the words of the report. */
export const methodNames: Record<PaymentMethod, string> = {
  COMMISSION_EARNED: 'Commission earned',
  BEGINNING_BALANCE_PLUS_COMMISSION_EARNED: 'Beginning balance + commission earned',
  ENDING_BALANCE: 'Ending balance',
}

/** What each method pays, by the columns of the report. */
export const methodMeanings: Record<PaymentMethod, string> = {
  COMMISSION_EARNED:
    'The Commissions column: earned in the period, less what was clawed back. What was owed before stays owed.',
  BEGINNING_BALANCE_PLUS_COMMISSION_EARNED:
    'The Beginning balance and the Commissions columns: also what was still owed from before. Adjustments and payments in the period are left aside.',
  ENDING_BALANCE:
    'The Ending balance column: all that is owed at the end of the period, adjustments and payments included.',
}

export const paymentTypes: readonly PaymentType[] = ['CHECK', 'PAYPAL', 'BANK_TRANSFER', 'WISE', 'CASH', 'CREDIT', 'OTHER']

export const typeNames: Record<PaymentType, string> = {
  CHECK: 'Check',
  PAYPAL: 'PayPal',
  BANK_TRANSFER: 'Bank transfer',
  WISE: 'Wise',
  CASH: 'Cash',
  CREDIT: 'Credit in the shop',
  OTHER: 'Other',
}

export const typeOptions = paymentTypes.map((type) => ({ value: type, label: typeNames[type] }))

export const reasonNames: Record<SkipReason, string> = {
  ZERO_AMOUNT: 'Nothing to pay',
  NEGATIVE_AMOUNT: 'The partner owes us',
  BELOW_MINIMUM: 'Below the minimum payment',
  ALREADY_PAID: 'Paid already for some of these days',
}

export const warningNames: Record<PaymentWarning, string> = {
  EXCEEDS_BALANCE: 'Above what is owed now',
  CAPPED_AT_BALANCE: 'Cut to what is owed now',
  PARTNER_INACTIVE: 'Inactive partner',
}
