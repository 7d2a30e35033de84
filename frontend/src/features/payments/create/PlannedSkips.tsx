import { Text } from '@mantine/core'
import { Failure } from '../../../components/Failure'
import type { PlanFragment } from '../../../gql/graphql'
import { Skipped } from '../Skipped'
import { useSkips, type Planning } from './usePlanned'

interface Props {
  planning: Planning
  plan: PlanFragment
}

/** The partners on the report whom the batch would leave out. */
export function PlannedSkips({ planning, plan }: Props) {
  const { page, paging, busy, error, retry } = useSkips(planning)
  if (plan.skippedCount === 0) return <Text size="sm">Nobody is skipped: every partner on the report gets a payment.</Text>
  if (error) return <Failure title="The skipped partners cannot be shown" error={error} onRetry={retry} />
  return <Skipped page={page?.skipped} paging={paging} busy={busy} currency={plan.currencyCode} period={plan.period} />
}
