import { Paper, Skeleton, Text, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { Period } from '../../lib/days'
import { balances } from './balances'

const balancesOf = graphql(`
  fragment Balances on ReferralPartnerLedger {
    currencyCode
    beginningBalance
    endingBalance
    entries(first: 500) {
      nodes {
        date
        balance
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

// The charts are a library of their own, larger than the page.
const Chart = lazy(async () => ({ default: (await import('./BalanceChart')).BalanceChart }))

interface Props {
  /** Nothing while it is loaded, or where it can't be. */
  ledger: FragmentType<typeof balancesOf> | undefined
  period: Period
  loading: boolean
  failed: boolean
}

/** How the balance went. Those who cannot see it have the same in the table of the entries. */
export function Balances({ ledger: given, period, loading, failed }: Props) {
  const ledger = readFragment(balancesOf, given)
  const more = ledger?.entries.pageInfo.hasNextPage ?? false
  const points = ledger ? balances({ ...period, ...ledger }, ledger.entries.nodes, !more) : []
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="xs">
        Balance over time
      </Title>
      {loading ? (
        <Skeleton height={180} />
      ) : points.length > 1 ? (
        <Suspense fallback={<Skeleton height={180} />}>
          <Chart points={points} currency={ledger!.currencyCode} />
        </Suspense>
      ) : (
        <Text size="sm" c="dimmed">
          {failed ? 'The balance over time cannot be read at present.' : 'Nothing moved in these days.'}
        </Text>
      )}
      {more && (
        <Text size="xs" c="dimmed" mt="xs">
          The first 500 entries of the period. Choose fewer days to see the others.
        </Text>
      )}
    </Paper>
  )
}
