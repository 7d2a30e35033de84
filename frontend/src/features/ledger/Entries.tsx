import { Anchor, Group, Paper, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { BatchLink } from '../../components/links'
import { Nothing } from '../../components/Nothing'
import { Pager } from '../../components/Pager'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { EntryRowFragment } from '../../gql/graphql'
import { formatDay } from '../../lib/days'
import { usePaging, type PageSearch } from '../../lib/paging'
import { Kind } from './Kind'
import { orderOf } from './orders'

export const pageSize = 50

const entries = graphql(`
  fragment Entries on ReferralPartnerLedger {
    currencyCode
    beginningBalance
    endingBalance
    entries(first: $first, after: $after) {
      totalCount
      nodes {
        ...EntryRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const entryRow = graphql(`
  fragment EntryRow on LedgerEntry {
    id
    date
    kind
    description
    source
    amount
    balance
    batch {
      batchId
    }
  }
`)

interface Props {
  ledger: FragmentType<typeof entries> | undefined
  search: PageSearch
  busy: boolean
  /** Entries lead to their orders and batches. */
  linked?: boolean
}

/** The entries of a ledger between its two balances, each with the balance right after it. */
export function Entries({ ledger, search, busy, linked = false }: Props) {
  const data = readFragment(entries, ledger)
  const page = data?.entries
  const rows = readFragment(entryRow, page?.nodes)
  const paging = usePaging(search, page?.pageInfo, busy)
  const balance = (value: string | undefined) => value && <Amount value={value} currency={data?.currencyCode} />

  return (
    <>
      {paging.page === 1 && <Line label="Beginning balance">{balance(data?.beginningBalance)}</Line>}
      {rows?.length === 0 ? (
        <Nothing title="No entries in this period">What was owed before is carried on.</Nothing>
      ) : (
        <DataTable
          caption="Entries of the ledger"
          columns={columns(linked, data?.currencyCode)}
          rows={rows}
          rowId={({ id }) => id}
          busy={busy}
        />
      )}
      {!page?.pageInfo.hasNextPage && <Line label="Ending balance">{balance(data?.endingBalance)}</Line>}
      <Pager
        paging={paging}
        pageSize={pageSize}
        shown={rows?.length ?? 0}
        total={page?.totalCount}
        nouns={['entry', 'entries']}
      />
    </>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper withBorder px="md" py="xs" my="xs">
      <Group justify="space-between">
        <Text fw={600} size="sm">
          {label}
        </Text>
        <Text component="div" fw={600} size="sm">
          {children}
        </Text>
      </Group>
    </Paper>
  )
}

function columns(linked: boolean, currency?: string): Columns<EntryRowFragment> {
  return [
    column('date', { label: 'Date', whole: true }, ({ date }) => formatDay(date)),
    column('kind', { label: 'Kind' }, ({ kind }) => <Kind kind={kind} />),
    column('description', { label: 'Description', long: true }, ({ description }) => description),
    column('source', { label: 'Source', long: true }, (entry) => (linked ? <Source entry={entry} /> : (entry.batch?.batchId ?? entry.source))),
    column('amount', { label: 'Amount', numeric: true }, ({ amount }) => <Amount value={amount} currency={currency} />),
    column('balance', { label: 'Balance', numeric: true }, ({ balance }) => <Amount value={balance} currency={currency} />),
  ]
}

/** Where an entry came from: its batch, its order, or what the API calls it. */
function Source({ entry }: { entry: EntryRowFragment }) {
  const order = orderOf(entry)
  if (entry.batch) return <BatchLink batchId={entry.batch.batchId} />
  if (order === undefined) return entry.source
  return <Anchor renderRoot={(props) => <Link to="/orders" search={{ order }} {...props} />}>{entry.source}</Anchor>
}
