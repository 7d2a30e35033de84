import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core'
import { Amount } from '../../../components/Amount'
import { Failure } from '../../../components/Failure'
import { useAccess } from '../../../components/useAccess'
import type { PlanFragment } from '../../../gql/graphql'
import { counted, formatAmount } from '../../../lib/amounts'
import { isLost } from '../../../lib/lost'
import { Warning } from '../Warning'

interface Props {
  plan: PlanFragment
  /** The figures are those of the options, and were looked at. */
  ready: boolean
  busy: boolean
  confirmed: boolean
  onConfirm: (confirmed: boolean) => void
  onProcess: () => void
  onAgain: () => void
  error: Error | null
  /** What is wrong, as far as no field is about it. */
  problems: string[]
}

/** What is going to be recorded, and the button that does it. */
export function ProcessPanel(props: Props) {
  const { plan, ready, busy, confirmed, onConfirm, onProcess, onAgain, error, problems } = props
  const { refusal, business } = useAccess()
  const { paymentCount, total, currencyCode, exceedingCount, exceedingTotal } = plan
  const nobody = paymentCount === 0
  return (
    <Stack gap="sm">
      <div>
        <Text fz={24} fw={650} lh={1.2}>
          <Amount value={total} currency={currencyCode} />{' '}
          <Text span size="sm" c="dimmed" fw={500}>
            {currencyCode}
          </Text>
        </Text>
        <Text component="output" display="block" size="sm" c="dimmed">
          {nobody
            ? 'Nobody would be paid. The preview says why under Skipped.'
            : `${counted(paymentCount, 'payment is', 'payments are')} recorded, all or none. No money moves.`}
        </Text>
      </div>
      {exceedingCount > 0 && (
        <Warning title="Above what is owed now">
          <Text size="sm" mb="xs">
            {counted(exceedingCount, 'payment is', 'payments are')} above what is owed now, by{' '}
            {formatAmount(exceedingTotal, currencyCode)} {currencyCode} in all. Check “Never pay more than is owed” to cut
            them, or:
          </Text>
          <Checkbox
            label="Record them as they are"
            checked={confirmed}
            onChange={({ currentTarget }) => onConfirm(currentTarget.checked)}
          />
        </Warning>
      )}
      {problems.map((message) => (
        <Alert key={message} color="red" role="alert">
          {message}
        </Alert>
      ))}
      {error && !busy && (
        <Failure
          title={isLost(error) ? 'Whether the batch was recorded is not known. Trying again is safe: it makes one batch' : 'The batch was not recorded'}
          error={error}
          onRetry={isLost(error) ? onAgain : undefined}
        />
      )}
      {refusal ? (
        <Text size="sm">{refusal}</Text>
      ) : (
        <Button
          size="md"
          loading={busy}
          disabled={!business || !ready || nobody || (exceedingCount > 0 && !confirmed)}
          onClick={onProcess}
        >
          Process Action
        </Button>
      )}
    </Stack>
  )
}
