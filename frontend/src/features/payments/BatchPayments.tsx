import { DataTable } from '../../components/DataTable'
import { Pager } from '../../components/Pager'
import { useAccess } from '../../components/useAccess'
import { graphql, readFragment, type FragmentType } from '../../gql'
import { usePaging, type PageSearch } from '../../lib/paging'
import { batchColumns, paymentRow } from './paymentColumns'

export const batchPageSize = 50

const batchPayments = graphql(`
  fragment BatchPayments on PaymentBatch {
    batchId
    payments(first: $first, after: $after) {
      totalCount
      nodes {
        ...PaymentRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

interface Props {
  batch: FragmentType<typeof batchPayments> | undefined
  search: PageSearch
  busy: boolean
}

/** The payments of a batch, each with the figures that it was found from. */
export function BatchPayments({ batch, search, busy }: Props) {
  const { refusal } = useAccess()
  const data = readFragment(batchPayments, batch)
  const page = data?.payments
  const rows = readFragment(paymentRow, page?.nodes)
  const paging = usePaging(search, page?.pageInfo, busy)
  return (
    <>
      <DataTable
        caption={`Payments of ${data?.batchId ?? 'the batch'}`}
        columns={batchColumns(!refusal)}
        rows={rows}
        rowId={({ id }) => id}
        busy={busy}
      />
      <Pager
        paging={paging}
        pageSize={batchPageSize}
        shown={rows?.length ?? 0}
        total={page?.totalCount}
        nouns={['payment', 'payments']}
      />
    </>
  )
}
