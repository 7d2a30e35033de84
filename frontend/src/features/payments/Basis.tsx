import type { ReactNode } from 'react'
import { Breakdown } from '../../components/Breakdown'
import { ledgerFigures } from '../../components/ledgerFigures'
import { graphql, readFragment, type FragmentType } from '../../gql'

const fragment = graphql(`
  fragment Basis on PaymentBasis {
    beginningBalance
    commissions
    adjustments
    payments
    endingBalance
  }
`)

interface Props {
  basis: FragmentType<typeof fragment>
  currency: string
  /** The amount that was found from it. */
  children: ReactNode
}

/** A payment's amount, and the five figures that it was found from, as they were then. */
export function Basis({ basis, currency, children }: Props) {
  const figures = readFragment(fragment, basis)
  return (
    <Breakdown hint="found from" parts={ledgerFigures.map(([name, label]) => [label, figures[name]] as const)} currency={currency}>
      {children}
    </Breakdown>
  )
}
