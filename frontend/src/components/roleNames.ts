import type { Role } from '../gql/graphql'

/** What the roles are called wherever people and tokens are shown. */
export const roleNames: Record<Role, string> = {
  ADMIN: 'Administrator',
  FINANCE: 'Finance',
  READ_ONLY: 'Reads only',
  PARTNER: 'Partner',
}

/** What somebody of a role may do. */
export const roleRights: Record<Role, string> = {
  ADMIN: 'Does everything; people, access tokens and the audit log too.',
  FINANCE: 'Works with partners, orders, ledgers, exports and payments.',
  READ_ONLY: 'Sees what finance sees, and changes nothing.',
  PARTNER: 'Sees one partner’s own ledger in the portal, and nothing else.',
}
