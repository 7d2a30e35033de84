import { getRouteApi } from '@tanstack/react-router'
import { CreatePayments } from '../../features/payments/create/CreatePayments'
import { ledgerCriteria } from '../../features/report/search'

const route = getRouteApi('/payments/new')

export function CreatePaymentsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const source = 'exportId' in search ? { exportId: search.exportId } : { criteria: ledgerCriteria(search) }
  return (
    <CreatePayments
      key={JSON.stringify(source)}
      source={source}
      initial={search}
      onOptions={(options) =>
        void navigate({ search: (old) => ({ ...old, ...options }), replace: true, resetScroll: false })
      }
    />
  )
}
