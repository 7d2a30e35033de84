import { AdjustButton } from '../../features/adjustments/AdjustButton'
import { Partner } from '../../features/partners/Partner'
import { ViewPortal } from '../../features/session/ViewPortal'

export function PartnerPage() {
  return <Partner Actions={Actions} />
}

function Actions({ partner }: { partner: { id: string; name: string; currencyCode: string } }) {
  return (
    <>
      <ViewPortal partner={partner} />
      <AdjustButton partner={partner} />
    </>
  )
}
