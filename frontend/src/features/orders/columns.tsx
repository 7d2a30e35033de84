import { Amount } from '../../components/Amount'
import { column, type Columns } from '../../components/DataTable'
import { graphql } from '../../gql'
import type { OrderEntryRowFragment, OrderLineRowFragment, OrderRefundRowFragment } from '../../gql/graphql'
import { formatAmount } from '../../lib/amounts'
import { formatDay, formatInstant } from '../../lib/days'
import { dayAt } from '../../lib/instants'
import { levelOf } from './level'

export const orderLine = graphql(`
  fragment OrderLineRow on OrderLine {
    sku
    description
    quantity
    unitPrice
    amount
  }
`)

export const orderEntry = graphql(`
  fragment OrderEntryRow on LedgerEntry {
    id
    date
    kind
    description
    source
    amount
    balance
  }
`)

export const orderRefund = graphql(`
  fragment OrderRefundRow on Refund {
    refundId
    refundedAt
    amount
  }
`)

export function lineColumns(currency: string): Columns<OrderLineRowFragment> {
  return [
    column('sku', { label: 'SKU', rowHeader: true }, ({ sku }) => sku),
    column('description', { label: 'Description', long: true }, ({ description }) => description),
    column('quantity', { label: 'Quantity', numeric: true }, ({ quantity }) => formatAmount(quantity)),
    column('unitPrice', { label: 'Unit price', numeric: true }, ({ unitPrice }) => <Amount value={unitPrice} currency={currency} />),
    column('amount', { label: 'Amount', numeric: true }, ({ amount }) => <Amount value={amount} currency={currency} />),
  ]
}

export function entryColumns(currency: string): Columns<OrderEntryRowFragment> {
  return [
    column('kind', { label: 'Kind', rowHeader: true }, ({ kind }) => (kind === 'CLAWBACK' ? 'Clawback' : 'Commission')),
    column('level', { label: 'Level' }, ({ source }) => levelOf(source)),
    column('date', { label: 'Date', whole: true }, ({ date }) => formatDay(date)),
    column('description', { label: 'Description', long: true }, ({ description }) => description),
    column('amount', { label: 'Amount', numeric: true }, ({ amount }) => <Amount value={amount} currency={currency} />),
    column('balance', { label: 'Balance after', numeric: true }, ({ balance }) => <Amount value={balance} currency={currency} />),
  ]
}

export function refundColumns(currency: string, timeZone?: string): Columns<OrderRefundRowFragment> {
  return [
    column('refund', { label: 'Refund', rowHeader: true }, ({ refundId }) => refundId),
    column('date', { label: 'Date', whole: true }, ({ refundedAt }) =>
      timeZone ? formatDay(dayAt(refundedAt, timeZone)) : formatInstant(refundedAt),
    ),
    column('amount', { label: 'Amount', numeric: true }, ({ amount }) => <Amount value={amount} currency={currency} />),
  ]
}
