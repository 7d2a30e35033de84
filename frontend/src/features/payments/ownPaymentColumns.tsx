import { Group } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { column, type Columns } from '../../components/DataTable'
import { StateBadge } from '../../components/StateBadge'
import { graphql } from '../../gql'
import type { OwnPaymentFragment } from '../../gql/graphql'
import { formatDay, formatPeriod } from '../../lib/days'
import { typeNames } from './methods'

export const ownPayment = graphql(`
  fragment OwnPayment on Payment {
    id
    date
    type
    amount
    currencyCode
    voidedAt
    batch {
      batchId
      period {
        start
        end
      }
    }
  }
`)

/** A partner's own payments. */
export const ownColumns: Columns<OwnPaymentFragment> = [
  column('date', { label: 'Paid on', rowHeader: true }, ({ date, voidedAt }) => (
    <Group gap={6}>
      {formatDay(date)}
      {voidedAt && <StateBadge>Voided</StateBadge>}
    </Group>
  )),
  column('type', { label: 'Type' }, ({ type }) => typeNames[type]),
  column('batch', { label: 'Batch', long: true }, ({ batch }) => batch?.batchId ?? 'One-off'),
  column('period', { label: 'For' }, ({ batch }) => batch && formatPeriod(batch.period)),
  column('amount', { label: 'Amount', numeric: true }, ({ amount, currencyCode, voidedAt }) => {
    const sum = <Amount value={amount} currency={currencyCode} />
    return voidedAt ? <s>{sum}</s> : sum
  }),
]
