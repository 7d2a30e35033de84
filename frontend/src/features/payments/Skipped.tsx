import { Group } from '@mantine/core'
import { Amount } from '../../components/Amount'
import { column, DataTable, type Columns } from '../../components/DataTable'
import { Pager } from '../../components/Pager'
import { BatchLink } from '../../components/links'
import { graphql, readFragment, type FragmentType } from '../../gql'
import type { SkippedRowFragment } from '../../gql/graphql'
import type { Period } from '../../lib/days'
import type { Paging } from '../../lib/paging'
import { reasonNames } from './methods'
import { PartnerLink } from './PartnerLink'
import { partSize } from './usePages'

const skippedPage = graphql(`
  fragment SkippedPage on SkippedPartnerConnection {
    totalCount
    nodes {
      ...SkippedRow
    }
  }
`)

const skippedRow = graphql(`
  fragment SkippedRow on SkippedPartner {
    partner {
      id
      ...LinkedPartner
    }
    amount
    reason
    batch {
      batchId
    }
  }
`)

interface Props {
  page: FragmentType<typeof skippedPage> | undefined
  paging: Paging
  busy: boolean
  currency: string
  period: Period
}

/** The partners who get no payment, and why. */
export function Skipped({ page, paging, busy, currency, period }: Props) {
  const data = readFragment(skippedPage, page)
  const rows = readFragment(skippedRow, data?.nodes)
  return (
    <>
      <DataTable
        caption="Skipped partners"
        columns={columns(currency, period)}
        rows={rows}
        rowId={({ partner }) => partner.id}
        busy={busy}
      />
      <Pager
        paging={paging}
        pageSize={partSize}
        shown={rows?.length ?? 0}
        total={data?.totalCount}
        nouns={['skipped partner', 'skipped partners']}
      />
    </>
  )
}

function columns(currency: string, period: Period): Columns<SkippedRowFragment> {
  return [
    column('partner', { label: 'Partner', rowHeader: true }, ({ partner }) => (
      <PartnerLink partner={partner} currency={currency} period={period} />
    )),
    column('reason', { label: 'Why' }, ({ reason, batch }) => (
      <Group gap={6}>
        {reasonNames[reason]}
        {batch && <BatchLink batchId={batch.batchId} />}
      </Group>
    )),
    column('amount', { label: 'Would be', numeric: true }, ({ amount }) => <Amount value={amount} currency={currency} />),
  ]
}
