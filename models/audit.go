package models

import "time"

// AuditAction is what somebody did.
type AuditAction string

const (
	ActionSignedIn        AuditAction = "SIGNED_IN"
	ActionSignInRefused   AuditAction = "SIGN_IN_REFUSED"
	ActionSignedOut       AuditAction = "SIGNED_OUT"
	ActionPasswordSet     AuditAction = "PASSWORD_SET"
	ActionUserInvited     AuditAction = "USER_INVITED"
	ActionUserChanged     AuditAction = "USER_CHANGED"
	ActionUserDeactivated AuditAction = "USER_DEACTIVATED"
	ActionUserReactivated AuditAction = "USER_REACTIVATED"
	ActionTokenCreated    AuditAction = "TOKEN_CREATED"
	ActionTokenRevoked    AuditAction = "TOKEN_REVOKED"
	ActionPortalViewed    AuditAction = "PORTAL_VIEWED"
	ActionPartnerCreated  AuditAction = "PARTNER_CREATED"
	ActionPartnerChanged  AuditAction = "PARTNER_CHANGED"
	ActionProgramSaved    AuditAction = "PROGRAM_SAVED"
	ActionOrderRecorded   AuditAction = "ORDER_RECORDED"
	ActionRefundRecorded  AuditAction = "REFUND_RECORDED"
	ActionLedgerAdjusted  AuditAction = "LEDGER_ADJUSTED"
	ActionFileImported    AuditAction = "FILE_IMPORTED"
	ActionLedgersExported AuditAction = "LEDGERS_EXPORTED"
	ActionBatchCreated    AuditAction = "BATCH_CREATED"
	ActionBatchVoided     AuditAction = "BATCH_VOIDED"
	ActionPaymentCreated  AuditAction = "PAYMENT_CREATED"
	ActionPaymentVoided   AuditAction = "PAYMENT_VOIDED"

	ActionAuditLogExported AuditAction = "AUDIT_LOG_EXPORTED"

	ActionLedgersChecked   AuditAction = "LEDGERS_CHECKED"
	ActionRecordingStopped AuditAction = "RECORDING_STOPPED"
	ActionRecordingResumed AuditAction = "RECORDING_RESUMED"
)

// AuditEvent is something that somebody did. It is never changed or deleted.
type AuditEvent struct {
	ID        int64 `gorm:"primaryKey"`
	At        time.Time
	Action    AuditAction
	Actor     string  // the person's e-mail address, the token's name, or the command
	Role      *Role   // nil where nobody had signed in, and for commands
	Through   string  // the session or the token, by a mark that tells it from others, or the command
	Address   *string // on the network; nil for commands
	Operation string  // the field of the API, the route or the command
	Subject   string  // what it was done to
	PartnerID *int64  // whom it is about
	Before    *JSON   // nil for something new
	After     *JSON   // nil for something that is gone
}

// JSON is a JSON object as Postgres keeps it.
type JSON string
