import type { Role } from '../../gql/graphql'

export const roleNames: Record<Role, string> = {
  ADMIN: 'Administrator',
  FINANCE: 'Finance',
  READ_ONLY: 'Reads only',
  PARTNER: 'Partner',
}
