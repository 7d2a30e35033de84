import type { LedgerEntryKind } from '../../gql/graphql'
import classes from './Ledger.module.css'
import { kindNames } from '../../components/kindNames'

// A sign of its own for each: colour alone would tell nothing to many people.
const shapes: Record<LedgerEntryKind, string> = {
  COMMISSION: 'M10 4v12M4 10h12',
  CLAWBACK: 'M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8H9',
  ADJUSTMENT: 'M4 7h12M4 13h12M13 5v4M7 11v4',
  PAYMENT: 'M4 10h12m-5-5 5 5-5 5',
  PAYMENT_REVERSAL: 'm5 5 10 10M15 5 5 15',
}

/** What an entry is about, as a sign and a word. */
export function Kind({ kind }: { kind: LedgerEntryKind }) {
  return (
    <span className={classes.kind} data-kind={kind}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={shapes[kind]} />
      </svg>
      {kindNames[kind]}
    </span>
  )
}
