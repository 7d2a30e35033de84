import { Box, Button, Divider, Fieldset, Paper, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { Failure } from '../../../components/Failure'
import { PageHeader } from '../../../components/PageHeader'
import { useAccess } from '../../../components/useAccess'
import { formatPeriod } from '../../../lib/days'
import { sortProblems } from '../../../lib/userErrors'
import { partSize } from '../usePages'
import { Warning } from '../Warning'
import classes from './CreatePayments.module.css'
import { MethodCards } from './MethodCards'
import { isComplete, planArguments, type Options, type Source } from './options'
import { OptionsForm } from './OptionsForm'
import { Preview } from './Preview'
import { ProcessPanel } from './ProcessPanel'
import { StaleNotice, type Seen } from './StaleNotice'
import { useLines, type Planning } from './usePlanned'
import { usePlans } from './usePlans'
import { useProcess } from './useProcess'

// What the form has, and the fingerprint: the new figures themselves tell what is wrong with that.
const fields = ['type', 'batchId', 'date', 'minimumPayment', 'fingerprint']

interface Props {
  source: Source
  /** As the address has them. */
  initial: Options
  onOptions: (options: Options) => void
}

/** From the report, or an export of it, to a batch of payments: choose, look, process. */
export function CreatePayments({ source, initial, onOptions }: Props) {
  const [options, setOptions] = useState(initial)
  const access = useAccess()
  const [typed, write] = useSettled(options, onOptions)
  // As it was when the page was opened: midnight changes no preview that somebody looks at.
  const [today] = useState(access.today)
  const date = options.date ?? today
  const settled = { ...typed, date: typed.date ?? today }
  const [before, setBefore] = useState<Seen>()
  const [confirmed, setConfirmed] = useState('')

  const method = options.method ?? 'ENDING_BALANCE'
  const { plans, error, isFetching, isPlaceholderData, refetch } = usePlans(source, settled)
  const plan = plans?.[method]
  const planning: Planning = { source, options: settled, method, fingerprint: isPlaceholderData ? undefined : plan?.fingerprint }
  const lines = useLines(planning)
  const { process, again, reset, busy, error: failure, userErrors } = useProcess()
  const problems = sortProblems(userErrors, fields)

  const set = (change: Options) => {
    setOptions({ ...options, ...change })
    setBefore(undefined)
    reset()
  }
  const batchId = (options.batch ?? plan?.batchId ?? '').trim()
  const seen: Seen | undefined = plan && { plan, lines: lines.rows ?? [] }
  const lookAgain = () => {
    setBefore(seen)
    void refetch()
  }
  const changed = before && seen && !isFetching && before.plan.fingerprint !== plan?.fingerprint

  const send = () => {
    if (!plan) return
    // What was prefilled stays as it is from now on, in the address too: sent again, it is the same call.
    const kept = { ...options, batch: batchId, date }
    setOptions(kept)
    write(kept)
    process(
      { ...planArguments(source, settled), method, type: options.type ?? 'CHECK', batchId, date, fingerprint: plan.fingerprint },
      (answer) => {
        if (answer.userErrors.some(({ code }) => code === 'STALE_PREVIEW' || code === 'BATCH_ID_TAKEN')) lookAgain()
      },
    )
  }
  const ready = typed === options && isComplete(options) && batchId !== '' && !isFetching && !changed && !lines.moved && !lines.error

  return (
    <>
      <PageHeader
        title="Create Referral Partner Payments"
        description={
          plan
            ? `Records that partners were paid for ${formatPeriod(plan.period)}, in ${plan.currencyCode}${'exportId' in source ? `, with the figures that export ${source.exportId} froze` : ''}`
            : 'Records that every partner on the report was paid'
        }
      />
      {error && <Failure title="The preview cannot be made" error={error} onRetry={() => void refetch()} />}
      {changed && (
        <Box mb="lg">
          <StaleNotice
            before={before}
            now={seen}
            whole={Math.max(before.plan.paymentCount, seen.plan.paymentCount) <= partSize}
            onLooked={() => setBefore(undefined)}
          />
        </Box>
      )}
      {lines.moved && !changed && (
        <Box mb="lg">
          <Warning title="The figures have changed while you looked" urgent>
            <Button variant="default" size="xs" onClick={lookAgain}>
              Look at the new figures
            </Button>
          </Warning>
        </Box>
      )}
      {/* What is on its way was asked for with these. */}
      <Fieldset variant="unstyled" disabled={busy}>
        <MethodCards value={method} onChange={(to) => set({ method: to })} plans={plans} busy={isFetching && !!plans} />
      </Fieldset>
      <div className={classes.layout}>
        <Paper withBorder p="md" className={classes.panel} component="section" aria-label="What is recorded">
          <Stack gap="md">
            <Fieldset variant="unstyled" disabled={busy}>
              <OptionsForm options={options} date={date} onChange={set} plan={plan} problems={problems.at} />
            </Fieldset>
            <Divider />
            {plan && (
              <ProcessPanel
                plan={plan}
                ready={ready}
                busy={busy}
                confirmed={confirmed === plan.fingerprint}
                onConfirm={(yes) => setConfirmed(yes ? plan.fingerprint : '')}
                onProcess={send}
                onAgain={again}
                error={failure}
                problems={problems.rest}
              />
            )}
          </Stack>
        </Paper>
        {plan && <Preview planning={planning} plan={plan} lines={lines} />}
      </div>
    </>
  )
}

/** The options once nobody types any more, as far as they can be sent. The address follows them, or is written at once. */
function useSettled(options: Options, onOptions: (options: Options) => void): [Options, write: (options: Options) => void] {
  const [complete, setComplete] = useState(options)
  if (complete !== options && isComplete(options)) setComplete(options)
  const [settled] = useDebouncedValue(complete, 250)

  const written = useRef(options)
  const write = (next: Options) => {
    // Where the page is about to be left, nothing may lead back to it.
    if (written.current === next) return
    written.current = next
    onOptions(next)
  }
  // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was chosen goes into the address
  useEffect(() => write(settled), [settled])
  return [settled, write]
}
