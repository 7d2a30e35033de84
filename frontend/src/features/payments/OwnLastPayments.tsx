import { Anchor, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { DataTable } from '../../components/DataTable'
import { Failure } from '../../components/Failure'
import { graphql, readFragment } from '../../gql'
import { query, useAnswer } from '../../lib/query'
import { ownColumns, ownPayment } from './ownPaymentColumns'

const lastQuery = graphql(`
  query OwnLastPayments {
    viewer {
      partner {
        payments(first: 5) {
          nodes {
            ...OwnPayment
          }
        }
      }
    }
  }
`)

/** What a partner was paid last. */
export function OwnLastPayments() {
  const { data, error, refetch } = useAnswer(query(lastQuery, {}))
  const rows = readFragment(ownPayment, data?.viewer.partner?.payments.nodes)
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>Last payments</Title>
        <Anchor fz="sm" renderRoot={(props) => <Link to="/portal/payments" {...props} />}>
          All payments
        </Anchor>
      </Group>
      {error ? (
        <Failure title="The payments cannot be shown" error={error} onRetry={() => void refetch()} />
      ) : rows?.length === 0 ? (
        <Text size="sm" c="dimmed">
          You were not paid yet.
        </Text>
      ) : (
        <DataTable caption="Last payments" columns={ownColumns} rows={rows} rowId={({ id }) => id} />
      )}
    </section>
  )
}
