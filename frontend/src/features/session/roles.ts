import type { Role } from '../../gql/graphql'

export const roleNames: Record<Role, string> = {
  ADMIN: 'administrator',
  FINANCE: 'finance',
  READ_ONLY: 'reader',
  PARTNER: 'partner',
}
