import { Group, Paper, Skeleton, Stack, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Amount } from '../../components/Amount'
import { DataTable } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { Figure, Figures } from '../../components/Figures'
import { PartnerLink } from '../../components/links'
import { Nothing, Note } from '../../components/Nothing'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment } from '../../gql'
import { formatDay, formatInstant } from '../../lib/days'
import { dayAt } from '../../lib/instants'
import { query, useAnswer } from '../../lib/query'
import { entryColumns, lineColumns, orderEntry, orderLine, orderRefund, refundColumns } from './columns'
import { RecordRefund } from './RecordRefund'

const orderQuery = graphql(`
  query Order($orderId: String!) {
    order(orderId: $orderId) {
      orderId
      orderedAt
      customerId
      currencyCode
      total
      partner {
        id
        code
        name
      }
      lines {
        ...OrderLineRow
      }
      entries {
        ...OrderEntryRow
      }
      refunds {
        ...OrderRefundRow
      }
    }
  }
`)

/** One order: its lines, what they earned, and what was clawed back. */
export function Order({ orderId }: { orderId: string }) {
  const { data, error, refetch } = useAnswer(query(orderQuery, { orderId }))
  const { business } = useAccess()
  const order = data?.order
  const entries = readFragment(orderEntry, order?.entries)
  const lines = readFragment(orderLine, order?.lines)
  const refunds = readFragment(orderRefund, order?.refunds)

  if (error) return <Failure title="The order cannot be shown" error={error} onRetry={() => void refetch()} />
  if (order === null) {
    return (
      <Nothing title={`There is no order ${orderId}`}>
        An id is found letter for letter. The order may not have been recorded yet: import the file that has it.
      </Nothing>
    )
  }
  if (!order) return <Skeleton height={240} />
  const { currencyCode, partner } = order
  return (
    <Stack gap="xl">
      <Paper component="section" withBorder p="md">
        <Title order={2} mb="sm">
          Order {order.orderId}
        </Title>
        <Figures>
          <Figure label={`Total in ${currencyCode}`} large>
            <Amount value={order.total} currency={currencyCode} />
          </Figure>
          <Figure label="Ordered">
            {business ? formatDay(dayAt(order.orderedAt, business.timeZone)) : formatInstant(order.orderedAt)}
          </Figure>
          <Figure label="Referred by">
            {partner ? <PartnerLink id={partner.id}>{`${partner.name} (${partner.code})`}</PartnerLink> : '–'}
          </Figure>
          <Figure label="Customer">{order.customerId ?? '–'}</Figure>
        </Figures>
      </Paper>
      <Part title="Commissions and clawbacks" empty="The order earned nothing: no rule of the partner’s program was for it.">
        {entries && entries.length > 0 && (
          <DataTable caption={`Commissions and clawbacks of the order, in ${currencyCode}`} columns={entryColumns(currencyCode)} rows={[...entries]} rowId={({ id }) => id} />
        )}
      </Part>
      <Part
        title="Refunds"
        empty="Nothing was refunded."
        action={<RecordRefund order={order} />}
      >
        {refunds && refunds.length > 0 && (
          <DataTable caption={`Refunds of the order, in ${currencyCode}`} columns={refundColumns(currencyCode, business?.timeZone)} rows={[...refunds]} rowId={({ refundId }) => refundId} />
        )}
      </Part>
      <Part title="Lines" empty="The order has no lines.">
        {lines && lines.length > 0 && (
          <DataTable
            caption={`Lines of the order, in ${currencyCode}`}
            columns={lineColumns(currencyCode)}
            rows={[...lines]}
            rowId={(line) => String(lines.indexOf(line))}
            totals={{ sku: 'Total', amount: <Amount value={order.total} currency={currencyCode} /> }}
          />
        )}
      </Part>
    </Stack>
  )
}

interface PartProps {
  title: string
  /** Said where there is nothing to show. */
  empty: string
  action?: ReactNode
  children: ReactNode
}

function Part({ title, empty, action, children }: PartProps) {
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{title}</Title>
        {action}
      </Group>
      {children || <Note>{empty}</Note>}
    </section>
  )
}
