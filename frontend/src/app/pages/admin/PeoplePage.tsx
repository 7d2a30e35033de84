import { AdminOnly } from '../../AdminOnly'
import { People } from '../../../features/people/People'

export function PeoplePage() {
  return (
    <AdminOnly>
      <People />
    </AdminOnly>
  )
}
