import { AdminOnly } from '../../AdminOnly'
import { AuditLog } from '../../../features/audit/AuditLog'

export function AuditLogPage() {
  return (
    <AdminOnly>
      <AuditLog />
    </AdminOnly>
  )
}
