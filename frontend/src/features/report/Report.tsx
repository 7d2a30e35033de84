import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { PageHeader } from '../../components/PageHeader'
import type { LedgerCriteria } from '../../gql/graphql'
import { formatPeriod } from '../../lib/days'
import { CriteriaForm } from './CriteriaForm'
import { ReportTable } from './ReportTable'
import { ledgerCriteria, type Criteria } from './search'
import { useReport } from './useReport'

const route = getRouteApi('/reports/ledgers')

interface Props {
  /** What can be done with the report as it was searched for. */
  Actions: ComponentType<{ criteria: LedgerCriteria }>
}

/** The Referral Partner Ledgers report: criteria, and one row a partner. */
export function Report({ Actions }: Props) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  const report = useReport(search)
  const { start, end } = search

  const find = (criteria: Criteria) => {
    // Asked for again, the same report is read again.
    void queryClient.invalidateQueries()
    void navigate({ search: { ...search, ...criteria, after: undefined, page: undefined }, state: {} })
  }
  return (
    <>
      <PageHeader
        title="Referral Partner Ledgers"
        description={`What each partner is owed: ${formatPeriod({ start, end })}`}
        actions={<Actions criteria={ledgerCriteria(search)} />}
      />
      <CriteriaForm criteria={search} onSearch={find} />
      <ReportTable report={report} search={search} />
    </>
  )
}
