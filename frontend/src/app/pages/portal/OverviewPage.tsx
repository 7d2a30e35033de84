import { OwnOverview } from '../../../features/overview/OwnOverview'
import { OwnLastPayments } from '../../../features/payments/OwnLastPayments'

export function OverviewPage() {
  return <OwnOverview payments={<OwnLastPayments />} />
}
