import { Group } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { column, type Columns } from '../../components/DataTable'
import { LedgerLink } from '../../components/links'
import { StateBadge } from '../../components/StateBadge'
import { graphql } from '../../gql'
import type { ReportRowFragment } from '../../gql/graphql'
import type { Period } from '../../lib/days'
import { Commissions } from './Commissions'

export const reportRow = graphql(`
  fragment ReportRow on ReferralPartnerLedger {
    partner {
      id
      code
      name
      status
    }
    currencyCode
    beginningBalance
    adjustments
    payments
    endingBalance
    ...Commissions
  }
`)

type Row = ReportRowFragment

/** The columns of the report, named as the API orders by them. */
export function columns(period: Period, adjusted: boolean): Columns<Row> {
  const amount = (id: AmountField, label: string, order?: string) =>
    column<Row>(id, { label, order, numeric: true, main: id === 'endingBalance' }, (row) => <Amount value={row[id]} currency={row.currencyCode} />)

  return [
    column<Row>('partner', { label: 'Partner', order: 'PARTNER_NAME', rowHeader: true }, (row) => (
      <Partner row={row} period={period} />
    )),
    column<Row>('code', { label: 'Code', order: 'PARTNER_CODE', long: true }, ({ partner }) => partner.code),
    amount('beginningBalance', 'Beginning balance', 'BEGINNING_BALANCE'),
    column<Row>('commissions', { label: 'Commissions', order: 'COMMISSIONS', numeric: true }, (row) => (
      <Commissions ledger={row} />
    )),
    ...(adjusted ? [amount('adjustments', 'Adjustments')] : []),
    amount('payments', 'Payments', 'PAYMENTS'),
    amount('endingBalance', 'Ending balance', 'ENDING_BALANCE'),
  ]
}

type AmountField = 'beginningBalance' | 'adjustments' | 'payments' | 'endingBalance'

function Partner({ row: { partner, currencyCode }, period: { start, end } }: { row: Row; period: Period }) {
  return (
    <Group gap={6}>
      <LedgerLink partnerId={partner.id} currency={currencyCode} period={{ start, end }}>
        {partner.name}
      </LedgerLink>
      {partner.status === 'INACTIVE' && <StateBadge>Inactive</StateBadge>}
    </Group>
  )
}
