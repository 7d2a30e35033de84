import { Title } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { LedgerLink } from '../../components/links'
import { Note } from '../../components/Nothing'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { TopPartnerFragment } from '../../gql/graphql'
import { isNegative, isZero } from '../../lib/amounts'
import type { Period } from '../../lib/days'

const topPartners = graphql(`
  fragment TopPartners on ReferralPartnerLedgerConnection {
    nodes {
      ...TopPartner
    }
  }
`)

const topPartner = graphql(`
  fragment TopPartner on ReferralPartnerLedger {
    partner {
      id
      code
      name
    }
    currencyCode
    commissions
  }
`)

interface Props {
  report: FragmentType<typeof topPartners>
  period: Period
}

/** Who earned most. */
export function TopPartners({ report, period }: Props) {
  const all = readFragment(topPartner, readFragment(topPartners, report).nodes)
  const rows = all.filter(({ commissions }) => !isZero(commissions) && !isNegative(commissions))
  const columns: Columns<TopPartnerFragment> = [
    column('partner', { label: 'Partner', rowHeader: true }, ({ partner, currencyCode }) => (
      <LedgerLink partnerId={partner.id} period={period} currency={currencyCode}>
        {partner.name}
      </LedgerLink>
    )),
    column('code', { label: 'Code' }, ({ partner }) => partner.code),
    column('commissions', { label: 'Commissions', numeric: true }, ({ commissions, currencyCode }) => (
      <Amount value={commissions} currency={currencyCode} />
    )),
  ]
  return (
    <section>
      <Title order={2} mb="sm">
        Top partners of the period
      </Title>
      {rows.length > 0 ? (
        <DataTable caption="Top partners of the period" columns={columns} rows={rows} rowId={({ partner }) => partner.id} />
      ) : (
        <Note>Nobody earned a commission in these months.</Note>
      )}
    </section>
  )
}
