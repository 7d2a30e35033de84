import { Anchor, Box, Group, Paper, Tabs } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { StateBadge } from '../../components/StateBadge'
import { graphql, readFragment } from '../../gql'
import { formatCount } from '../../lib/amounts'
import { formatInstant } from '../../lib/days'
import { query, useAnswer } from '../../lib/query'
import { BatchFacts } from './BatchFacts'
import { BatchPayments, batchPageSize } from './BatchPayments'
import { BatchSkipped } from './BatchSkipped'
import { VoidBatch } from './VoidBatch'
import { Warning } from './Warning'

const batchQuery = graphql(`
  query Batch($batchId: String!, $first: Int!, $after: Cursor) {
    paymentBatch(batchId: $batchId) {
      ...BatchHead
      ...BatchFacts
      ...BatchPayments
    }
  }
`)

const batchHead = graphql(`
  fragment BatchHead on PaymentBatch {
    batchId
    status
    paymentCount
    skippedCount
    currencyCode
    period {
      start
      end
    }
    createdAt
    createdBy
    voidedAt
    voidReason
  }
`)

const route = getRouteApi('/payments/batches/$batchId')

/** One batch: what was recorded, who was skipped, and whether it still stands. */
export function Batch() {
  const { batchId } = route.useParams()
  const search = route.useSearch()
  const { data, error, isFetching, refetch } = useAnswer({
    ...query(batchQuery, { batchId, first: batchPageSize, after: search.after }),
    placeholderData: keepPreviousData,
  })
  const batch = data?.paymentBatch
  const head = readFragment(batchHead, batch)

  if (error) return <Failure title="The batch cannot be shown" error={error} onRetry={() => void refetch()} />
  if (batch === null) return <NoBatch batchId={batchId} />
  return (
    <>
      <PageHeader
        // Voided, it is another page: the button that did it is gone, and the heading has the focus.
        key={head?.voidedAt ? 'voided' : 'standing'}
        title={head?.batchId ?? batchId}
        description={
          head && (
            <Group gap={8}>
              {head.status === 'VOIDED' && <StateBadge>Voided</StateBadge>}
              Recorded {formatInstant(head.createdAt)} by {head.createdBy}
            </Group>
          )
        }
        actions={head?.status === 'RECORDED' && <VoidBatch batchId={head.batchId} />}
      />
      {head?.voidedAt && (
        <Box mb="lg">
          <Warning title="This batch was voided">
            {formatInstant(head.voidedAt)}: {head.voidReason}. Its payments were taken back, and are owed again.
          </Warning>
        </Box>
      )}
      <Paper withBorder p="md" mb="lg">
        <BatchFacts batch={batch} />
      </Paper>
      <Tabs defaultValue="payments" keepMounted={false}>
        <Tabs.List mb="md" aria-label="What the batch recorded">
          <Tabs.Tab value="payments">Payments{head && ` (${formatCount(head.paymentCount)})`}</Tabs.Tab>
          <Tabs.Tab value="skipped">Skipped{head && ` (${formatCount(head.skippedCount)})`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="payments">
          <BatchPayments batch={batch} search={search} busy={!!data && isFetching} />
        </Tabs.Panel>
        <Tabs.Panel value="skipped">
          {head && <BatchSkipped batchId={head.batchId} currency={head.currencyCode} period={head.period} />}
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

function NoBatch({ batchId }: { batchId: string }) {
  return (
    <>
      <PageHeader title="No such batch" />
      <Nothing
        title={`There is no batch ${batchId}`}
        actions={<Anchor renderRoot={(props) => <Link to="/payments" {...props} />}>Look at all batches</Anchor>}
      >
        It may have been mistyped. Batches are never deleted.
      </Nothing>
    </>
  )
}
