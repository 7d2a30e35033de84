import { Radio, SimpleGrid, Skeleton, Text } from '@mantine/core'
import { Amount } from '../../../components/Amount'
import type { PaymentMethod, PlanFragment } from '../../../gql/graphql'
import { counted, formatCount } from '../../../lib/amounts'
import { methodMeanings, methodNames, methods } from '../methods'
import classes from './MethodCards.module.css'
import type { Plans } from './usePlans'

interface Props {
  value: PaymentMethod
  onChange: (method: PaymentMethod) => void
  plans: Plans | undefined
  busy: boolean
}

/** The three methods side by side: what each pays, and what that comes to. */
export function MethodCards({ value, onChange, plans, busy }: Props) {
  return (
    <Radio.Group
      label="Method"
      description="One for all partners of the batch"
      value={value}
      onChange={(method) => onChange(method as PaymentMethod)}
      mb="lg"
    >
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="md" mt="xs" data-busy={busy || undefined} className={classes.cards}>
        {methods.map((method) => (
          <label key={method} className={classes.card} data-checked={method === value || undefined}>
            <span className={classes.name}>
              <Radio value={method} aria-label={methodNames[method]} aria-describedby={`about-${method} sum-${method}`} />
              {methodNames[method]}
            </span>
            <Text component="span" size="sm" c="dimmed" id={`about-${method}`}>
              {methodMeanings[method]}
            </Text>
            <span className={classes.figures} id={`sum-${method}`}>
              {plans ? <Sum plan={plans[method]} /> : <Skeleton height={44} />}
            </span>
          </label>
        ))}
      </SimpleGrid>
    </Radio.Group>
  )
}

function Sum({ plan }: { plan: PlanFragment }) {
  const { paymentCount, total, currencyCode, exceedingCount, skippedCount } = plan
  return (
    <>
      <span className={classes.total}>
        <Amount value={total} currency={currencyCode} /> <small>{currencyCode}</small>
      </span>
      <Text component="span" size="xs" c="dimmed">
        {counted(paymentCount, 'payment', 'payments')} · {formatCount(skippedCount)} skipped
        {exceedingCount > 0 && ` · ${formatCount(exceedingCount)} above what is owed now`}
      </Text>
    </>
  )
}
