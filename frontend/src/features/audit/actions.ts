import type { AuditAction } from '../../gql/graphql'

/** What was done, in words. */
export const actionNames: Record<AuditAction, string> = {
  SIGNED_IN: 'Signed in',
  SIGN_IN_REFUSED: 'Sign-in refused',
  SIGNED_OUT: 'Signed out',
  PASSWORD_SET: 'Password set',
  USER_INVITED: 'Person invited',
  USER_CHANGED: 'Person changed',
  USER_DEACTIVATED: 'Person deactivated',
  USER_REACTIVATED: 'Person reactivated',
  TOKEN_CREATED: 'Token made',
  TOKEN_REVOKED: 'Token revoked',
  PORTAL_VIEWED: 'Portal viewed as a partner',
  PARTNER_CREATED: 'Partner added',
  PARTNER_CHANGED: 'Partner changed',
  PROGRAM_SAVED: 'Program saved',
  ORDER_RECORDED: 'Order recorded',
  REFUND_RECORDED: 'Refund recorded',
  LEDGER_ADJUSTED: 'Ledger adjusted',
  FILE_IMPORTED: 'File imported',
  LEDGERS_EXPORTED: 'Report exported',
  BATCH_CREATED: 'Batch recorded',
  BATCH_VOIDED: 'Batch voided',
  PAYMENT_CREATED: 'One-off payment recorded',
  PAYMENT_VOIDED: 'Payment voided',
  AUDIT_LOG_EXPORTED: 'Audit log downloaded',
  LEDGERS_CHECKED: 'Ledgers checked',
  RECORDING_STOPPED: 'Recording stopped',
  RECORDING_RESUMED: 'Recording resumed',
}

export const actions = Object.keys(actionNames) as AuditAction[]
