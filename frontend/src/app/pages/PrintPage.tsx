import { getRouteApi } from '@tanstack/react-router'
import { Print } from '../../features/print/Print'
import { ledgerCriteria, ledgerOrder } from '../../features/report/search'

const route = getRouteApi('/reports/print')

export function PrintPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { layout = 'list', partner } = search
  return (
    <Print
      key={JSON.stringify(search)}
      criteria={{ ...ledgerCriteria(search), partnerIds: partner ? [partner] : undefined }}
      orderBy={ledgerOrder(search)}
      layout={layout}
      onLayout={(chosen) => void navigate({ search: { ...search, layout: chosen === 'list' ? undefined : chosen }, replace: true })}
    />
  )
}
