import { Button, Paper, Progress, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failure } from '../../components/Failure'
import { Nothing } from '../../components/Nothing'
import { PageHeader } from '../../components/PageHeader'
import { graphql } from '../../gql'
import { formatCount } from '../../lib/amounts'
import { query } from '../../lib/query'
import { limits, type Layout } from './layouts'
import { loadLedgers, type Wanted } from './load'
import classes from './Print.module.css'
import { Sheets } from './Sheets'
import { TooMany } from './TooMany'

const frameQuery = graphql(`
  query PrintFrame($criteria: LedgerCriteria!, $parentId: ID!, $hasParent: Boolean!) {
    ...PrintHead
    referralPartnerLedgers(criteria: $criteria, first: 1) {
      totalCount
    }
  }
`)

interface Props extends Wanted {
  onLayout: (layout: Layout) => void
}

/** The report on paper: all that was selected is loaded, shown as it will be printed, and handed to the browser's print. */
export function Print({ onLayout, ...wanted }: Props) {
  const { criteria, layout } = wanted
  const [insisted, setInsisted] = useState(false)
  const [count, setCount] = useState(0)
  const frame = useQuery(query(frameQuery, { criteria, parentId: criteria.parentId ?? '0', hasParent: !!criteria.parentId }))
  const total = frame.data?.referralPartnerLedgers.totalCount
  const many = total !== undefined && (total > limits[layout].most || (total > limits[layout].many && !insisted))
  const ledgers = useQuery({
    queryKey: ['print', wanted],
    queryFn: ({ signal }) => loadLedgers(wanted, { signal }, setCount),
    enabled: total !== undefined && total > 0 && !many,
    // So much is kept no longer than it is looked at.
    gcTime: 0,
  })
  const error = frame.error ?? ledgers.error
  const retry = () => void (frame.error ? frame : ledgers).refetch()

  return (
    <>
      <div className={classes.screen}>
        <PageHeader
          title="Print Referral Partner Ledgers"
          description="As it will be on paper. The browser adds the page numbers."
          actions={
            <>
              <SegmentedControl aria-label="Layout" data={layouts} value={layout} onChange={(value) => onLayout(value as Layout)} />
              <Button disabled={!ledgers.data || !!error} onClick={() => window.print()}>
                Print
              </Button>
            </>
          }
        />
        {error && <Failure title="The ledgers cannot be printed" error={error} onRetry={retry} />}
        {total === 0 && <Nothing title="No partner matches these criteria">Ask for less in the report, and print it from there.</Nothing>}
        {many && <TooMany total={total} layout={layout} onLayout={onLayout} onInsist={() => setInsisted(true)} />}
        {!error && total !== 0 && !many && !ledgers.data && <Loading count={count} total={total} />}
      </div>
      {frame.data && ledgers.data && !error && <Sheets head={frame.data} {...wanted} ledgers={ledgers.data} />}
    </>
  )
}

const layouts: { value: Layout; label: string }[] = [
  { value: 'list', label: 'List' },
  { value: 'partners', label: 'One partner a page' },
]

function Loading({ count, total }: { count: number; total: number | undefined }) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" mb="xs" component="output" display="block">
        {total === undefined ? 'Loading …' : `${formatCount(count)} of ${formatCount(total)} ledgers loaded`}
      </Text>
      <Progress value={total ? (count / total) * 100 : 0} aria-label="Loaded" />
    </Paper>
  )
}
