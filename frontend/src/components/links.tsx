import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Period } from '../lib/days'

interface LedgerProps {
  partnerId: string
  currency: string
  /** The days of the ledger; the last month if left out. */
  period?: Period
  children: ReactNode
}

/** The way to a partner's ledger. */
export function LedgerLink({ partnerId, currency, period, children }: LedgerProps) {
  const search = { start: period?.start, end: period?.end, currency }
  return (
    <Anchor fw={500} renderRoot={(props) => <Link to="/ledgers/$partnerId" params={{ partnerId }} search={search} {...props} />}>
      {children}
    </Anchor>
  )
}

export function PartnerLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Anchor fw={500} renderRoot={(props) => <Link to="/partners/$partnerId" params={{ partnerId: id }} {...props} />}>
      {children}
    </Anchor>
  )
}

export function BatchLink({ batchId }: { batchId: string }) {
  return (
    <Anchor fw={500} renderRoot={(props) => <Link to="/payments/batches/$batchId" params={{ batchId }} {...props} />}>
      {batchId}
    </Anchor>
  )
}
