import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Period } from '../../lib/days'

interface Props {
  partner: { id: string; name: string }
  period: Period
  currency: string
}

/** A partner's name, which leads to the ledger that the row's figure is from. */
export function PartnerCell({ partner, period: { start, end }, currency }: Props) {
  return (
    <Anchor
      fw={500}
      renderRoot={(props) => (
        <Link to="/ledgers/$partnerId" params={{ partnerId: partner.id }} search={{ start, end, currency }} {...props} />
      )}
    >
      {partner.name}
    </Anchor>
  )
}
