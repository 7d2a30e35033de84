import { Text } from '@mantine/core'
import { LedgerLink } from '../../components/links'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { Period } from '../../lib/days'

const linkedPartner = graphql(`
  fragment LinkedPartner on ReferralPartner {
    id
    code
    name
  }
`)

interface Props {
  partner: FragmentType<typeof linkedPartner>
  currency: string
  /** Of the ledger that the link leads to; the last month if left out. */
  period?: Period
}

/** A partner's name and code, and the way to the ledger. */
export function PartnerLink({ partner, currency, period }: Props) {
  const { id, code, name } = readFragment(linkedPartner, partner)
  return (
    <span>
      <LedgerLink partnerId={id} currency={currency} period={period}>
        {name}
      </LedgerLink>{' '}
      <Text span c="dimmed" size="xs">
        {code}
      </Text>
    </span>
  )
}
