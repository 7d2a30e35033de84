import { AdminOnly } from '../../AdminOnly'
import { AccessTokens } from '../../../features/tokens/AccessTokens'

export function AccessTokensPage() {
  return (
    <AdminOnly>
      <AccessTokens />
    </AdminOnly>
  )
}
