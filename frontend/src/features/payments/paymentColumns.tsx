import { Group, Text } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { column, type Columns } from '../../components/DataTable'
import { BatchLink } from '../../components/links'
import { StateBadge } from '../../components/StateBadge'
import { graphql } from '../../gql'
import type { PaymentRowFragment } from '../../gql/graphql'
import { formatDay, formatInstant } from '../../lib/days'
import { Basis } from './Basis'
import { typeNames } from './methods'
import { PartnerLink } from './PartnerLink'
import { VoidPayment } from './VoidPayment'

export const paymentRow = graphql(`
  fragment PaymentRow on Payment {
    id
    partner {
      id
      ...LinkedPartner
    }
    amount
    currencyCode
    type
    date
    note
    batch {
      batchId
      period {
        start
        end
      }
    }
    basis {
      ...Basis
    }
    voidedAt
    voidReason
    ...VoidablePayment
  }
`)

type Row = PaymentRowFragment

const partner = column<Row>('partner', { label: 'Partner', rowHeader: true }, (row) => (
  <PartnerLink partner={row.partner} currency={row.currencyCode} period={row.batch?.period} />
))

const status = column<Row>('status', { label: 'Status', long: true }, ({ voidedAt, voidReason }) =>
  voidedAt ? (
    <Group gap={6}>
      <StateBadge>Voided</StateBadge>
      <Text span size="xs" c="dimmed">
        {formatInstant(voidedAt)}: {voidReason}
      </Text>
    </Group>
  ) : (
    'Recorded'
  ),
)

const amount = column<Row>('amount', { label: 'Amount', numeric: true }, (row) => {
  const sum = <Amount value={row.amount} currency={row.currencyCode} />
  const shown = row.voidedAt ? <s>{sum}</s> : sum
  return row.basis ? (
    <Basis basis={row.basis} currency={row.currencyCode}>
      {shown}
    </Basis>
  ) : (
    shown
  )
})

const actions = column<Row>('actions', { label: 'Actions' }, (row) => (row.voidedAt ? null : <VoidPayment payment={row} />))

/** The columns of the payment search. */
export function foundColumns(mayWrite: boolean): Columns<Row> {
  return [
    partner,
    column('date', { label: 'Paid on', whole: true }, ({ date }) => formatDay(date)),
    column('batch', { label: 'Batch', long: true }, ({ batch, note }) => (
      <Group gap={6}>
        {batch ? <BatchLink batchId={batch.batchId} /> : 'One-off'}
        {note && (
          <Text span size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </Group>
    )),
    column('type', { label: 'Type', whole: true }, ({ type }) => typeNames[type]),
    status,
    column('currency', { label: 'Currency' }, ({ currencyCode }) => currencyCode),
    amount,
    ...(mayWrite ? [actions] : []),
  ]
}

/** The columns within a batch, which says the rest above them. */
export function batchColumns(mayWrite: boolean): Columns<Row> {
  return [partner, status, amount, ...(mayWrite ? [actions] : [])]
}
