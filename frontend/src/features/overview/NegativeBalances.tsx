import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { LedgerLink } from '../../components/links'
import { Note } from '../../components/Nothing'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { NegativeBalanceFragment } from '../../gql/graphql'
import { isNegative } from '../../lib/amounts'
import { allTime } from '../../lib/periods'

const negativeBalances = graphql(`
  fragment NegativeBalances on ReferralPartnerLedgerConnection {
    nodes {
      ...NegativeBalance
    }
  }
`)

const negativeBalance = graphql(`
  fragment NegativeBalance on ReferralPartnerLedger {
    partner {
      id
      code
      name
    }
    currencyCode
    endingBalance
  }
`)

const columns: Columns<NegativeBalanceFragment> = [
  column('partner', { label: 'Partner', rowHeader: true }, ({ partner, currencyCode }) => (
    <WholeLedger partnerId={partner.id} currency={currencyCode}>
      {partner.name}
    </WholeLedger>
  )),
  column('code', { label: 'Code' }, ({ partner }) => partner.code),
  column('balance', { label: 'Balance now', numeric: true }, ({ endingBalance, currencyCode }) => (
    <Amount value={endingBalance} currency={currencyCode} />
  )),
]

function WholeLedger(props: { partnerId: string; currency: string; children: ReactNode }) {
  const { today } = useAccess()
  return <LedgerLink {...props} period={allTime(today)} />
}

/** Who was paid or earned more than stands by now: carried until earned again. */
export function NegativeBalances({ report }: { report: FragmentType<typeof negativeBalances> }) {
  const all = readFragment(negativeBalance, readFragment(negativeBalances, report).nodes)
  const rows = all.filter(({ endingBalance }) => isNegative(endingBalance))
  return (
    <section>
      <Title order={2} mb="sm">
        Negative balances
      </Title>
      {rows.length > 0 ? (
        <DataTable caption="Negative balances" columns={columns} rows={rows} rowId={({ partner }) => partner.id} />
      ) : (
        <Note>No partner owes anything back.</Note>
      )}
    </section>
  )
}
