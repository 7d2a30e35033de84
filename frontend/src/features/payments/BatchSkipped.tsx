import { Text } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { Failure } from '../../components/Failure'
import { graphql } from '../../gql'
import type { Period } from '../../lib/days'
import { query, useAnswer } from '../../lib/query'
import { Skipped } from './Skipped'
import { partSize, usePages } from './usePages'

const skippedQuery = graphql(`
  query BatchSkipped($batchId: String!, $first: Int!, $after: Cursor) {
    paymentBatch(batchId: $batchId) {
      skipped(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        ...SkippedPage
      }
    }
  }
`)

interface Props {
  batchId: string
  currency: string
  period: Period
}

/** The partners on the report who got no payment from a batch. */
export function BatchSkipped({ batchId, currency, period }: Props) {
  const { after, paging } = usePages(batchId)
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer({
    ...query(skippedQuery, { batchId, first: partSize, after }),
    placeholderData: keepPreviousData,
  })
  const page = data?.paymentBatch?.skipped
  if (error) return <Failure title="The skipped partners cannot be shown" error={error} onRetry={() => void refetch()} />
  if (page?.totalCount === 0) return <Text size="sm">Nobody was skipped: every partner on the report got a payment.</Text>
  return (
    <Skipped
      page={page}
      paging={paging(page?.pageInfo, isPlaceholderData)}
      busy={!!data && isFetching}
      currency={currency}
      period={period}
    />
  )
}
