import { AdjustButton } from '../../features/adjustments/AdjustButton'
import { Partner } from '../../features/partners/Partner'

export function PartnerPage() {
  return <Partner Actions={AdjustButton} />
}
