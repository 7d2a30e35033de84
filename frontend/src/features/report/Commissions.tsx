import { Amount } from '../../components/Amount'
import { Breakdown } from '../../components/Breakdown'
import { graphql, readFragment, type FragmentType } from '../../gql'
import { isZero } from '../../lib/amounts'

const commissions = graphql(`
  fragment Commissions on ReferralPartnerLedger {
    currencyCode
    commissions
    commissionsEarned
    clawbacks
  }
`)

interface Props {
  ledger: FragmentType<typeof commissions>
}

/** The commissions of a ledger; where some were clawed back, the two parts. */
export function Commissions({ ledger }: Props) {
  const { currencyCode, commissions: net, commissionsEarned, clawbacks } = readFragment(commissions, ledger)
  const sum = <Amount value={net} currency={currencyCode} />
  if (isZero(clawbacks)) return sum
  const parts = [['Earned', commissionsEarned], ['Clawed back', clawbacks]] as const
  return (
    <Breakdown hint="earned and clawed back" parts={parts} currency={currencyCode}>
      {sum}
    </Breakdown>
  )
}
