/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What was done. */
export type AuditAction =
  /** This log was taken as a file. */
  | 'AUDIT_LOG_EXPORTED'
  /** A batch of payments was recorded. */
  | 'BATCH_CREATED'
  /** A batch of payments was voided. */
  | 'BATCH_VOIDED'
  /** A file was imported. */
  | 'FILE_IMPORTED'
  /** A check of every stored figure has ended. */
  | 'LEDGERS_CHECKED'
  /** A report was exported. */
  | 'LEDGERS_EXPORTED'
  /** A ledger was adjusted. */
  | 'LEDGER_ADJUSTED'
  /** An order was recorded. */
  | 'ORDER_RECORDED'
  /** What is recorded of a partner was replaced. */
  | 'PARTNER_CHANGED'
  /** A partner was recorded. */
  | 'PARTNER_CREATED'
  /** A password was set by an invitation or changed. */
  | 'PASSWORD_SET'
  /** A one-off payment was recorded. */
  | 'PAYMENT_CREATED'
  /** A payment was voided. */
  | 'PAYMENT_VOIDED'
  /** The portal was opened as a partner sees it. */
  | 'PORTAL_VIEWED'
  /** A commission program was recorded or replaced. */
  | 'PROGRAM_SAVED'
  /** Recording goes on. */
  | 'RECORDING_RESUMED'
  /** Recording was stopped, since a check has found a difference. */
  | 'RECORDING_STOPPED'
  /** A refund was recorded. */
  | 'REFUND_RECORDED'
  /** Somebody signed in. */
  | 'SIGNED_IN'
  /** Somebody signed out. */
  | 'SIGNED_OUT'
  /** Somebody tried to sign in and was refused. */
  | 'SIGN_IN_REFUSED'
  /** A token was made. */
  | 'TOKEN_CREATED'
  /** A token was revoked. */
  | 'TOKEN_REVOKED'
  /** What is recorded of a user was replaced. */
  | 'USER_CHANGED'
  /** A user was deactivated. */
  | 'USER_DEACTIVATED'
  /** Somebody was invited, anew too. */
  | 'USER_INVITED'
  /** A user was reactivated. */
  | 'USER_REACTIVATED';

/** Which events; what is left out selects all. */
export type AuditCriteria = {
  /** What was done. */
  action?: AuditAction | null | undefined;
  /** About this partner. */
  partnerId?: string | null | undefined;
  /** Days, where the business is, both ends included. */
  period?: DateRangeInput | null | undefined;
  /** Part of who did it, of what it was done to, or of the address, in any case. */
  search?: string | null | undefined;
};

/** A rule: exactly one of percent and amount. */
export type CommissionRuleInput = {
  /** Per unit, in the order's currency. */
  amount?: string | null | undefined;
  /** 1 = the partner who referred the customer, 2 = that partner's parent, 3 = the parent's parent. */
  level?: number;
  /** Percent of the line's amount, 0 to 100. */
  percent?: string | null | undefined;
  /** Only lines of this SKU; all others if left out. */
  sku?: string | null | undefined;
};

/** Days from start to end, both included. */
export type DateRangeInput = {
  /** The last day. */
  end: string;
  /** The first day. */
  start: string;
};

/** Which ledgers. The report, its export and the payments made from it all take the same criteria. */
export type LedgerCriteria = {
  /** The business's own currency if left out. One report, one currency: the partners who are paid in it or have entries in it. */
  currencyCode?: string | null | undefined;
  /** Leaves out smaller ending balances. */
  minimumEndingBalance?: string | null | undefined;
  /** Leaves out partners whose five figures are all zero. */
  nonZeroOnly?: boolean;
  /** Only partners whom this partner referred. */
  parentId?: string | null | undefined;
  /** Only these partners. */
  partnerIds?: Array<string> | null | undefined;
  /** The last full calendar month, where the business is, if left out. */
  period?: DateRangeInput | null | undefined;
  /** Only partners whose own program this is. */
  programId?: string | null | undefined;
  /** Part of a partner's name, code or e-mail address, in any case. */
  search?: string | null | undefined;
  /** Only partners of this status. */
  status?: PartnerStatus | null | undefined;
};

/** What an entry is about. */
export type LedgerEntryKind =
  /** A bonus or a correction. */
  | 'ADJUSTMENT'
  /** Taken back for a refund. */
  | 'CLAWBACK'
  /** Earned on an order. */
  | 'COMMISSION'
  /** Paid, outside. */
  | 'PAYMENT'
  /** A payment that was voided. */
  | 'PAYMENT_REVERSAL';

/** By which column the report is ordered, and which way. */
export type LedgerOrder = {
  /** The way. */
  direction: OrderDirection;
  /** The column. */
  field: LedgerOrderField;
};

/** The columns that the report can be ordered by. */
export type LedgerOrderField =
  /** What was owed before the period. */
  | 'BEGINNING_BALANCE'
  /** Earned plus clawed back in the period. */
  | 'COMMISSIONS'
  /** What was owed at the end of the period. */
  | 'ENDING_BALANCE'
  /** The partner's code. */
  | 'PARTNER_CODE'
  /** The partner's name, as people sort names. */
  | 'PARTNER_NAME'
  /** Paid in the period. */
  | 'PAYMENTS';

/** Which way a list is ordered. */
export type OrderDirection =
  /** Smallest first, A first. */
  | 'ASC'
  /** Largest first, Z first. */
  | 'DESC';

/** Whether a partner takes part. */
export type PartnerStatus =
  /** Takes part. */
  | 'ACTIVE'
  /** Left; the ledger stays, and what is owed can still be paid. */
  | 'INACTIVE';

/** Whether a batch still stands. */
export type PaymentBatchStatus =
  /** It stands. */
  | 'RECORDED'
  /** Its payments were taken back. */
  | 'VOIDED';

/** Which payments; what is left out selects all. */
export type PaymentCriteria = {
  /** Of this batch, in any case. */
  batchId?: string | null | undefined;
  /** Amounts of different currencies never add up: the business's own currency if left out, or the batch's if batchId is given. */
  currencyCode?: string | null | undefined;
  /** True: batch payments only. False: one-off payments only. */
  inBatch?: boolean | null | undefined;
  /** Of this amount or less. */
  maximumAmount?: string | null | undefined;
  /** Of this amount or more. */
  minimumAmount?: string | null | undefined;
  /** To these partners. */
  partnerIds?: Array<string> | null | undefined;
  /** Days of payment, both ends included. */
  period?: DateRangeInput | null | undefined;
  /** Paid this way. */
  type?: PaymentType | null | undefined;
};

/** How the amount of each payment is found. */
export type PaymentMethod =
  /** Beginning balance plus commissions. */
  | 'BEGINNING_BALANCE_PLUS_COMMISSION_EARNED'
  /** The commissions column of the report. */
  | 'COMMISSION_EARNED'
  /** The ending balance, read at the moment the payment is recorded. */
  | 'ENDING_BALANCE';

/** By which way money is paid. */
export type PaymentType =
  /** A bank transfer. */
  | 'BANK_TRANSFER'
  /** Cash. */
  | 'CASH'
  /** A paper check. */
  | 'CHECK'
  /** Credit in the shop. */
  | 'CREDIT'
  /** Some other way. */
  | 'OTHER'
  /** PayPal. */
  | 'PAYPAL'
  /** Wise. */
  | 'WISE';

/** What a person should know about a payment before it is recorded. */
export type PaymentWarning =
  /** It was cut to what is owed now. */
  | 'CAPPED_AT_BALANCE'
  /** It is above what is owed now. */
  | 'EXCEEDS_BALANCE'
  /** The partner is inactive. */
  | 'PARTNER_INACTIVE';

/** What is recorded of a partner. */
export type ReferralPartnerInput = {
  /** Unique in any case. */
  code: string;
  /** The business's own if left out of a new partner. */
  currencyCode?: string | null | undefined;
  /** Where to write to. */
  email?: string | null | undefined;
  /** The name of the person or firm. */
  name: string;
  /** Who referred this partner. */
  parentId?: string | null | undefined;
  /** The default program if left out. */
  programId?: string | null | undefined;
  /** ACTIVE if left out of a new partner. */
  status?: PartnerStatus | null | undefined;
};

/** A refund to record. */
export type RefundInput = {
  /** More than zero, at most what is left of the order's total. */
  amount: string;
  /** The order that it refunds. */
  orderId: string;
  /** Yours, unique. */
  refundId: string;
  /** When; it counts for the day that this is where the business is. */
  refundedAt: string;
};

/** What somebody may do. */
export type Role =
  /** All, users and tokens too. */
  | 'ADMIN'
  /** All of partners, orders, ledgers, exports and payments. */
  | 'FINANCE'
  /** Sees one partner's own ledger. */
  | 'PARTNER'
  /** Reads all. */
  | 'READ_ONLY';

/** Why a partner on the report gets no payment. */
export type SkipReason =
  /** A batch has paid some of the same days. */
  | 'ALREADY_PAID'
  /** The amount is below minimumPayment. */
  | 'BELOW_MINIMUM'
  /** The partner owes us. */
  | 'NEGATIVE_AMOUNT'
  /** There is nothing to pay. */
  | 'ZERO_AMOUNT';

/** The kinds of mistakes. */
export type UserErrorCode =
  /** It was voided before. */
  | 'ALREADY_VOIDED'
  /** A batch of this id is there already, made with other arguments. */
  | 'BATCH_ID_TAKEN'
  /** It is there already, with another content. */
  | 'CONFLICT'
  /** An argument can't be as it is. */
  | 'INVALID'
  /** Every partner on the report was skipped. */
  | 'NOTHING_TO_PAY'
  /** What an argument names isn't there. */
  | 'NOT_FOUND'
  /** A check has found figures that don't add up, and nothing is recorded until that is resolved. */
  | 'RECORDING_STOPPED'
  /** The figures have changed since the preview, or another batch has paid some of the same days. */
  | 'STALE_PREVIEW'
  /** Too many attempts to sign in: try again later. */
  | 'TOO_MANY_ATTEMPTS';

/** What is recorded of a user. */
export type UserInput = {
  /** Unique in any case. */
  email: string;
  /** The person's name. */
  name: string;
  /** Whose ledger the person sees: given exactly where the role is PARTNER. */
  partnerId?: string | null | undefined;
  /** What the person may do. */
  role: Role;
};

export type PartnerPickerQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PartnerPickerQuery = { referralPartners: { nodes: Array<{ ' $fragmentRefs'?: { 'PickedPartnerFragment': PickedPartnerFragment } }> } };

export type PartnerPickerValueQueryVariables = Exact<{
  id: string;
}>;


export type PartnerPickerValueQuery = { referralPartner: { ' $fragmentRefs'?: { 'PickedPartnerFragment': PickedPartnerFragment } } | null };

export type PickedPartnerFragment = { id: string, code: string, name: string } & { ' $fragmentName'?: 'PickedPartnerFragment' };

export type AccessQueryVariables = Exact<{ [key: string]: never; }>;


export type AccessQuery = { viewer: { role: Role, name: string, email: string | null, viewedBy: string | null }, business: { name: string, currencyCode: string, timeZone: string, today: string } };

export type AdjustLedgerMutationVariables = Exact<{
  partnerId: string;
  amount: string;
  date: string;
  reason: string;
  requestId: string;
  currency: string;
}>;


export type AdjustLedgerMutation = { adjustLedger: { entry: { amount: string, balance: string } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type AuditLogQueryVariables = Exact<{
  criteria: AuditCriteria;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'AuditRowFragment': AuditRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AuditDetailsFragment = { operation: string, changes: Array<{ field: string, before: string | null, after: string | null }> } & { ' $fragmentName'?: 'AuditDetailsFragment' };

export type AuditRowFragment = (
  { id: string, at: string, action: AuditAction, actor: string, role: Role | null, through: string, address: string | null, subject: string, partner: { id: string, name: string } | null }
  & { ' $fragmentRefs'?: { 'AuditDetailsFragment': AuditDetailsFragment } }
) & { ' $fragmentName'?: 'AuditRowFragment' };

export type ExportLedgersMutationVariables = Exact<{
  criteria: LedgerCriteria;
}>;


export type ExportLedgersMutation = { exportLedgers: { export: { fileName: string, rowCount: number, downloadUrl: string } | null, userErrors: Array<{ message: string }> } };

export type ExportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ExportsQuery = { ledgerExports: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'ExportRowFragment': ExportRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExportRowFragment = { id: string, fileName: string, currencyCode: string, criteria: string, rowCount: number, createdAt: string, createdBy: string, downloadUrl: string, period: { start: string, end: string }, totals: { endingBalance: string } } & { ' $fragmentName'?: 'ExportRowFragment' };

export type BalancesFragment = { currencyCode: string, beginningBalance: string, endingBalance: string, entries: { nodes: Array<{ date: string, balance: string }>, pageInfo: { hasNextPage: boolean } } } & { ' $fragmentName'?: 'BalancesFragment' };

export type EntriesFragment = { currencyCode: string, beginningBalance: string, endingBalance: string, entries: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'EntryRowFragment': EntryRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } & { ' $fragmentName'?: 'EntriesFragment' };

export type EntryRowFragment = { id: string, date: string, kind: LedgerEntryKind, description: string, source: string, amount: string, balance: string, batch: { batchId: string } | null } & { ' $fragmentName'?: 'EntryRowFragment' };

export type LedgerQueryVariables = Exact<{
  id: string;
  period: DateRangeInput;
  currency?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerQuery = { referralPartner: { code: string, name: string, ledger: (
      { currencyCode: string }
      & { ' $fragmentRefs'?: { 'SummaryFragment': SummaryFragment;'EntriesFragment': EntriesFragment } }
    ) } | null };

export type LedgerBalancesQueryVariables = Exact<{
  id: string;
  period: DateRangeInput;
  currency?: string | null | undefined;
}>;


export type LedgerBalancesQuery = { referralPartner: { ledger: { ' $fragmentRefs'?: { 'BalancesFragment': BalancesFragment } } } | null };

export type OwnLedgerQueryVariables = Exact<{
  period: DateRangeInput;
  first: number;
  after?: string | null | undefined;
}>;


export type OwnLedgerQuery = { viewer: { partner: { ledger: (
        { currencyCode: string }
        & { ' $fragmentRefs'?: { 'SummaryFragment': SummaryFragment;'EntriesFragment': EntriesFragment } }
      ) } | null } };

export type OwnBalancesQueryVariables = Exact<{
  period: DateRangeInput;
}>;


export type OwnBalancesQuery = { viewer: { partner: { ledger: { ' $fragmentRefs'?: { 'BalancesFragment': BalancesFragment } } } | null } };

export type SummaryFragment = { currencyCode: string, beginningBalance: string, commissions: string, adjustments: string, payments: string, endingBalance: string, owedNow: string } & { ' $fragmentName'?: 'SummaryFragment' };

export type OrderQueryVariables = Exact<{
  orderId: string;
}>;


export type OrderQuery = { order: { orderId: string, orderedAt: string, customerId: string | null, currencyCode: string, total: string, partner: { id: string, code: string, name: string } | null, lines: Array<{ ' $fragmentRefs'?: { 'OrderLineRowFragment': OrderLineRowFragment } }>, entries: Array<{ ' $fragmentRefs'?: { 'OrderEntryRowFragment': OrderEntryRowFragment } }>, refunds: Array<{ ' $fragmentRefs'?: { 'OrderRefundRowFragment': OrderRefundRowFragment } }> } | null };

export type RecordRefundMutationVariables = Exact<{
  input: RefundInput;
}>;


export type RecordRefundMutation = { recordRefund: { replayed: boolean, entries: Array<{ id: string }>, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type OrderLineRowFragment = { sku: string, description: string, quantity: string, unitPrice: string, amount: string } & { ' $fragmentName'?: 'OrderLineRowFragment' };

export type OrderEntryRowFragment = { id: string, date: string, kind: LedgerEntryKind, description: string, source: string, amount: string, balance: string } & { ' $fragmentName'?: 'OrderEntryRowFragment' };

export type OrderRefundRowFragment = { refundId: string, refundedAt: string, amount: string } & { ' $fragmentName'?: 'OrderRefundRowFragment' };

export type OwedNowFragment = { currencyCode: string, endingBalance: string } & { ' $fragmentName'?: 'OwedNowFragment' };

export type YearFiguresFragment = { currencyCode: string, commissionsEarned: string, clawbacks: string, adjustments: string, payments: string } & { ' $fragmentName'?: 'YearFiguresFragment' };

export type LastBatchesFragment = { nodes: Array<{ ' $fragmentRefs'?: { 'LastBatchFragment': LastBatchFragment } }> } & { ' $fragmentName'?: 'LastBatchesFragment' };

export type LastBatchFragment = { id: string, batchId: string, date: string, status: PaymentBatchStatus, currencyCode: string, paymentCount: number, total: string, period: { start: string, end: string } } & { ' $fragmentName'?: 'LastBatchFragment' };

export type MonthFiguresFragment = { period: { start: string }, totals: { currencyCode: string, commissionsEarned: string, clawbacks: string, adjustments: string, payments: string, endingBalance: string } } & { ' $fragmentName'?: 'MonthFiguresFragment' };

export type NegativeBalancesFragment = { nodes: Array<{ ' $fragmentRefs'?: { 'NegativeBalanceFragment': NegativeBalanceFragment } }> } & { ' $fragmentName'?: 'NegativeBalancesFragment' };

export type NegativeBalanceFragment = { currencyCode: string, endingBalance: string, partner: { id: string, code: string, name: string } } & { ' $fragmentName'?: 'NegativeBalanceFragment' };

export type OverviewQueryVariables = Exact<{
  ever: LedgerCriteria;
  year: LedgerCriteria;
  until: string;
  currency?: string | null | undefined;
}>;


export type OverviewQuery = { now: (
    { totals: { ' $fragmentRefs'?: { 'OwedNowFragment': OwedNowFragment } } }
    & { ' $fragmentRefs'?: { 'NegativeBalancesFragment': NegativeBalancesFragment } }
  ), year: (
    { totals: { ' $fragmentRefs'?: { 'YearFiguresFragment': YearFiguresFragment } } }
    & { ' $fragmentRefs'?: { 'TopPartnersFragment': TopPartnersFragment } }
  ), ledgerMonths: Array<(
    { totals: { currencyCode: string, commissionsEarned: string, clawbacks: string, adjustments: string, payments: string } }
    & { ' $fragmentRefs'?: { 'MonthFiguresFragment': MonthFiguresFragment } }
  )>, paymentBatches: { ' $fragmentRefs'?: { 'LastBatchesFragment': LastBatchesFragment } } };

export type OwnOverviewQueryVariables = Exact<{
  year: DateRangeInput;
  until: string;
}>;


export type OwnOverviewQuery = { viewer: { partner: { ledger: { currencyCode: string, owedNow: string, commissionsEarned: string, clawbacks: string, adjustments: string, payments: string }, ledgerMonths: Array<(
        { totals: { commissionsEarned: string, clawbacks: string, adjustments: string, payments: string } }
        & { ' $fragmentRefs'?: { 'MonthFiguresFragment': MonthFiguresFragment } }
      )> } | null } };

export type TopPartnersFragment = { nodes: Array<{ ' $fragmentRefs'?: { 'TopPartnerFragment': TopPartnerFragment } }> } & { ' $fragmentName'?: 'TopPartnersFragment' };

export type TopPartnerFragment = { currencyCode: string, commissions: string, partner: { id: string, code: string, name: string } } & { ' $fragmentName'?: 'TopPartnerFragment' };

export type MovedMonthsQueryVariables = Exact<{
  last: number;
  until: string;
  currency?: string | null | undefined;
}>;


export type MovedMonthsQuery = { ledgerMonths: Array<{ period: { start: string }, totals: { commissionsEarned: string, clawbacks: string, adjustments: string, payments: string } }> };

export type OwnMovedMonthsQueryVariables = Exact<{
  last: number;
  until: string;
}>;


export type OwnMovedMonthsQuery = { viewer: { partner: { ledgerMonths: Array<{ period: { start: string }, totals: { commissionsEarned: string, clawbacks: string, adjustments: string, payments: string } }> } | null } };

export type CreatePartnerMutationVariables = Exact<{
  input: ReferralPartnerInput;
}>;


export type CreatePartnerMutation = { createReferralPartner: { partner: { id: string, name: string } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type OwnProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnProfileQuery = { viewer: { partner: { code: string, name: string, email: string | null, status: PartnerStatus, currencyCode: string, createdAt: string } | null } };

export type PartnerQueryVariables = Exact<{
  id: string;
  period: DateRangeInput;
}>;


export type PartnerQuery = { referralPartner: (
    { createdAt: string, parent: { name: string } | null, program: { name: string } | null, ledger: { currencyCode: string, commissionsEarned: string, clawbacks: string, adjustments: string, payments: string, owedNow: string } }
    & { ' $fragmentRefs'?: { 'PartnerFieldsFragment': PartnerFieldsFragment } }
  ) | null };

export type PartnerFormProgramsQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerFormProgramsQuery = { commissionPrograms: Array<{ id: string, name: string, isDefault: boolean }> };

export type PartnersQueryVariables = Exact<{
  search?: string | null | undefined;
  status?: PartnerStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PartnersQuery = { referralPartners: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'PartnerRowFragment': PartnerRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerRowFragment = { id: string, code: string, name: string, email: string | null, status: PartnerStatus, currencyCode: string, parent: { id: string, name: string } | null, program: { name: string } | null } & { ' $fragmentName'?: 'PartnerRowFragment' };

export type PartnerFieldsFragment = { id: string, code: string, name: string, email: string | null, status: PartnerStatus, currencyCode: string, parent: { id: string } | null, program: { id: string } | null } & { ' $fragmentName'?: 'PartnerFieldsFragment' };

export type CurrentPartnerQueryVariables = Exact<{
  id: string;
}>;


export type CurrentPartnerQuery = { referralPartner: { ' $fragmentRefs'?: { 'PartnerFieldsFragment': PartnerFieldsFragment } } | null };

export type UpdatePartnerMutationVariables = Exact<{
  id: string;
  input: ReferralPartnerInput;
}>;


export type UpdatePartnerMutation = { updateReferralPartner: { partner: { name: string, status: PartnerStatus } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type BasisFragment = { beginningBalance: string, commissions: string, adjustments: string, payments: string, endingBalance: string } & { ' $fragmentName'?: 'BasisFragment' };

export type BatchQueryVariables = Exact<{
  batchId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BatchQuery = { paymentBatch: { ' $fragmentRefs'?: { 'BatchHeadFragment': BatchHeadFragment;'BatchFactsFragment': BatchFactsFragment;'BatchPaymentsFragment': BatchPaymentsFragment } } | null };

export type BatchHeadFragment = { batchId: string, status: PaymentBatchStatus, paymentCount: number, skippedCount: number, currencyCode: string, createdAt: string, createdBy: string, voidedAt: string | null, voidReason: string | null, period: { start: string, end: string } } & { ' $fragmentName'?: 'BatchHeadFragment' };

export type BatchFactsFragment = { date: string, method: PaymentMethod, type: PaymentType, currencyCode: string, paymentCount: number, total: string, skippedCount: number, period: { start: string, end: string }, standing: { totalAmount: string } } & { ' $fragmentName'?: 'BatchFactsFragment' };

export type BatchPaymentsFragment = { batchId: string, payments: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'PaymentRowFragment': PaymentRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } & { ' $fragmentName'?: 'BatchPaymentsFragment' };

export type BatchSkippedQueryVariables = Exact<{
  batchId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BatchSkippedQuery = { paymentBatch: { skipped: (
      { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null } }
      & { ' $fragmentRefs'?: { 'SkippedPageFragment': SkippedPageFragment } }
    ) } | null };

export type BatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BatchesQuery = { paymentBatches: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'BatchRowFragment': BatchRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BatchRowFragment = { id: string, batchId: string, date: string, method: PaymentMethod, type: PaymentType, status: PaymentBatchStatus, currencyCode: string, paymentCount: number, total: string, createdBy: string, period: { start: string, end: string } } & { ' $fragmentName'?: 'BatchRowFragment' };

export type PayeeQueryVariables = Exact<{
  id: string;
}>;


export type PayeeQuery = { referralPartner: { currencyCode: string, ledger: { owedNow: string } } | null };

export type CreateOneOffPaymentMutationVariables = Exact<{
  partnerId: string;
  amount: string;
  type: PaymentType;
  date?: string | null | undefined;
  note?: string | null | undefined;
  requestId: string;
}>;


export type CreateOneOffPaymentMutation = { createReferralPartnerPayment: { payment: { amount: string, currencyCode: string, partner: { name: string } } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type OwnLastPaymentsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnLastPaymentsQuery = { viewer: { partner: { payments: { nodes: Array<{ ' $fragmentRefs'?: { 'OwnPaymentFragment': OwnPaymentFragment } }> } } | null } };

export type OwnPaymentsQueryVariables = Exact<{
  period?: DateRangeInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OwnPaymentsQuery = { viewer: { partner: { currencyCode: string, payments: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'OwnPaymentFragment': OwnPaymentFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } };

export type LinkedPartnerFragment = { id: string, code: string, name: string } & { ' $fragmentName'?: 'LinkedPartnerFragment' };

export type PaymentsQueryVariables = Exact<{
  criteria: PaymentCriteria;
  first: number;
  after?: string | null | undefined;
}>;


export type PaymentsQuery = { payments: { totalCount: number, totalAmount: string, nodes: Array<{ ' $fragmentRefs'?: { 'PaymentRowFragment': PaymentRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SkippedPageFragment = { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'SkippedRowFragment': SkippedRowFragment } }> } & { ' $fragmentName'?: 'SkippedPageFragment' };

export type SkippedRowFragment = { amount: string, reason: SkipReason, partner: (
    { id: string }
    & { ' $fragmentRefs'?: { 'LinkedPartnerFragment': LinkedPartnerFragment } }
  ), batch: { batchId: string } | null } & { ' $fragmentName'?: 'SkippedRowFragment' };

export type VoidPaymentBatchMutationVariables = Exact<{
  batchId: string;
  reason: string;
  date?: string | null | undefined;
}>;


export type VoidPaymentBatchMutation = { voidPaymentBatch: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type VoidablePaymentFragment = { id: string, amount: string, currencyCode: string, date: string, partner: { name: string } } & { ' $fragmentName'?: 'VoidablePaymentFragment' };

export type VoidPaymentMutationVariables = Exact<{
  id: string;
  reason: string;
  date?: string | null | undefined;
}>;


export type VoidPaymentMutation = { voidPayment: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type TakenBatchIdQueryVariables = Exact<{
  batchId: string;
}>;


export type TakenBatchIdQuery = { paymentBatch: { batchId: string } | null };

export type PlannedQueryVariables = Exact<{
  method: PaymentMethod;
  criteria?: LedgerCriteria | null | undefined;
  exportId?: string | null | undefined;
  date?: string | null | undefined;
  minimumPayment?: string | null | undefined;
  capAtBalance: boolean;
  allowRepeat: boolean;
  skips: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type PlannedQuery = { previewReferralPartnerPayments: { fingerprint: string, lines?: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'PlannedLineFragment': PlannedLineFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, skipped?: (
      { pageInfo: { hasNextPage: boolean, endCursor: string | null } }
      & { ' $fragmentRefs'?: { 'SkippedPageFragment': SkippedPageFragment } }
    ) } };

export type PlannedLineFragment = { amount: string, owedNow: string, owedAfter: string, warnings: Array<PaymentWarning>, partner: (
    { id: string, name: string }
    & { ' $fragmentRefs'?: { 'LinkedPartnerFragment': LinkedPartnerFragment } }
  ) } & { ' $fragmentName'?: 'PlannedLineFragment' };

export type PaymentPlansQueryVariables = Exact<{
  criteria?: LedgerCriteria | null | undefined;
  exportId?: string | null | undefined;
  date?: string | null | undefined;
  minimumPayment?: string | null | undefined;
  capAtBalance: boolean;
  allowRepeat: boolean;
}>;


export type PaymentPlansQuery = { commissionEarned: { ' $fragmentRefs'?: { 'PlanFragment': PlanFragment } }, beginningBalancePlusCommissionEarned: { ' $fragmentRefs'?: { 'PlanFragment': PlanFragment } }, endingBalance: { ' $fragmentRefs'?: { 'PlanFragment': PlanFragment } } };

export type PlanFragment = { batchId: string, date: string, currencyCode: string, fingerprint: string, paymentCount: number, total: string, exceedingCount: number, exceedingTotal: string, skippedCount: number, period: { start: string, end: string } } & { ' $fragmentName'?: 'PlanFragment' };

export type CreatePaymentsMutationVariables = Exact<{
  method: PaymentMethod;
  batchId: string;
  type: PaymentType;
  date: string;
  criteria?: LedgerCriteria | null | undefined;
  exportId?: string | null | undefined;
  minimumPayment?: string | null | undefined;
  capAtBalance: boolean;
  allowRepeat: boolean;
  fingerprint: string;
}>;


export type CreatePaymentsMutation = { createReferralPartnerPayments: { replayed: boolean, batch: { batchId: string, paymentCount: number, total: string, currencyCode: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } };

export type OwnPaymentFragment = { id: string, date: string, type: PaymentType, amount: string, currencyCode: string, voidedAt: string | null, batch: { batchId: string, period: { start: string, end: string } } | null } & { ' $fragmentName'?: 'OwnPaymentFragment' };

export type PaymentRowFragment = (
  { id: string, amount: string, currencyCode: string, type: PaymentType, date: string, note: string | null, voidedAt: string | null, voidReason: string | null, partner: (
    { id: string }
    & { ' $fragmentRefs'?: { 'LinkedPartnerFragment': LinkedPartnerFragment } }
  ), batch: { batchId: string, period: { start: string, end: string } } | null, basis: { ' $fragmentRefs'?: { 'BasisFragment': BasisFragment } } | null }
  & { ' $fragmentRefs'?: { 'VoidablePaymentFragment': VoidablePaymentFragment } }
) & { ' $fragmentName'?: 'PaymentRowFragment' };

export type UpdateUserMutationVariables = Exact<{
  id: string;
  input: UserInput;
}>;


export type UpdateUserMutation = { updateUser: { user: { name: string } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type CurrentPersonQueryVariables = Exact<{
  search: string;
}>;


export type CurrentPersonQuery = { users: { nodes: Array<{ ' $fragmentRefs'?: { 'PersonFragment': PersonFragment } }> } };

export type MadeInvitationFragment = { invitationPath: string | null, user: { name: string, email: string, invitedUntil: string | null } | null } & { ' $fragmentName'?: 'MadeInvitationFragment' };

export type InviteUserMutationVariables = Exact<{
  input: UserInput;
}>;


export type InviteUserMutation = { inviteUser: (
    { userErrors: Array<{ message: string, field: Array<string> | null }> }
    & { ' $fragmentRefs'?: { 'MadeInvitationFragment': MadeInvitationFragment } }
  ) };

export type PeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  role?: Role | null | undefined;
  active?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type PeopleQuery = { users: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'PersonFragment': PersonFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RenewInvitationMutationVariables = Exact<{
  id: string;
}>;


export type RenewInvitationMutation = { renewInvitation: (
    { userErrors: Array<{ message: string, field: Array<string> | null }> }
    & { ' $fragmentRefs'?: { 'MadeInvitationFragment': MadeInvitationFragment } }
  ) };

export type DeactivateUserMutationVariables = Exact<{
  id: string;
}>;


export type DeactivateUserMutation = { deactivateUser: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type ReactivateUserMutationVariables = Exact<{
  id: string;
}>;


export type ReactivateUserMutation = { reactivateUser: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type PersonFragment = { id: string, name: string, email: string, role: Role, lastSignInAt: string | null, invitedUntil: string | null, deactivatedAt: string | null, partner: { id: string, name: string } | null } & { ' $fragmentName'?: 'PersonFragment' };

export type PrintFrameQueryVariables = Exact<{
  criteria: LedgerCriteria;
  parentId: string;
  hasParent: boolean;
}>;


export type PrintFrameQuery = (
  { referralPartnerLedgers: { totalCount: number } }
  & { ' $fragmentRefs'?: { 'PrintHeadFragment': PrintHeadFragment } }
);

export type PrintHeadFragment = { business: { name: string, timeZone: string, today: string }, report: { period: { start: string, end: string }, totals: { currencyCode: string, beginningBalance: string, commissions: string, adjustments: string, payments: string, endingBalance: string } }, commissionPrograms: Array<{ id: string, name: string }>, parent?: { code: string, name: string } | null } & { ' $fragmentName'?: 'PrintHeadFragment' };

export type PrintedLedgerFragment = { currencyCode: string, beginningBalance: string, commissions: string, adjustments: string, payments: string, endingBalance: string, partner: { id: string, code: string, name: string } } & { ' $fragmentName'?: 'PrintedLedgerFragment' };

export type PrintedEntryFragment = { id: string, date: string, kind: LedgerEntryKind, description: string, amount: string, balance: string, batch: { batchId: string } | null } & { ' $fragmentName'?: 'PrintedEntryFragment' };

export type PrintedLedgersQueryVariables = Exact<{
  criteria: LedgerCriteria;
  orderBy: LedgerOrder;
  first: number;
  after?: string | null | undefined;
  withEntries: boolean;
}>;


export type PrintedLedgersQuery = { referralPartnerLedgers: { nodes: Array<(
      { entries?: { nodes: Array<{ ' $fragmentRefs'?: { 'PrintedEntryFragment': PrintedEntryFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
      & { ' $fragmentRefs'?: { 'PrintedLedgerFragment': PrintedLedgerFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MorePrintedEntriesQueryVariables = Exact<{
  id: string;
  period?: DateRangeInput | null | undefined;
  currency: string;
  after?: string | null | undefined;
}>;


export type MorePrintedEntriesQuery = { referralPartner: { ledger: { entries: { nodes: Array<{ ' $fragmentRefs'?: { 'PrintedEntryFragment': PrintedEntryFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type StatementQueryVariables = Exact<{
  period: DateRangeInput;
  after?: string | null | undefined;
}>;


export type StatementQuery = { business: { name: string, timeZone: string, today: string }, viewer: { partner: { ledger: (
        { entries: { nodes: Array<{ ' $fragmentRefs'?: { 'PrintedEntryFragment': PrintedEntryFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
        & { ' $fragmentRefs'?: { 'PrintedLedgerFragment': PrintedLedgerFragment } }
      ) } | null } };

export type ProgramsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramsQuery = { commissionPrograms: Array<{ ' $fragmentRefs'?: { 'ProgramCardFragment': ProgramCardFragment } }> };

export type RuleFragment = { level: number, sku: string | null, percent: string | null, amount: string | null } & { ' $fragmentName'?: 'RuleFragment' };

export type ProgramCardFragment = { id: string, name: string, isDefault: boolean, rules: Array<{ ' $fragmentRefs'?: { 'RuleFragment': RuleFragment } }> } & { ' $fragmentName'?: 'ProgramCardFragment' };

export type SaveProgramMutationVariables = Exact<{
  id?: string | null | undefined;
  name: string;
  isDefault: boolean;
  rules: Array<CommissionRuleInput> | CommissionRuleInput;
}>;


export type SaveProgramMutation = { saveCommissionProgram: { program: { name: string } | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type CurrentProgramsQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentProgramsQuery = { commissionPrograms: Array<{ ' $fragmentRefs'?: { 'ProgramCardFragment': ProgramCardFragment } }> };

export type CommissionsFragment = { currencyCode: string, commissions: string, commissionsEarned: string, clawbacks: string } & { ' $fragmentName'?: 'CommissionsFragment' };

export type ProgramPickerQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramPickerQuery = { commissionPrograms: Array<{ id: string, name: string }> };

export type ReportTotalsFragment = { currencyCode: string, beginningBalance: string, commissions: string, adjustments: string, payments: string, endingBalance: string } & { ' $fragmentName'?: 'ReportTotalsFragment' };

export type ReportRowFragment = (
  { currencyCode: string, beginningBalance: string, adjustments: string, payments: string, endingBalance: string, partner: { id: string, code: string, name: string, status: PartnerStatus } }
  & { ' $fragmentRefs'?: { 'CommissionsFragment': CommissionsFragment } }
) & { ' $fragmentName'?: 'ReportRowFragment' };

export type ReportRowsQueryVariables = Exact<{
  criteria: LedgerCriteria;
  orderBy: LedgerOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportRowsQuery = { referralPartnerLedgers: { nodes: Array<{ ' $fragmentRefs'?: { 'ReportRowFragment': ReportRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportTotalsQueryVariables = Exact<{
  criteria: LedgerCriteria;
}>;


export type ReportTotalsQuery = { referralPartnerLedgers: { totalCount: number, totals: { ' $fragmentRefs'?: { 'ReportTotalsFragment': ReportTotalsFragment } } } };

export type ChangePasswordMutationVariables = Exact<{
  currentPassword: string;
  newPassword: string;
}>;


export type ChangePasswordMutation = { changePassword: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { invitation: { email: string, name: string, expiresAt: string } | null };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  password: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type SignInOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SignInOptionsQuery = { signInOptions: { openIdConnect: string | null } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn: { userErrors: Array<{ code: UserErrorCode, message: string }> } };

export type TryTokenQueryVariables = Exact<{ [key: string]: never; }>;


export type TryTokenQuery = { viewer: { role: Role } };

export type ViewPortalAsMutationVariables = Exact<{
  partnerId: string;
}>;


export type ViewPortalAsMutation = { viewPortalAs: { token: string | null, userErrors: Array<{ message: string }> } };

export type ViewingQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewingQuery = { viewer: { partner: { name: string } | null } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export type AccessTokensQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AccessTokensQuery = { accessTokens: { totalCount: number, nodes: Array<{ ' $fragmentRefs'?: { 'TokenRowFragment': TokenRowFragment } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateAccessTokenMutationVariables = Exact<{
  name: string;
  role: Role;
  expiresAt?: string | null | undefined;
}>;


export type CreateAccessTokenMutation = { createAccessToken: { token: string | null, userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type RevokeAccessTokenMutationVariables = Exact<{
  id: string;
}>;


export type RevokeAccessTokenMutation = { revokeAccessToken: { userErrors: Array<{ message: string, field: Array<string> | null }> } };

export type TokenRowFragment = { id: string, name: string, hint: string, role: Role, createdAt: string, createdBy: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, partner: { id: string, name: string } | null } & { ' $fragmentName'?: 'TokenRowFragment' };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PickedPartnerFragmentDoc = new TypedDocumentString(`
    fragment PickedPartner on ReferralPartner {
  id
  code
  name
}
    `, {"fragmentName":"PickedPartner"}) as unknown as TypedDocumentString<PickedPartnerFragment, unknown>;
export const AuditDetailsFragmentDoc = new TypedDocumentString(`
    fragment AuditDetails on AuditEvent {
  operation
  changes {
    field
    before
    after
  }
}
    `, {"fragmentName":"AuditDetails"}) as unknown as TypedDocumentString<AuditDetailsFragment, unknown>;
export const AuditRowFragmentDoc = new TypedDocumentString(`
    fragment AuditRow on AuditEvent {
  id
  at
  action
  actor
  role
  through
  address
  subject
  partner {
    id
    name
  }
  ...AuditDetails
}
    fragment AuditDetails on AuditEvent {
  operation
  changes {
    field
    before
    after
  }
}`, {"fragmentName":"AuditRow"}) as unknown as TypedDocumentString<AuditRowFragment, unknown>;
export const ExportRowFragmentDoc = new TypedDocumentString(`
    fragment ExportRow on LedgerExport {
  id
  fileName
  period {
    start
    end
  }
  currencyCode
  criteria
  rowCount
  totals {
    endingBalance
  }
  createdAt
  createdBy
  downloadUrl
}
    `, {"fragmentName":"ExportRow"}) as unknown as TypedDocumentString<ExportRowFragment, unknown>;
export const BalancesFragmentDoc = new TypedDocumentString(`
    fragment Balances on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  endingBalance
  entries(first: 500) {
    nodes {
      date
      balance
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"fragmentName":"Balances"}) as unknown as TypedDocumentString<BalancesFragment, unknown>;
export const EntryRowFragmentDoc = new TypedDocumentString(`
    fragment EntryRow on LedgerEntry {
  id
  date
  kind
  description
  source
  amount
  balance
  batch {
    batchId
  }
}
    `, {"fragmentName":"EntryRow"}) as unknown as TypedDocumentString<EntryRowFragment, unknown>;
export const EntriesFragmentDoc = new TypedDocumentString(`
    fragment Entries on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  endingBalance
  entries(first: $first, after: $after) {
    totalCount
    nodes {
      ...EntryRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EntryRow on LedgerEntry {
  id
  date
  kind
  description
  source
  amount
  balance
  batch {
    batchId
  }
}`, {"fragmentName":"Entries"}) as unknown as TypedDocumentString<EntriesFragment, unknown>;
export const SummaryFragmentDoc = new TypedDocumentString(`
    fragment Summary on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
  owedNow
}
    `, {"fragmentName":"Summary"}) as unknown as TypedDocumentString<SummaryFragment, unknown>;
export const OrderLineRowFragmentDoc = new TypedDocumentString(`
    fragment OrderLineRow on OrderLine {
  sku
  description
  quantity
  unitPrice
  amount
}
    `, {"fragmentName":"OrderLineRow"}) as unknown as TypedDocumentString<OrderLineRowFragment, unknown>;
export const OrderEntryRowFragmentDoc = new TypedDocumentString(`
    fragment OrderEntryRow on LedgerEntry {
  id
  date
  kind
  description
  source
  amount
  balance
}
    `, {"fragmentName":"OrderEntryRow"}) as unknown as TypedDocumentString<OrderEntryRowFragment, unknown>;
export const OrderRefundRowFragmentDoc = new TypedDocumentString(`
    fragment OrderRefundRow on Refund {
  refundId
  refundedAt
  amount
}
    `, {"fragmentName":"OrderRefundRow"}) as unknown as TypedDocumentString<OrderRefundRowFragment, unknown>;
export const OwedNowFragmentDoc = new TypedDocumentString(`
    fragment OwedNow on LedgerTotals {
  currencyCode
  endingBalance
}
    `, {"fragmentName":"OwedNow"}) as unknown as TypedDocumentString<OwedNowFragment, unknown>;
export const YearFiguresFragmentDoc = new TypedDocumentString(`
    fragment YearFigures on LedgerTotals {
  currencyCode
  commissionsEarned
  clawbacks
  adjustments
  payments
}
    `, {"fragmentName":"YearFigures"}) as unknown as TypedDocumentString<YearFiguresFragment, unknown>;
export const LastBatchFragmentDoc = new TypedDocumentString(`
    fragment LastBatch on PaymentBatch {
  id
  batchId
  date
  period {
    start
    end
  }
  status
  currencyCode
  paymentCount
  total
}
    `, {"fragmentName":"LastBatch"}) as unknown as TypedDocumentString<LastBatchFragment, unknown>;
export const LastBatchesFragmentDoc = new TypedDocumentString(`
    fragment LastBatches on PaymentBatchConnection {
  nodes {
    ...LastBatch
  }
}
    fragment LastBatch on PaymentBatch {
  id
  batchId
  date
  period {
    start
    end
  }
  status
  currencyCode
  paymentCount
  total
}`, {"fragmentName":"LastBatches"}) as unknown as TypedDocumentString<LastBatchesFragment, unknown>;
export const MonthFiguresFragmentDoc = new TypedDocumentString(`
    fragment MonthFigures on LedgerMonth {
  period {
    start
  }
  totals {
    currencyCode
    commissionsEarned
    clawbacks
    adjustments
    payments
    endingBalance
  }
}
    `, {"fragmentName":"MonthFigures"}) as unknown as TypedDocumentString<MonthFiguresFragment, unknown>;
export const NegativeBalanceFragmentDoc = new TypedDocumentString(`
    fragment NegativeBalance on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  endingBalance
}
    `, {"fragmentName":"NegativeBalance"}) as unknown as TypedDocumentString<NegativeBalanceFragment, unknown>;
export const NegativeBalancesFragmentDoc = new TypedDocumentString(`
    fragment NegativeBalances on ReferralPartnerLedgerConnection {
  nodes {
    ...NegativeBalance
  }
}
    fragment NegativeBalance on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  endingBalance
}`, {"fragmentName":"NegativeBalances"}) as unknown as TypedDocumentString<NegativeBalancesFragment, unknown>;
export const TopPartnerFragmentDoc = new TypedDocumentString(`
    fragment TopPartner on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  commissions
}
    `, {"fragmentName":"TopPartner"}) as unknown as TypedDocumentString<TopPartnerFragment, unknown>;
export const TopPartnersFragmentDoc = new TypedDocumentString(`
    fragment TopPartners on ReferralPartnerLedgerConnection {
  nodes {
    ...TopPartner
  }
}
    fragment TopPartner on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  commissions
}`, {"fragmentName":"TopPartners"}) as unknown as TypedDocumentString<TopPartnersFragment, unknown>;
export const PartnerRowFragmentDoc = new TypedDocumentString(`
    fragment PartnerRow on ReferralPartner {
  id
  code
  name
  email
  status
  currencyCode
  parent {
    id
    name
  }
  program {
    name
  }
}
    `, {"fragmentName":"PartnerRow"}) as unknown as TypedDocumentString<PartnerRowFragment, unknown>;
export const PartnerFieldsFragmentDoc = new TypedDocumentString(`
    fragment PartnerFields on ReferralPartner {
  id
  code
  name
  email
  status
  currencyCode
  parent {
    id
  }
  program {
    id
  }
}
    `, {"fragmentName":"PartnerFields"}) as unknown as TypedDocumentString<PartnerFieldsFragment, unknown>;
export const BatchHeadFragmentDoc = new TypedDocumentString(`
    fragment BatchHead on PaymentBatch {
  batchId
  status
  paymentCount
  skippedCount
  currencyCode
  period {
    start
    end
  }
  createdAt
  createdBy
  voidedAt
  voidReason
}
    `, {"fragmentName":"BatchHead"}) as unknown as TypedDocumentString<BatchHeadFragment, unknown>;
export const BatchFactsFragmentDoc = new TypedDocumentString(`
    fragment BatchFacts on PaymentBatch {
  date
  period {
    start
    end
  }
  method
  type
  currencyCode
  paymentCount
  total
  skippedCount
  standing: payments(first: 1) {
    totalAmount
  }
}
    `, {"fragmentName":"BatchFacts"}) as unknown as TypedDocumentString<BatchFactsFragment, unknown>;
export const LinkedPartnerFragmentDoc = new TypedDocumentString(`
    fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
    `, {"fragmentName":"LinkedPartner"}) as unknown as TypedDocumentString<LinkedPartnerFragment, unknown>;
export const BasisFragmentDoc = new TypedDocumentString(`
    fragment Basis on PaymentBasis {
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
    `, {"fragmentName":"Basis"}) as unknown as TypedDocumentString<BasisFragment, unknown>;
export const VoidablePaymentFragmentDoc = new TypedDocumentString(`
    fragment VoidablePayment on Payment {
  id
  amount
  currencyCode
  date
  partner {
    name
  }
}
    `, {"fragmentName":"VoidablePayment"}) as unknown as TypedDocumentString<VoidablePaymentFragment, unknown>;
export const PaymentRowFragmentDoc = new TypedDocumentString(`
    fragment PaymentRow on Payment {
  id
  partner {
    id
    ...LinkedPartner
  }
  amount
  currencyCode
  type
  date
  note
  batch {
    batchId
    period {
      start
      end
    }
  }
  basis {
    ...Basis
  }
  voidedAt
  voidReason
  ...VoidablePayment
}
    fragment Basis on PaymentBasis {
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment VoidablePayment on Payment {
  id
  amount
  currencyCode
  date
  partner {
    name
  }
}`, {"fragmentName":"PaymentRow"}) as unknown as TypedDocumentString<PaymentRowFragment, unknown>;
export const BatchPaymentsFragmentDoc = new TypedDocumentString(`
    fragment BatchPayments on PaymentBatch {
  batchId
  payments(first: $first, after: $after) {
    totalCount
    nodes {
      ...PaymentRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Basis on PaymentBasis {
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment VoidablePayment on Payment {
  id
  amount
  currencyCode
  date
  partner {
    name
  }
}
fragment PaymentRow on Payment {
  id
  partner {
    id
    ...LinkedPartner
  }
  amount
  currencyCode
  type
  date
  note
  batch {
    batchId
    period {
      start
      end
    }
  }
  basis {
    ...Basis
  }
  voidedAt
  voidReason
  ...VoidablePayment
}`, {"fragmentName":"BatchPayments"}) as unknown as TypedDocumentString<BatchPaymentsFragment, unknown>;
export const BatchRowFragmentDoc = new TypedDocumentString(`
    fragment BatchRow on PaymentBatch {
  id
  batchId
  date
  period {
    start
    end
  }
  method
  type
  status
  currencyCode
  paymentCount
  total
  createdBy
}
    `, {"fragmentName":"BatchRow"}) as unknown as TypedDocumentString<BatchRowFragment, unknown>;
export const SkippedRowFragmentDoc = new TypedDocumentString(`
    fragment SkippedRow on SkippedPartner {
  partner {
    id
    ...LinkedPartner
  }
  amount
  reason
  batch {
    batchId
  }
}
    fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}`, {"fragmentName":"SkippedRow"}) as unknown as TypedDocumentString<SkippedRowFragment, unknown>;
export const SkippedPageFragmentDoc = new TypedDocumentString(`
    fragment SkippedPage on SkippedPartnerConnection {
  totalCount
  nodes {
    ...SkippedRow
  }
}
    fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment SkippedRow on SkippedPartner {
  partner {
    id
    ...LinkedPartner
  }
  amount
  reason
  batch {
    batchId
  }
}`, {"fragmentName":"SkippedPage"}) as unknown as TypedDocumentString<SkippedPageFragment, unknown>;
export const PlannedLineFragmentDoc = new TypedDocumentString(`
    fragment PlannedLine on PlannedPayment {
  partner {
    id
    name
    ...LinkedPartner
  }
  amount
  owedNow
  owedAfter
  warnings
}
    fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}`, {"fragmentName":"PlannedLine"}) as unknown as TypedDocumentString<PlannedLineFragment, unknown>;
export const PlanFragmentDoc = new TypedDocumentString(`
    fragment Plan on ReferralPartnerPaymentsPreview {
  batchId
  date
  period {
    start
    end
  }
  currencyCode
  fingerprint
  paymentCount
  total
  exceedingCount
  exceedingTotal
  skippedCount
}
    `, {"fragmentName":"Plan"}) as unknown as TypedDocumentString<PlanFragment, unknown>;
export const OwnPaymentFragmentDoc = new TypedDocumentString(`
    fragment OwnPayment on Payment {
  id
  date
  type
  amount
  currencyCode
  voidedAt
  batch {
    batchId
    period {
      start
      end
    }
  }
}
    `, {"fragmentName":"OwnPayment"}) as unknown as TypedDocumentString<OwnPaymentFragment, unknown>;
export const MadeInvitationFragmentDoc = new TypedDocumentString(`
    fragment MadeInvitation on InviteUserPayload {
  user {
    name
    email
    invitedUntil
  }
  invitationPath
}
    `, {"fragmentName":"MadeInvitation"}) as unknown as TypedDocumentString<MadeInvitationFragment, unknown>;
export const PersonFragmentDoc = new TypedDocumentString(`
    fragment Person on User {
  id
  name
  email
  role
  partner {
    id
    name
  }
  lastSignInAt
  invitedUntil
  deactivatedAt
}
    `, {"fragmentName":"Person"}) as unknown as TypedDocumentString<PersonFragment, unknown>;
export const PrintHeadFragmentDoc = new TypedDocumentString(`
    fragment PrintHead on Query {
  business {
    name
    timeZone
    today
  }
  report: referralPartnerLedgers(criteria: $criteria, first: 1) {
    period {
      start
      end
    }
    totals {
      currencyCode
      beginningBalance
      commissions
      adjustments
      payments
      endingBalance
    }
  }
  commissionPrograms {
    id
    name
  }
  parent: referralPartner(id: $parentId) @include(if: $hasParent) {
    code
    name
  }
}
    `, {"fragmentName":"PrintHead"}) as unknown as TypedDocumentString<PrintHeadFragment, unknown>;
export const PrintedLedgerFragmentDoc = new TypedDocumentString(`
    fragment PrintedLedger on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
    `, {"fragmentName":"PrintedLedger"}) as unknown as TypedDocumentString<PrintedLedgerFragment, unknown>;
export const PrintedEntryFragmentDoc = new TypedDocumentString(`
    fragment PrintedEntry on LedgerEntry {
  id
  date
  kind
  description
  amount
  balance
  batch {
    batchId
  }
}
    `, {"fragmentName":"PrintedEntry"}) as unknown as TypedDocumentString<PrintedEntryFragment, unknown>;
export const RuleFragmentDoc = new TypedDocumentString(`
    fragment Rule on CommissionRule {
  level
  sku
  percent
  amount
}
    `, {"fragmentName":"Rule"}) as unknown as TypedDocumentString<RuleFragment, unknown>;
export const ProgramCardFragmentDoc = new TypedDocumentString(`
    fragment ProgramCard on CommissionProgram {
  id
  name
  isDefault
  rules {
    ...Rule
  }
}
    fragment Rule on CommissionRule {
  level
  sku
  percent
  amount
}`, {"fragmentName":"ProgramCard"}) as unknown as TypedDocumentString<ProgramCardFragment, unknown>;
export const ReportTotalsFragmentDoc = new TypedDocumentString(`
    fragment ReportTotals on LedgerTotals {
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
    `, {"fragmentName":"ReportTotals"}) as unknown as TypedDocumentString<ReportTotalsFragment, unknown>;
export const CommissionsFragmentDoc = new TypedDocumentString(`
    fragment Commissions on ReferralPartnerLedger {
  currencyCode
  commissions
  commissionsEarned
  clawbacks
}
    `, {"fragmentName":"Commissions"}) as unknown as TypedDocumentString<CommissionsFragment, unknown>;
export const ReportRowFragmentDoc = new TypedDocumentString(`
    fragment ReportRow on ReferralPartnerLedger {
  partner {
    id
    code
    name
    status
  }
  currencyCode
  beginningBalance
  adjustments
  payments
  endingBalance
  ...Commissions
}
    fragment Commissions on ReferralPartnerLedger {
  currencyCode
  commissions
  commissionsEarned
  clawbacks
}`, {"fragmentName":"ReportRow"}) as unknown as TypedDocumentString<ReportRowFragment, unknown>;
export const TokenRowFragmentDoc = new TypedDocumentString(`
    fragment TokenRow on AccessToken {
  id
  name
  hint
  role
  partner {
    id
    name
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"TokenRow"}) as unknown as TypedDocumentString<TokenRowFragment, unknown>;
export const PartnerPickerDocument = new TypedDocumentString(`
    query PartnerPicker($search: String) {
  referralPartners(search: $search, first: 20) {
    nodes {
      ...PickedPartner
    }
  }
}
    fragment PickedPartner on ReferralPartner {
  id
  code
  name
}`) as unknown as TypedDocumentString<PartnerPickerQuery, PartnerPickerQueryVariables>;
export const PartnerPickerValueDocument = new TypedDocumentString(`
    query PartnerPickerValue($id: ID!) {
  referralPartner(id: $id) {
    ...PickedPartner
  }
}
    fragment PickedPartner on ReferralPartner {
  id
  code
  name
}`) as unknown as TypedDocumentString<PartnerPickerValueQuery, PartnerPickerValueQueryVariables>;
export const AccessDocument = new TypedDocumentString(`
    query Access {
  viewer {
    role
    name
    email
    viewedBy
  }
  business {
    name
    currencyCode
    timeZone
    today
  }
}
    `) as unknown as TypedDocumentString<AccessQuery, AccessQueryVariables>;
export const AdjustLedgerDocument = new TypedDocumentString(`
    mutation AdjustLedger($partnerId: ID!, $amount: Decimal!, $date: Date!, $reason: String!, $requestId: String!, $currency: CurrencyCode!) {
  adjustLedger(
    partnerId: $partnerId
    amount: $amount
    date: $date
    reason: $reason
    requestId: $requestId
    currencyCode: $currency
  ) {
    entry {
      amount
      balance
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AdjustLedgerMutation, AdjustLedgerMutationVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($criteria: AuditCriteria!, $first: Int!, $after: Cursor) {
  auditLog(criteria: $criteria, first: $first, after: $after) {
    totalCount
    nodes {
      ...AuditRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AuditDetails on AuditEvent {
  operation
  changes {
    field
    before
    after
  }
}
fragment AuditRow on AuditEvent {
  id
  at
  action
  actor
  role
  through
  address
  subject
  partner {
    id
    name
  }
  ...AuditDetails
}`) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const ExportLedgersDocument = new TypedDocumentString(`
    mutation ExportLedgers($criteria: LedgerCriteria!) {
  exportLedgers(criteria: $criteria) {
    export {
      fileName
      rowCount
      downloadUrl
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ExportLedgersMutation, ExportLedgersMutationVariables>;
export const ExportsDocument = new TypedDocumentString(`
    query Exports($first: Int!, $after: Cursor) {
  ledgerExports(first: $first, after: $after) {
    totalCount
    nodes {
      ...ExportRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ExportRow on LedgerExport {
  id
  fileName
  period {
    start
    end
  }
  currencyCode
  criteria
  rowCount
  totals {
    endingBalance
  }
  createdAt
  createdBy
  downloadUrl
}`) as unknown as TypedDocumentString<ExportsQuery, ExportsQueryVariables>;
export const LedgerDocument = new TypedDocumentString(`
    query Ledger($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode, $first: Int!, $after: Cursor) {
  referralPartner(id: $id) {
    code
    name
    ledger(period: $period, currencyCode: $currency) {
      currencyCode
      ...Summary
      ...Entries
    }
  }
}
    fragment Entries on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  endingBalance
  entries(first: $first, after: $after) {
    totalCount
    nodes {
      ...EntryRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
fragment EntryRow on LedgerEntry {
  id
  date
  kind
  description
  source
  amount
  balance
  batch {
    batchId
  }
}
fragment Summary on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
  owedNow
}`) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const LedgerBalancesDocument = new TypedDocumentString(`
    query LedgerBalances($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode) {
  referralPartner(id: $id) {
    ledger(period: $period, currencyCode: $currency) {
      ...Balances
    }
  }
}
    fragment Balances on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  endingBalance
  entries(first: 500) {
    nodes {
      date
      balance
    }
    pageInfo {
      hasNextPage
    }
  }
}`) as unknown as TypedDocumentString<LedgerBalancesQuery, LedgerBalancesQueryVariables>;
export const OwnLedgerDocument = new TypedDocumentString(`
    query OwnLedger($period: DateRangeInput!, $first: Int!, $after: Cursor) {
  viewer {
    partner {
      ledger(period: $period) {
        currencyCode
        ...Summary
        ...Entries
      }
    }
  }
}
    fragment Entries on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  endingBalance
  entries(first: $first, after: $after) {
    totalCount
    nodes {
      ...EntryRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
fragment EntryRow on LedgerEntry {
  id
  date
  kind
  description
  source
  amount
  balance
  batch {
    batchId
  }
}
fragment Summary on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
  owedNow
}`) as unknown as TypedDocumentString<OwnLedgerQuery, OwnLedgerQueryVariables>;
export const OwnBalancesDocument = new TypedDocumentString(`
    query OwnBalances($period: DateRangeInput!) {
  viewer {
    partner {
      ledger(period: $period) {
        ...Balances
      }
    }
  }
}
    fragment Balances on ReferralPartnerLedger {
  currencyCode
  beginningBalance
  endingBalance
  entries(first: 500) {
    nodes {
      date
      balance
    }
    pageInfo {
      hasNextPage
    }
  }
}`) as unknown as TypedDocumentString<OwnBalancesQuery, OwnBalancesQueryVariables>;
export const OrderDocument = new TypedDocumentString(`
    query Order($orderId: String!) {
  order(orderId: $orderId) {
    orderId
    orderedAt
    customerId
    currencyCode
    total
    partner {
      id
      code
      name
    }
    lines {
      ...OrderLineRow
    }
    entries {
      ...OrderEntryRow
    }
    refunds {
      ...OrderRefundRow
    }
  }
}
    fragment OrderLineRow on OrderLine {
  sku
  description
  quantity
  unitPrice
  amount
}
fragment OrderEntryRow on LedgerEntry {
  id
  date
  kind
  description
  source
  amount
  balance
}
fragment OrderRefundRow on Refund {
  refundId
  refundedAt
  amount
}`) as unknown as TypedDocumentString<OrderQuery, OrderQueryVariables>;
export const RecordRefundDocument = new TypedDocumentString(`
    mutation RecordRefund($input: RefundInput!) {
  recordRefund(input: $input) {
    replayed
    entries {
      id
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RecordRefundMutation, RecordRefundMutationVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($ever: LedgerCriteria!, $year: LedgerCriteria!, $until: Date!, $currency: CurrencyCode) {
  now: referralPartnerLedgers(
    criteria: $ever
    orderBy: {field: ENDING_BALANCE, direction: ASC}
    first: 5
  ) {
    totals {
      ...OwedNow
    }
    ...NegativeBalances
  }
  year: referralPartnerLedgers(
    criteria: $year
    orderBy: {field: COMMISSIONS, direction: DESC}
    first: 5
  ) {
    totals {
      ...YearFigures
    }
    ...TopPartners
  }
  ledgerMonths(last: 12, until: $until, currencyCode: $currency) {
    totals {
      currencyCode
      commissionsEarned
      clawbacks
      adjustments
      payments
    }
    ...MonthFigures
  }
  paymentBatches(first: 5) {
    ...LastBatches
  }
}
    fragment OwedNow on LedgerTotals {
  currencyCode
  endingBalance
}
fragment YearFigures on LedgerTotals {
  currencyCode
  commissionsEarned
  clawbacks
  adjustments
  payments
}
fragment LastBatches on PaymentBatchConnection {
  nodes {
    ...LastBatch
  }
}
fragment LastBatch on PaymentBatch {
  id
  batchId
  date
  period {
    start
    end
  }
  status
  currencyCode
  paymentCount
  total
}
fragment MonthFigures on LedgerMonth {
  period {
    start
  }
  totals {
    currencyCode
    commissionsEarned
    clawbacks
    adjustments
    payments
    endingBalance
  }
}
fragment NegativeBalances on ReferralPartnerLedgerConnection {
  nodes {
    ...NegativeBalance
  }
}
fragment NegativeBalance on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  endingBalance
}
fragment TopPartners on ReferralPartnerLedgerConnection {
  nodes {
    ...TopPartner
  }
}
fragment TopPartner on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  commissions
}`) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const OwnOverviewDocument = new TypedDocumentString(`
    query OwnOverview($year: DateRangeInput!, $until: Date!) {
  viewer {
    partner {
      ledger(period: $year) {
        currencyCode
        owedNow
        commissionsEarned
        clawbacks
        adjustments
        payments
      }
      ledgerMonths(last: 12, until: $until) {
        totals {
          commissionsEarned
          clawbacks
          adjustments
          payments
        }
        ...MonthFigures
      }
    }
  }
}
    fragment MonthFigures on LedgerMonth {
  period {
    start
  }
  totals {
    currencyCode
    commissionsEarned
    clawbacks
    adjustments
    payments
    endingBalance
  }
}`) as unknown as TypedDocumentString<OwnOverviewQuery, OwnOverviewQueryVariables>;
export const MovedMonthsDocument = new TypedDocumentString(`
    query MovedMonths($last: Int!, $until: Date!, $currency: CurrencyCode) {
  ledgerMonths(last: $last, until: $until, currencyCode: $currency) {
    period {
      start
    }
    totals {
      commissionsEarned
      clawbacks
      adjustments
      payments
    }
  }
}
    `) as unknown as TypedDocumentString<MovedMonthsQuery, MovedMonthsQueryVariables>;
export const OwnMovedMonthsDocument = new TypedDocumentString(`
    query OwnMovedMonths($last: Int!, $until: Date!) {
  viewer {
    partner {
      ledgerMonths(last: $last, until: $until) {
        period {
          start
        }
        totals {
          commissionsEarned
          clawbacks
          adjustments
          payments
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnMovedMonthsQuery, OwnMovedMonthsQueryVariables>;
export const CreatePartnerDocument = new TypedDocumentString(`
    mutation CreatePartner($input: ReferralPartnerInput!) {
  createReferralPartner(input: $input) {
    partner {
      id
      name
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePartnerMutation, CreatePartnerMutationVariables>;
export const OwnProfileDocument = new TypedDocumentString(`
    query OwnProfile {
  viewer {
    partner {
      code
      name
      email
      status
      currencyCode
      createdAt
    }
  }
}
    `) as unknown as TypedDocumentString<OwnProfileQuery, OwnProfileQueryVariables>;
export const PartnerDocument = new TypedDocumentString(`
    query Partner($id: ID!, $period: DateRangeInput!) {
  referralPartner(id: $id) {
    ...PartnerFields
    createdAt
    parent {
      name
    }
    program {
      name
    }
    ledger(period: $period) {
      currencyCode
      commissionsEarned
      clawbacks
      adjustments
      payments
      owedNow
    }
  }
}
    fragment PartnerFields on ReferralPartner {
  id
  code
  name
  email
  status
  currencyCode
  parent {
    id
  }
  program {
    id
  }
}`) as unknown as TypedDocumentString<PartnerQuery, PartnerQueryVariables>;
export const PartnerFormProgramsDocument = new TypedDocumentString(`
    query PartnerFormPrograms {
  commissionPrograms {
    id
    name
    isDefault
  }
}
    `) as unknown as TypedDocumentString<PartnerFormProgramsQuery, PartnerFormProgramsQueryVariables>;
export const PartnersDocument = new TypedDocumentString(`
    query Partners($search: String, $status: PartnerStatus, $first: Int!, $after: Cursor) {
  referralPartners(search: $search, status: $status, first: $first, after: $after) {
    totalCount
    nodes {
      ...PartnerRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PartnerRow on ReferralPartner {
  id
  code
  name
  email
  status
  currencyCode
  parent {
    id
    name
  }
  program {
    name
  }
}`) as unknown as TypedDocumentString<PartnersQuery, PartnersQueryVariables>;
export const CurrentPartnerDocument = new TypedDocumentString(`
    query CurrentPartner($id: ID!) {
  referralPartner(id: $id) {
    ...PartnerFields
  }
}
    fragment PartnerFields on ReferralPartner {
  id
  code
  name
  email
  status
  currencyCode
  parent {
    id
  }
  program {
    id
  }
}`) as unknown as TypedDocumentString<CurrentPartnerQuery, CurrentPartnerQueryVariables>;
export const UpdatePartnerDocument = new TypedDocumentString(`
    mutation UpdatePartner($id: ID!, $input: ReferralPartnerInput!) {
  updateReferralPartner(id: $id, input: $input) {
    partner {
      name
      status
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePartnerMutation, UpdatePartnerMutationVariables>;
export const BatchDocument = new TypedDocumentString(`
    query Batch($batchId: String!, $first: Int!, $after: Cursor) {
  paymentBatch(batchId: $batchId) {
    ...BatchHead
    ...BatchFacts
    ...BatchPayments
  }
}
    fragment Basis on PaymentBasis {
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
fragment BatchHead on PaymentBatch {
  batchId
  status
  paymentCount
  skippedCount
  currencyCode
  period {
    start
    end
  }
  createdAt
  createdBy
  voidedAt
  voidReason
}
fragment BatchFacts on PaymentBatch {
  date
  period {
    start
    end
  }
  method
  type
  currencyCode
  paymentCount
  total
  skippedCount
  standing: payments(first: 1) {
    totalAmount
  }
}
fragment BatchPayments on PaymentBatch {
  batchId
  payments(first: $first, after: $after) {
    totalCount
    nodes {
      ...PaymentRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment VoidablePayment on Payment {
  id
  amount
  currencyCode
  date
  partner {
    name
  }
}
fragment PaymentRow on Payment {
  id
  partner {
    id
    ...LinkedPartner
  }
  amount
  currencyCode
  type
  date
  note
  batch {
    batchId
    period {
      start
      end
    }
  }
  basis {
    ...Basis
  }
  voidedAt
  voidReason
  ...VoidablePayment
}`) as unknown as TypedDocumentString<BatchQuery, BatchQueryVariables>;
export const BatchSkippedDocument = new TypedDocumentString(`
    query BatchSkipped($batchId: String!, $first: Int!, $after: Cursor) {
  paymentBatch(batchId: $batchId) {
    skipped(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      ...SkippedPage
    }
  }
}
    fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment SkippedPage on SkippedPartnerConnection {
  totalCount
  nodes {
    ...SkippedRow
  }
}
fragment SkippedRow on SkippedPartner {
  partner {
    id
    ...LinkedPartner
  }
  amount
  reason
  batch {
    batchId
  }
}`) as unknown as TypedDocumentString<BatchSkippedQuery, BatchSkippedQueryVariables>;
export const BatchesDocument = new TypedDocumentString(`
    query Batches($first: Int!, $after: Cursor) {
  paymentBatches(first: $first, after: $after) {
    totalCount
    nodes {
      ...BatchRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment BatchRow on PaymentBatch {
  id
  batchId
  date
  period {
    start
    end
  }
  method
  type
  status
  currencyCode
  paymentCount
  total
  createdBy
}`) as unknown as TypedDocumentString<BatchesQuery, BatchesQueryVariables>;
export const PayeeDocument = new TypedDocumentString(`
    query Payee($id: ID!) {
  referralPartner(id: $id) {
    currencyCode
    ledger {
      owedNow
    }
  }
}
    `) as unknown as TypedDocumentString<PayeeQuery, PayeeQueryVariables>;
export const CreateOneOffPaymentDocument = new TypedDocumentString(`
    mutation CreateOneOffPayment($partnerId: ID!, $amount: Decimal!, $type: PaymentType!, $date: Date, $note: String, $requestId: String!) {
  createReferralPartnerPayment(
    partnerId: $partnerId
    amount: $amount
    type: $type
    date: $date
    note: $note
    requestId: $requestId
  ) {
    payment {
      amount
      currencyCode
      partner {
        name
      }
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateOneOffPaymentMutation, CreateOneOffPaymentMutationVariables>;
export const OwnLastPaymentsDocument = new TypedDocumentString(`
    query OwnLastPayments {
  viewer {
    partner {
      payments(first: 5) {
        nodes {
          ...OwnPayment
        }
      }
    }
  }
}
    fragment OwnPayment on Payment {
  id
  date
  type
  amount
  currencyCode
  voidedAt
  batch {
    batchId
    period {
      start
      end
    }
  }
}`) as unknown as TypedDocumentString<OwnLastPaymentsQuery, OwnLastPaymentsQueryVariables>;
export const OwnPaymentsDocument = new TypedDocumentString(`
    query OwnPayments($period: DateRangeInput, $first: Int!, $after: Cursor) {
  viewer {
    partner {
      currencyCode
      payments(period: $period, first: $first, after: $after) {
        totalCount
        nodes {
          ...OwnPayment
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment OwnPayment on Payment {
  id
  date
  type
  amount
  currencyCode
  voidedAt
  batch {
    batchId
    period {
      start
      end
    }
  }
}`) as unknown as TypedDocumentString<OwnPaymentsQuery, OwnPaymentsQueryVariables>;
export const PaymentsDocument = new TypedDocumentString(`
    query Payments($criteria: PaymentCriteria!, $first: Int!, $after: Cursor) {
  payments(criteria: $criteria, first: $first, after: $after) {
    totalCount
    totalAmount
    nodes {
      ...PaymentRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Basis on PaymentBasis {
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment VoidablePayment on Payment {
  id
  amount
  currencyCode
  date
  partner {
    name
  }
}
fragment PaymentRow on Payment {
  id
  partner {
    id
    ...LinkedPartner
  }
  amount
  currencyCode
  type
  date
  note
  batch {
    batchId
    period {
      start
      end
    }
  }
  basis {
    ...Basis
  }
  voidedAt
  voidReason
  ...VoidablePayment
}`) as unknown as TypedDocumentString<PaymentsQuery, PaymentsQueryVariables>;
export const VoidPaymentBatchDocument = new TypedDocumentString(`
    mutation VoidPaymentBatch($batchId: String!, $reason: String!, $date: Date) {
  voidPaymentBatch(batchId: $batchId, reason: $reason, date: $date) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<VoidPaymentBatchMutation, VoidPaymentBatchMutationVariables>;
export const VoidPaymentDocument = new TypedDocumentString(`
    mutation VoidPayment($id: ID!, $reason: String!, $date: Date) {
  voidPayment(id: $id, reason: $reason, date: $date) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<VoidPaymentMutation, VoidPaymentMutationVariables>;
export const TakenBatchIdDocument = new TypedDocumentString(`
    query TakenBatchId($batchId: String!) {
  paymentBatch(batchId: $batchId) {
    batchId
  }
}
    `) as unknown as TypedDocumentString<TakenBatchIdQuery, TakenBatchIdQueryVariables>;
export const PlannedDocument = new TypedDocumentString(`
    query Planned($method: PaymentMethod!, $criteria: LedgerCriteria, $exportId: ID, $date: Date, $minimumPayment: Decimal, $capAtBalance: Boolean!, $allowRepeat: Boolean!, $skips: Boolean!, $first: Int!, $after: Cursor) {
  previewReferralPartnerPayments(
    method: $method
    criteria: $criteria
    exportId: $exportId
    date: $date
    minimumPayment: $minimumPayment
    capAtBalance: $capAtBalance
    allowRepeat: $allowRepeat
  ) {
    fingerprint
    lines(first: $first, after: $after) @skip(if: $skips) {
      totalCount
      nodes {
        ...PlannedLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    skipped(first: $first, after: $after) @include(if: $skips) {
      ...SkippedPage
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment LinkedPartner on ReferralPartner {
  id
  code
  name
}
fragment SkippedPage on SkippedPartnerConnection {
  totalCount
  nodes {
    ...SkippedRow
  }
}
fragment SkippedRow on SkippedPartner {
  partner {
    id
    ...LinkedPartner
  }
  amount
  reason
  batch {
    batchId
  }
}
fragment PlannedLine on PlannedPayment {
  partner {
    id
    name
    ...LinkedPartner
  }
  amount
  owedNow
  owedAfter
  warnings
}`) as unknown as TypedDocumentString<PlannedQuery, PlannedQueryVariables>;
export const PaymentPlansDocument = new TypedDocumentString(`
    query PaymentPlans($criteria: LedgerCriteria, $exportId: ID, $date: Date, $minimumPayment: Decimal, $capAtBalance: Boolean!, $allowRepeat: Boolean!) {
  commissionEarned: previewReferralPartnerPayments(
    method: COMMISSION_EARNED
    criteria: $criteria
    exportId: $exportId
    date: $date
    minimumPayment: $minimumPayment
    capAtBalance: $capAtBalance
    allowRepeat: $allowRepeat
  ) {
    ...Plan
  }
  beginningBalancePlusCommissionEarned: previewReferralPartnerPayments(
    method: BEGINNING_BALANCE_PLUS_COMMISSION_EARNED
    criteria: $criteria
    exportId: $exportId
    date: $date
    minimumPayment: $minimumPayment
    capAtBalance: $capAtBalance
    allowRepeat: $allowRepeat
  ) {
    ...Plan
  }
  endingBalance: previewReferralPartnerPayments(
    method: ENDING_BALANCE
    criteria: $criteria
    exportId: $exportId
    date: $date
    minimumPayment: $minimumPayment
    capAtBalance: $capAtBalance
    allowRepeat: $allowRepeat
  ) {
    ...Plan
  }
}
    fragment Plan on ReferralPartnerPaymentsPreview {
  batchId
  date
  period {
    start
    end
  }
  currencyCode
  fingerprint
  paymentCount
  total
  exceedingCount
  exceedingTotal
  skippedCount
}`) as unknown as TypedDocumentString<PaymentPlansQuery, PaymentPlansQueryVariables>;
export const CreatePaymentsDocument = new TypedDocumentString(`
    mutation CreatePayments($method: PaymentMethod!, $batchId: String!, $type: PaymentType!, $date: Date!, $criteria: LedgerCriteria, $exportId: ID, $minimumPayment: Decimal, $capAtBalance: Boolean!, $allowRepeat: Boolean!, $fingerprint: String!) {
  createReferralPartnerPayments(
    method: $method
    batchId: $batchId
    type: $type
    date: $date
    criteria: $criteria
    exportId: $exportId
    minimumPayment: $minimumPayment
    capAtBalance: $capAtBalance
    allowRepeat: $allowRepeat
    fingerprint: $fingerprint
  ) {
    batch {
      batchId
      paymentCount
      total
      currencyCode
    }
    replayed
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePaymentsMutation, CreatePaymentsMutationVariables>;
export const UpdateUserDocument = new TypedDocumentString(`
    mutation UpdateUser($id: ID!, $input: UserInput!) {
  updateUser(id: $id, input: $input) {
    user {
      name
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateUserMutation, UpdateUserMutationVariables>;
export const CurrentPersonDocument = new TypedDocumentString(`
    query CurrentPerson($search: String!) {
  users(search: $search, first: 200) {
    nodes {
      ...Person
    }
  }
}
    fragment Person on User {
  id
  name
  email
  role
  partner {
    id
    name
  }
  lastSignInAt
  invitedUntil
  deactivatedAt
}`) as unknown as TypedDocumentString<CurrentPersonQuery, CurrentPersonQueryVariables>;
export const InviteUserDocument = new TypedDocumentString(`
    mutation InviteUser($input: UserInput!) {
  inviteUser(input: $input) {
    ...MadeInvitation
    userErrors {
      message
      field
    }
  }
}
    fragment MadeInvitation on InviteUserPayload {
  user {
    name
    email
    invitedUntil
  }
  invitationPath
}`) as unknown as TypedDocumentString<InviteUserMutation, InviteUserMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($search: String, $role: Role, $active: Boolean, $first: Int!, $after: Cursor) {
  users(
    search: $search
    role: $role
    active: $active
    first: $first
    after: $after
  ) {
    totalCount
    nodes {
      ...Person
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Person on User {
  id
  name
  email
  role
  partner {
    id
    name
  }
  lastSignInAt
  invitedUntil
  deactivatedAt
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const RenewInvitationDocument = new TypedDocumentString(`
    mutation RenewInvitation($id: ID!) {
  renewInvitation(id: $id) {
    ...MadeInvitation
    userErrors {
      message
      field
    }
  }
}
    fragment MadeInvitation on InviteUserPayload {
  user {
    name
    email
    invitedUntil
  }
  invitationPath
}`) as unknown as TypedDocumentString<RenewInvitationMutation, RenewInvitationMutationVariables>;
export const DeactivateUserDocument = new TypedDocumentString(`
    mutation DeactivateUser($id: ID!) {
  deactivateUser(id: $id) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DeactivateUserMutation, DeactivateUserMutationVariables>;
export const ReactivateUserDocument = new TypedDocumentString(`
    mutation ReactivateUser($id: ID!) {
  reactivateUser(id: $id) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReactivateUserMutation, ReactivateUserMutationVariables>;
export const PrintFrameDocument = new TypedDocumentString(`
    query PrintFrame($criteria: LedgerCriteria!, $parentId: ID!, $hasParent: Boolean!) {
  ...PrintHead
  referralPartnerLedgers(criteria: $criteria, first: 1) {
    totalCount
  }
}
    fragment PrintHead on Query {
  business {
    name
    timeZone
    today
  }
  report: referralPartnerLedgers(criteria: $criteria, first: 1) {
    period {
      start
      end
    }
    totals {
      currencyCode
      beginningBalance
      commissions
      adjustments
      payments
      endingBalance
    }
  }
  commissionPrograms {
    id
    name
  }
  parent: referralPartner(id: $parentId) @include(if: $hasParent) {
    code
    name
  }
}`) as unknown as TypedDocumentString<PrintFrameQuery, PrintFrameQueryVariables>;
export const PrintedLedgersDocument = new TypedDocumentString(`
    query PrintedLedgers($criteria: LedgerCriteria!, $orderBy: LedgerOrder!, $first: Int!, $after: Cursor, $withEntries: Boolean!) {
  referralPartnerLedgers(
    criteria: $criteria
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    nodes {
      ...PrintedLedger
      entries(first: 500) @include(if: $withEntries) {
        nodes {
          ...PrintedEntry
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment PrintedLedger on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
fragment PrintedEntry on LedgerEntry {
  id
  date
  kind
  description
  amount
  balance
  batch {
    batchId
  }
}`) as unknown as TypedDocumentString<PrintedLedgersQuery, PrintedLedgersQueryVariables>;
export const MorePrintedEntriesDocument = new TypedDocumentString(`
    query MorePrintedEntries($id: ID!, $period: DateRangeInput, $currency: CurrencyCode!, $after: Cursor) {
  referralPartner(id: $id) {
    ledger(period: $period, currencyCode: $currency) {
      entries(first: 500, after: $after) {
        nodes {
          ...PrintedEntry
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment PrintedEntry on LedgerEntry {
  id
  date
  kind
  description
  amount
  balance
  batch {
    batchId
  }
}`) as unknown as TypedDocumentString<MorePrintedEntriesQuery, MorePrintedEntriesQueryVariables>;
export const StatementDocument = new TypedDocumentString(`
    query Statement($period: DateRangeInput!, $after: Cursor) {
  business {
    name
    timeZone
    today
  }
  viewer {
    partner {
      ledger(period: $period) {
        ...PrintedLedger
        entries(first: 500, after: $after) {
          nodes {
            ...PrintedEntry
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
}
    fragment PrintedLedger on ReferralPartnerLedger {
  partner {
    id
    code
    name
  }
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}
fragment PrintedEntry on LedgerEntry {
  id
  date
  kind
  description
  amount
  balance
  batch {
    batchId
  }
}`) as unknown as TypedDocumentString<StatementQuery, StatementQueryVariables>;
export const ProgramsDocument = new TypedDocumentString(`
    query Programs {
  commissionPrograms {
    ...ProgramCard
  }
}
    fragment Rule on CommissionRule {
  level
  sku
  percent
  amount
}
fragment ProgramCard on CommissionProgram {
  id
  name
  isDefault
  rules {
    ...Rule
  }
}`) as unknown as TypedDocumentString<ProgramsQuery, ProgramsQueryVariables>;
export const SaveProgramDocument = new TypedDocumentString(`
    mutation SaveProgram($id: ID, $name: String!, $isDefault: Boolean!, $rules: [CommissionRuleInput!]!) {
  saveCommissionProgram(
    id: $id
    name: $name
    isDefault: $isDefault
    rules: $rules
  ) {
    program {
      name
    }
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SaveProgramMutation, SaveProgramMutationVariables>;
export const CurrentProgramsDocument = new TypedDocumentString(`
    query CurrentPrograms {
  commissionPrograms {
    ...ProgramCard
  }
}
    fragment Rule on CommissionRule {
  level
  sku
  percent
  amount
}
fragment ProgramCard on CommissionProgram {
  id
  name
  isDefault
  rules {
    ...Rule
  }
}`) as unknown as TypedDocumentString<CurrentProgramsQuery, CurrentProgramsQueryVariables>;
export const ProgramPickerDocument = new TypedDocumentString(`
    query ProgramPicker {
  commissionPrograms {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ProgramPickerQuery, ProgramPickerQueryVariables>;
export const ReportRowsDocument = new TypedDocumentString(`
    query ReportRows($criteria: LedgerCriteria!, $orderBy: LedgerOrder!, $first: Int!, $after: Cursor) {
  referralPartnerLedgers(
    criteria: $criteria
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    nodes {
      ...ReportRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Commissions on ReferralPartnerLedger {
  currencyCode
  commissions
  commissionsEarned
  clawbacks
}
fragment ReportRow on ReferralPartnerLedger {
  partner {
    id
    code
    name
    status
  }
  currencyCode
  beginningBalance
  adjustments
  payments
  endingBalance
  ...Commissions
}`) as unknown as TypedDocumentString<ReportRowsQuery, ReportRowsQueryVariables>;
export const ReportTotalsDocument = new TypedDocumentString(`
    query ReportTotals($criteria: LedgerCriteria!) {
  referralPartnerLedgers(criteria: $criteria, first: 1) {
    totalCount
    totals {
      ...ReportTotals
    }
  }
}
    fragment ReportTotals on LedgerTotals {
  currencyCode
  beginningBalance
  commissions
  adjustments
  payments
  endingBalance
}`) as unknown as TypedDocumentString<ReportTotalsQuery, ReportTotalsQueryVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
  changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const InvitationDocument = new TypedDocumentString(`
    query Invitation($token: String!) {
  invitation(token: $token) {
    email
    name
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<InvitationQuery, InvitationQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String!, $password: String!) {
  acceptInvitation(token: $token, password: $password) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const SignInOptionsDocument = new TypedDocumentString(`
    query SignInOptions {
  signInOptions {
    openIdConnect
  }
}
    `) as unknown as TypedDocumentString<SignInOptionsQuery, SignInOptionsQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const TryTokenDocument = new TypedDocumentString(`
    query TryToken {
  viewer {
    role
  }
}
    `) as unknown as TypedDocumentString<TryTokenQuery, TryTokenQueryVariables>;
export const ViewPortalAsDocument = new TypedDocumentString(`
    mutation ViewPortalAs($partnerId: ID!) {
  viewPortalAs(partnerId: $partnerId) {
    token
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ViewPortalAsMutation, ViewPortalAsMutationVariables>;
export const ViewingDocument = new TypedDocumentString(`
    query Viewing {
  viewer {
    partner {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewingQuery, ViewingQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const AccessTokensDocument = new TypedDocumentString(`
    query AccessTokens($first: Int!, $after: Cursor) {
  accessTokens(first: $first, after: $after) {
    totalCount
    nodes {
      ...TokenRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment TokenRow on AccessToken {
  id
  name
  hint
  role
  partner {
    id
    name
  }
  createdAt
  createdBy
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<AccessTokensQuery, AccessTokensQueryVariables>;
export const CreateAccessTokenDocument = new TypedDocumentString(`
    mutation CreateAccessToken($name: String!, $role: Role!, $expiresAt: DateTime) {
  createAccessToken(name: $name, role: $role, expiresAt: $expiresAt) {
    token
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const RevokeAccessTokenDocument = new TypedDocumentString(`
    mutation RevokeAccessToken($id: ID!) {
  revokeAccessToken(id: $id) {
    userErrors {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;