import { Tabs, Text } from '@mantine/core'
import type { PlanFragment } from '../../../gql/graphql'
import { formatCount } from '../../../lib/amounts'
import { PlannedLines } from './PlannedLines'
import { PlannedSkips } from './PlannedSkips'
import type { Lines, Planning } from './usePlanned'

interface Props {
  planning: Planning
  plan: PlanFragment
  lines: Lines
}

/** Who would be paid how much, and who would not. */
export function Preview({ planning, plan, lines }: Props) {
  return (
    <Tabs defaultValue="payments" keepMounted={false} component="section">
      <Tabs.List mb="md" aria-label="Preview">
        <Tabs.Tab value="payments">Payments ({formatCount(plan.paymentCount)})</Tabs.Tab>
        <Tabs.Tab value="skipped">Skipped ({formatCount(plan.skippedCount)})</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="payments">
        {plan.paymentCount === 0 ? (
          <Text size="sm">Nobody would be paid: every partner on the report is skipped.</Text>
        ) : (
          <PlannedLines lines={lines} currency={plan.currencyCode} period={plan.period} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="skipped">
        <PlannedSkips planning={planning} plan={plan} />
      </Tabs.Panel>
    </Tabs>
  )
}
