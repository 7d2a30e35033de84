import { useAccess } from '../../components/useAccess'
import { AdjustButton } from '../../features/adjustments/AdjustButton'
import { Partner } from '../../features/partners/Partner'
import { InvitePartner } from '../../features/people/InvitePerson'
import { ViewPortal } from '../../features/session/ViewPortal'

export function PartnerPage() {
  return <Partner Actions={Actions} />
}

interface Props {
  partner: { id: string; name: string; currencyCode: string; email?: string | null }
}

function Actions({ partner }: Props) {
  const { viewer } = useAccess()
  return (
    <>
      <ViewPortal partner={partner} />
      {viewer?.role === 'ADMIN' && <InvitePartner partner={partner} />}
      <AdjustButton partner={partner} />
    </>
  )
}
