import type { LedgerEntryKind } from '../gql/graphql'

/** What the kinds of entries are called wherever ledgers are shown. */
export const kindNames: Record<LedgerEntryKind, string> = {
  COMMISSION: 'Commission',
  CLAWBACK: 'Clawback',
  ADJUSTMENT: 'Adjustment',
  PAYMENT: 'Payment',
  PAYMENT_REVERSAL: 'Payment voided',
}
