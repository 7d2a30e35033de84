/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query PartnerPicker($search: String) {\n    referralPartners(search: $search, first: 20) {\n      nodes {\n        ...PickedPartner\n      }\n    }\n  }\n": typeof types.PartnerPickerDocument,
    "\n  query PartnerPickerValue($id: ID!) {\n    referralPartner(id: $id) {\n      ...PickedPartner\n    }\n  }\n": typeof types.PartnerPickerValueDocument,
    "\n  fragment PickedPartner on ReferralPartner {\n    id\n    code\n    name\n  }\n": typeof types.PickedPartnerFragmentDoc,
    "\n  query Access {\n    viewer {\n      role\n      name\n      email\n      viewedBy\n    }\n    business {\n      name\n      currencyCode\n      timeZone\n      today\n    }\n  }\n": typeof types.AccessDocument,
    "\n  mutation AdjustLedger(\n    $partnerId: ID!\n    $amount: Decimal!\n    $date: Date!\n    $reason: String!\n    $requestId: String!\n    $currency: CurrencyCode!\n  ) {\n    adjustLedger(\n      partnerId: $partnerId\n      amount: $amount\n      date: $date\n      reason: $reason\n      requestId: $requestId\n      currencyCode: $currency\n    ) {\n      entry {\n        amount\n        balance\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.AdjustLedgerDocument,
    "\n  query AuditLog($criteria: AuditCriteria!, $first: Int!, $after: Cursor) {\n    auditLog(criteria: $criteria, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AuditLogDocument,
    "\n  fragment AuditDetails on AuditEvent {\n    operation\n    changes {\n      field\n      before\n      after\n    }\n  }\n": typeof types.AuditDetailsFragmentDoc,
    "\n  fragment AuditRow on AuditEvent {\n    id\n    at\n    action\n    actor\n    role\n    through\n    address\n    subject\n    partner {\n      id\n      name\n    }\n    ...AuditDetails\n  }\n": typeof types.AuditRowFragmentDoc,
    "\n  mutation ExportLedgers($criteria: LedgerCriteria!) {\n    exportLedgers(criteria: $criteria) {\n      export {\n        fileName\n        rowCount\n        downloadUrl\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.ExportLedgersDocument,
    "\n  query Exports($first: Int!, $after: Cursor) {\n    ledgerExports(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...ExportRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ExportsDocument,
    "\n  fragment ExportRow on LedgerExport {\n    id\n    fileName\n    period {\n      start\n      end\n    }\n    currencyCode\n    criteria\n    rowCount\n    totals {\n      endingBalance\n    }\n    createdAt\n    createdBy\n    downloadUrl\n  }\n": typeof types.ExportRowFragmentDoc,
    "\n  fragment Balances on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    endingBalance\n    entries(first: 500) {\n      nodes {\n        date\n        balance\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.BalancesFragmentDoc,
    "\n  fragment Entries on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    endingBalance\n    entries(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...EntryRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.EntriesFragmentDoc,
    "\n  fragment EntryRow on LedgerEntry {\n    id\n    date\n    kind\n    description\n    source\n    amount\n    balance\n    batch {\n      batchId\n    }\n  }\n": typeof types.EntryRowFragmentDoc,
    "\n  query Ledger($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode, $first: Int!, $after: Cursor) {\n    referralPartner(id: $id) {\n      code\n      name\n      ledger(period: $period, currencyCode: $currency) {\n        currencyCode\n        ...Summary\n        ...Entries\n      }\n    }\n  }\n": typeof types.LedgerDocument,
    "\n  query LedgerBalances($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode) {\n    referralPartner(id: $id) {\n      ledger(period: $period, currencyCode: $currency) {\n        ...Balances\n      }\n    }\n  }\n": typeof types.LedgerBalancesDocument,
    "\n  query OwnLedger($period: DateRangeInput!, $first: Int!, $after: Cursor) {\n    viewer {\n      partner {\n        ledger(period: $period) {\n          currencyCode\n          ...Summary\n          ...Entries\n        }\n      }\n    }\n  }\n": typeof types.OwnLedgerDocument,
    "\n  query OwnBalances($period: DateRangeInput!) {\n    viewer {\n      partner {\n        ledger(period: $period) {\n          ...Balances\n        }\n      }\n    }\n  }\n": typeof types.OwnBalancesDocument,
    "\n  fragment Summary on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n    owedNow\n  }\n": typeof types.SummaryFragmentDoc,
    "\n  query Order($orderId: String!) {\n    order(orderId: $orderId) {\n      orderId\n      orderedAt\n      customerId\n      currencyCode\n      total\n      partner {\n        id\n        code\n        name\n      }\n      lines {\n        ...OrderLineRow\n      }\n      entries {\n        ...OrderEntryRow\n      }\n      refunds {\n        ...OrderRefundRow\n      }\n    }\n  }\n": typeof types.OrderDocument,
    "\n  mutation RecordRefund($input: RefundInput!) {\n    recordRefund(input: $input) {\n      replayed\n      entries {\n        id\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.RecordRefundDocument,
    "\n  fragment OrderLineRow on OrderLine {\n    sku\n    description\n    quantity\n    unitPrice\n    amount\n  }\n": typeof types.OrderLineRowFragmentDoc,
    "\n  fragment OrderEntryRow on LedgerEntry {\n    id\n    date\n    kind\n    description\n    source\n    amount\n    balance\n  }\n": typeof types.OrderEntryRowFragmentDoc,
    "\n  fragment OrderRefundRow on Refund {\n    refundId\n    refundedAt\n    amount\n  }\n": typeof types.OrderRefundRowFragmentDoc,
    "\n  fragment OwedNow on LedgerTotals {\n    currencyCode\n    endingBalance\n  }\n": typeof types.OwedNowFragmentDoc,
    "\n  fragment YearFigures on LedgerTotals {\n    currencyCode\n    commissionsEarned\n    clawbacks\n    adjustments\n    payments\n  }\n": typeof types.YearFiguresFragmentDoc,
    "\n  fragment LastBatches on PaymentBatchConnection {\n    nodes {\n      ...LastBatch\n    }\n  }\n": typeof types.LastBatchesFragmentDoc,
    "\n  fragment LastBatch on PaymentBatch {\n    id\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    status\n    currencyCode\n    paymentCount\n    total\n  }\n": typeof types.LastBatchFragmentDoc,
    "\n  fragment MonthFigures on LedgerMonth {\n    period {\n      start\n    }\n    totals {\n      currencyCode\n      commissionsEarned\n      clawbacks\n      adjustments\n      payments\n      endingBalance\n    }\n  }\n": typeof types.MonthFiguresFragmentDoc,
    "\n  fragment NegativeBalances on ReferralPartnerLedgerConnection {\n    nodes {\n      ...NegativeBalance\n    }\n  }\n": typeof types.NegativeBalancesFragmentDoc,
    "\n  fragment NegativeBalance on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    endingBalance\n  }\n": typeof types.NegativeBalanceFragmentDoc,
    "\n  query Overview($ever: LedgerCriteria!, $year: LedgerCriteria!, $until: Date!, $currency: CurrencyCode) {\n    now: referralPartnerLedgers(criteria: $ever, orderBy: { field: ENDING_BALANCE, direction: ASC }, first: 5) {\n      totals {\n        ...OwedNow\n      }\n      ...NegativeBalances\n    }\n    year: referralPartnerLedgers(criteria: $year, orderBy: { field: COMMISSIONS, direction: DESC }, first: 5) {\n      totals {\n        ...YearFigures\n      }\n      ...TopPartners\n    }\n    ledgerMonths(last: 12, until: $until, currencyCode: $currency) {\n      totals {\n        currencyCode\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n      }\n      ...MonthFigures\n    }\n    paymentBatches(first: 5) {\n      ...LastBatches\n    }\n  }\n": typeof types.OverviewDocument,
    "\n  query OwnOverview($year: DateRangeInput!, $until: Date!) {\n    viewer {\n      partner {\n        ledger(period: $year) {\n          currencyCode\n          owedNow\n          commissionsEarned\n          clawbacks\n          adjustments\n          payments\n        }\n        ledgerMonths(last: 12, until: $until) {\n          totals {\n            commissionsEarned\n            clawbacks\n            adjustments\n            payments\n          }\n          ...MonthFigures\n        }\n      }\n    }\n  }\n": typeof types.OwnOverviewDocument,
    "\n  fragment TopPartners on ReferralPartnerLedgerConnection {\n    nodes {\n      ...TopPartner\n    }\n  }\n": typeof types.TopPartnersFragmentDoc,
    "\n  fragment TopPartner on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    commissions\n  }\n": typeof types.TopPartnerFragmentDoc,
    "\n  query MovedMonths($last: Int!, $until: Date!, $currency: CurrencyCode) {\n    ledgerMonths(last: $last, until: $until, currencyCode: $currency) {\n      period {\n        start\n      }\n      totals {\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n      }\n    }\n  }\n": typeof types.MovedMonthsDocument,
    "\n  query OwnMovedMonths($last: Int!, $until: Date!) {\n    viewer {\n      partner {\n        ledgerMonths(last: $last, until: $until) {\n          period {\n            start\n          }\n          totals {\n            commissionsEarned\n            clawbacks\n            adjustments\n            payments\n          }\n        }\n      }\n    }\n  }\n": typeof types.OwnMovedMonthsDocument,
    "\n  mutation CreatePartner($input: ReferralPartnerInput!) {\n    createReferralPartner(input: $input) {\n      partner {\n        id\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.CreatePartnerDocument,
    "\n  query OwnProfile {\n    viewer {\n      partner {\n        code\n        name\n        email\n        status\n        currencyCode\n        createdAt\n      }\n    }\n  }\n": typeof types.OwnProfileDocument,
    "\n  query Partner($id: ID!, $period: DateRangeInput!) {\n    referralPartner(id: $id) {\n      ...PartnerFields\n      createdAt\n      parent {\n        name\n      }\n      program {\n        name\n      }\n      ledger(period: $period) {\n        currencyCode\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n        owedNow\n      }\n    }\n  }\n": typeof types.PartnerDocument,
    "\n  query PartnerFormPrograms {\n    commissionPrograms {\n      id\n      name\n      isDefault\n    }\n  }\n": typeof types.PartnerFormProgramsDocument,
    "\n  query Partners($search: String, $status: PartnerStatus, $first: Int!, $after: Cursor) {\n    referralPartners(search: $search, status: $status, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...PartnerRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PartnersDocument,
    "\n  fragment PartnerRow on ReferralPartner {\n    id\n    code\n    name\n    email\n    status\n    currencyCode\n    parent {\n      id\n      name\n    }\n    program {\n      name\n    }\n  }\n": typeof types.PartnerRowFragmentDoc,
    "\n  fragment PartnerFields on ReferralPartner {\n    id\n    code\n    name\n    email\n    status\n    currencyCode\n    parent {\n      id\n    }\n    program {\n      id\n    }\n  }\n": typeof types.PartnerFieldsFragmentDoc,
    "\n  query CurrentPartner($id: ID!) {\n    referralPartner(id: $id) {\n      ...PartnerFields\n    }\n  }\n": typeof types.CurrentPartnerDocument,
    "\n  mutation UpdatePartner($id: ID!, $input: ReferralPartnerInput!) {\n    updateReferralPartner(id: $id, input: $input) {\n      partner {\n        name\n        status\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.UpdatePartnerDocument,
    "\n  fragment Basis on PaymentBasis {\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n": typeof types.BasisFragmentDoc,
    "\n  query Batch($batchId: String!, $first: Int!, $after: Cursor) {\n    paymentBatch(batchId: $batchId) {\n      ...BatchHead\n      ...BatchFacts\n      ...BatchPayments\n    }\n  }\n": typeof types.BatchDocument,
    "\n  fragment BatchHead on PaymentBatch {\n    batchId\n    status\n    paymentCount\n    skippedCount\n    currencyCode\n    period {\n      start\n      end\n    }\n    createdAt\n    createdBy\n    voidedAt\n    voidReason\n  }\n": typeof types.BatchHeadFragmentDoc,
    "\n  fragment BatchFacts on PaymentBatch {\n    date\n    period {\n      start\n      end\n    }\n    method\n    type\n    currencyCode\n    paymentCount\n    total\n    skippedCount\n    standing: payments(first: 1) {\n      totalAmount\n    }\n  }\n": typeof types.BatchFactsFragmentDoc,
    "\n  fragment BatchPayments on PaymentBatch {\n    batchId\n    payments(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...PaymentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.BatchPaymentsFragmentDoc,
    "\n  query BatchSkipped($batchId: String!, $first: Int!, $after: Cursor) {\n    paymentBatch(batchId: $batchId) {\n      skipped(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n        ...SkippedPage\n      }\n    }\n  }\n": typeof types.BatchSkippedDocument,
    "\n  query Batches($first: Int!, $after: Cursor) {\n    paymentBatches(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...BatchRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.BatchesDocument,
    "\n  fragment BatchRow on PaymentBatch {\n    id\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    method\n    type\n    status\n    currencyCode\n    paymentCount\n    total\n    createdBy\n  }\n": typeof types.BatchRowFragmentDoc,
    "\n  query Payee($id: ID!) {\n    referralPartner(id: $id) {\n      currencyCode\n      ledger {\n        owedNow\n      }\n    }\n  }\n": typeof types.PayeeDocument,
    "\n  mutation CreateOneOffPayment(\n    $partnerId: ID!\n    $amount: Decimal!\n    $type: PaymentType!\n    $date: Date\n    $note: String\n    $requestId: String!\n  ) {\n    createReferralPartnerPayment(\n      partnerId: $partnerId\n      amount: $amount\n      type: $type\n      date: $date\n      note: $note\n      requestId: $requestId\n    ) {\n      payment {\n        amount\n        currencyCode\n        partner {\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.CreateOneOffPaymentDocument,
    "\n  query OwnLastPayments {\n    viewer {\n      partner {\n        payments(first: 5) {\n          nodes {\n            ...OwnPayment\n          }\n        }\n      }\n    }\n  }\n": typeof types.OwnLastPaymentsDocument,
    "\n  query OwnPayments($period: DateRangeInput, $first: Int!, $after: Cursor) {\n    viewer {\n      partner {\n        currencyCode\n        payments(period: $period, first: $first, after: $after) {\n          totalCount\n          nodes {\n            ...OwnPayment\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.OwnPaymentsDocument,
    "\n  fragment LinkedPartner on ReferralPartner {\n    id\n    code\n    name\n  }\n": typeof types.LinkedPartnerFragmentDoc,
    "\n  query Payments($criteria: PaymentCriteria!, $first: Int!, $after: Cursor) {\n    payments(criteria: $criteria, first: $first, after: $after) {\n      totalCount\n      totalAmount\n      nodes {\n        ...PaymentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PaymentsDocument,
    "\n  fragment SkippedPage on SkippedPartnerConnection {\n    totalCount\n    nodes {\n      ...SkippedRow\n    }\n  }\n": typeof types.SkippedPageFragmentDoc,
    "\n  fragment SkippedRow on SkippedPartner {\n    partner {\n      id\n      ...LinkedPartner\n    }\n    amount\n    reason\n    batch {\n      batchId\n    }\n  }\n": typeof types.SkippedRowFragmentDoc,
    "\n  mutation VoidPaymentBatch($batchId: String!, $reason: String!, $date: Date) {\n    voidPaymentBatch(batchId: $batchId, reason: $reason, date: $date) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.VoidPaymentBatchDocument,
    "\n  fragment VoidablePayment on Payment {\n    id\n    amount\n    currencyCode\n    date\n    partner {\n      name\n    }\n  }\n": typeof types.VoidablePaymentFragmentDoc,
    "\n  mutation VoidPayment($id: ID!, $reason: String!, $date: Date) {\n    voidPayment(id: $id, reason: $reason, date: $date) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.VoidPaymentDocument,
    "\n  query TakenBatchId($batchId: String!) {\n    paymentBatch(batchId: $batchId) {\n      batchId\n    }\n  }\n": typeof types.TakenBatchIdDocument,
    "\n  query Planned(\n    $method: PaymentMethod!\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $date: Date\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n    $skips: Boolean!\n    $first: Int!\n    $after: Cursor\n  ) {\n    previewReferralPartnerPayments(\n      method: $method\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      fingerprint\n      lines(first: $first, after: $after) @skip(if: $skips) {\n        totalCount\n        nodes {\n          ...PlannedLine\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      skipped(first: $first, after: $after) @include(if: $skips) {\n        ...SkippedPage\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.PlannedDocument,
    "\n  fragment PlannedLine on PlannedPayment {\n    partner {\n      id\n      name\n      ...LinkedPartner\n    }\n    amount\n    owedNow\n    owedAfter\n    warnings\n  }\n": typeof types.PlannedLineFragmentDoc,
    "\n  query PaymentPlans(\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $date: Date\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n  ) {\n    commissionEarned: previewReferralPartnerPayments(\n      method: COMMISSION_EARNED\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n    beginningBalancePlusCommissionEarned: previewReferralPartnerPayments(\n      method: BEGINNING_BALANCE_PLUS_COMMISSION_EARNED\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n    endingBalance: previewReferralPartnerPayments(\n      method: ENDING_BALANCE\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n  }\n": typeof types.PaymentPlansDocument,
    "\n  fragment Plan on ReferralPartnerPaymentsPreview {\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    currencyCode\n    fingerprint\n    paymentCount\n    total\n    exceedingCount\n    exceedingTotal\n    skippedCount\n  }\n": typeof types.PlanFragmentDoc,
    "\n  mutation CreatePayments(\n    $method: PaymentMethod!\n    $batchId: String!\n    $type: PaymentType!\n    $date: Date!\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n    $fingerprint: String!\n  ) {\n    createReferralPartnerPayments(\n      method: $method\n      batchId: $batchId\n      type: $type\n      date: $date\n      criteria: $criteria\n      exportId: $exportId\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n      fingerprint: $fingerprint\n    ) {\n      batch {\n        batchId\n        paymentCount\n        total\n        currencyCode\n      }\n      replayed\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.CreatePaymentsDocument,
    "\n  fragment OwnPayment on Payment {\n    id\n    date\n    type\n    amount\n    currencyCode\n    voidedAt\n    batch {\n      batchId\n      period {\n        start\n        end\n      }\n    }\n  }\n": typeof types.OwnPaymentFragmentDoc,
    "\n  fragment PaymentRow on Payment {\n    id\n    partner {\n      id\n      ...LinkedPartner\n    }\n    amount\n    currencyCode\n    type\n    date\n    note\n    batch {\n      batchId\n      period {\n        start\n        end\n      }\n    }\n    basis {\n      ...Basis\n    }\n    voidedAt\n    voidReason\n    ...VoidablePayment\n  }\n": typeof types.PaymentRowFragmentDoc,
    "\n  mutation UpdateUser($id: ID!, $input: UserInput!) {\n    updateUser(id: $id, input: $input) {\n      user {\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  query CurrentPerson($search: String!) {\n    users(search: $search, first: 200) {\n      nodes {\n        ...Person\n      }\n    }\n  }\n": typeof types.CurrentPersonDocument,
    "\n  fragment MadeInvitation on InviteUserPayload {\n    user {\n      name\n      email\n      invitedUntil\n    }\n    invitationPath\n  }\n": typeof types.MadeInvitationFragmentDoc,
    "\n  mutation InviteUser($input: UserInput!) {\n    inviteUser(input: $input) {\n      ...MadeInvitation\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.InviteUserDocument,
    "\n  query People($search: String, $role: Role, $active: Boolean, $first: Int!, $after: Cursor) {\n    users(search: $search, role: $role, active: $active, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...Person\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation RenewInvitation($id: ID!) {\n    renewInvitation(id: $id) {\n      ...MadeInvitation\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.RenewInvitationDocument,
    "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.ReactivateUserDocument,
    "\n  fragment Person on User {\n    id\n    name\n    email\n    role\n    partner {\n      id\n      name\n    }\n    lastSignInAt\n    invitedUntil\n    deactivatedAt\n  }\n": typeof types.PersonFragmentDoc,
    "\n  query PrintFrame($criteria: LedgerCriteria!, $parentId: ID!, $hasParent: Boolean!) {\n    ...PrintHead\n    referralPartnerLedgers(criteria: $criteria, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.PrintFrameDocument,
    "\n  fragment PrintHead on Query {\n    business {\n      name\n      timeZone\n      today\n    }\n    report: referralPartnerLedgers(criteria: $criteria, first: 1) {\n      period {\n        start\n        end\n      }\n      totals {\n        currencyCode\n        beginningBalance\n        commissions\n        adjustments\n        payments\n        endingBalance\n      }\n    }\n    commissionPrograms {\n      id\n      name\n    }\n    parent: referralPartner(id: $parentId) @include(if: $hasParent) {\n      code\n      name\n    }\n  }\n": typeof types.PrintHeadFragmentDoc,
    "\n  fragment PrintedLedger on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n": typeof types.PrintedLedgerFragmentDoc,
    "\n  fragment PrintedEntry on LedgerEntry {\n    id\n    date\n    kind\n    description\n    amount\n    balance\n    batch {\n      batchId\n    }\n  }\n": typeof types.PrintedEntryFragmentDoc,
    "\n  query PrintedLedgers(\n    $criteria: LedgerCriteria!\n    $orderBy: LedgerOrder!\n    $first: Int!\n    $after: Cursor\n    $withEntries: Boolean!\n  ) {\n    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {\n      nodes {\n        ...PrintedLedger\n        entries(first: 500) @include(if: $withEntries) {\n          nodes {\n            ...PrintedEntry\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PrintedLedgersDocument,
    "\n  query MorePrintedEntries($id: ID!, $period: DateRangeInput, $currency: CurrencyCode!, $after: Cursor) {\n    referralPartner(id: $id) {\n      ledger(period: $period, currencyCode: $currency) {\n        entries(first: 500, after: $after) {\n          nodes {\n            ...PrintedEntry\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.MorePrintedEntriesDocument,
    "\n  query Statement($period: DateRangeInput!, $after: Cursor) {\n    business {\n      name\n      timeZone\n      today\n    }\n    viewer {\n      partner {\n        ledger(period: $period) {\n          ...PrintedLedger\n          entries(first: 500, after: $after) {\n            nodes {\n              ...PrintedEntry\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StatementDocument,
    "\n  query Programs {\n    commissionPrograms {\n      ...ProgramCard\n    }\n  }\n": typeof types.ProgramsDocument,
    "\n  fragment Rule on CommissionRule {\n    level\n    sku\n    percent\n    amount\n  }\n": typeof types.RuleFragmentDoc,
    "\n  fragment ProgramCard on CommissionProgram {\n    id\n    name\n    isDefault\n    rules {\n      ...Rule\n    }\n  }\n": typeof types.ProgramCardFragmentDoc,
    "\n  mutation SaveProgram($id: ID, $name: String!, $isDefault: Boolean!, $rules: [CommissionRuleInput!]!) {\n    saveCommissionProgram(id: $id, name: $name, isDefault: $isDefault, rules: $rules) {\n      program {\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.SaveProgramDocument,
    "\n  query CurrentPrograms {\n    commissionPrograms {\n      ...ProgramCard\n    }\n  }\n": typeof types.CurrentProgramsDocument,
    "\n  fragment Commissions on ReferralPartnerLedger {\n    currencyCode\n    commissions\n    commissionsEarned\n    clawbacks\n  }\n": typeof types.CommissionsFragmentDoc,
    "\n  query ProgramPicker {\n    commissionPrograms {\n      id\n      name\n    }\n  }\n": typeof types.ProgramPickerDocument,
    "\n  fragment ReportTotals on LedgerTotals {\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n": typeof types.ReportTotalsFragmentDoc,
    "\n  fragment ReportRow on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n      status\n    }\n    currencyCode\n    beginningBalance\n    adjustments\n    payments\n    endingBalance\n    ...Commissions\n  }\n": typeof types.ReportRowFragmentDoc,
    "\n  query ReportRows($criteria: LedgerCriteria!, $orderBy: LedgerOrder!, $first: Int!, $after: Cursor) {\n    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {\n      nodes {\n        ...ReportRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ReportRowsDocument,
    "\n  query ReportTotals($criteria: LedgerCriteria!) {\n    referralPartnerLedgers(criteria: $criteria, first: 1) {\n      totalCount\n      totals {\n        ...ReportTotals\n      }\n    }\n  }\n": typeof types.ReportTotalsDocument,
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      email\n      name\n      expiresAt\n    }\n  }\n": typeof types.InvitationDocument,
    "\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  query SignInOptions {\n    signInOptions {\n      openIdConnect\n    }\n  }\n": typeof types.SignInOptionsDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  query TryToken {\n    viewer {\n      role\n    }\n  }\n": typeof types.TryTokenDocument,
    "\n  mutation ViewPortalAs($partnerId: ID!) {\n    viewPortalAs(partnerId: $partnerId) {\n      token\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.ViewPortalAsDocument,
    "\n  query Viewing {\n    viewer {\n      partner {\n        name\n      }\n    }\n  }\n": typeof types.ViewingDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query AccessTokens($first: Int!, $after: Cursor) {\n    accessTokens(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...TokenRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AccessTokensDocument,
    "\n  mutation CreateAccessToken($name: String!, $role: Role!, $expiresAt: DateTime) {\n    createAccessToken(name: $name, role: $role, expiresAt: $expiresAt) {\n      token\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": typeof types.RevokeAccessTokenDocument,
    "\n  fragment TokenRow on AccessToken {\n    id\n    name\n    hint\n    role\n    partner {\n      id\n      name\n    }\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": typeof types.TokenRowFragmentDoc,
};
const documents: Documents = {
    "\n  query PartnerPicker($search: String) {\n    referralPartners(search: $search, first: 20) {\n      nodes {\n        ...PickedPartner\n      }\n    }\n  }\n": types.PartnerPickerDocument,
    "\n  query PartnerPickerValue($id: ID!) {\n    referralPartner(id: $id) {\n      ...PickedPartner\n    }\n  }\n": types.PartnerPickerValueDocument,
    "\n  fragment PickedPartner on ReferralPartner {\n    id\n    code\n    name\n  }\n": types.PickedPartnerFragmentDoc,
    "\n  query Access {\n    viewer {\n      role\n      name\n      email\n      viewedBy\n    }\n    business {\n      name\n      currencyCode\n      timeZone\n      today\n    }\n  }\n": types.AccessDocument,
    "\n  mutation AdjustLedger(\n    $partnerId: ID!\n    $amount: Decimal!\n    $date: Date!\n    $reason: String!\n    $requestId: String!\n    $currency: CurrencyCode!\n  ) {\n    adjustLedger(\n      partnerId: $partnerId\n      amount: $amount\n      date: $date\n      reason: $reason\n      requestId: $requestId\n      currencyCode: $currency\n    ) {\n      entry {\n        amount\n        balance\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.AdjustLedgerDocument,
    "\n  query AuditLog($criteria: AuditCriteria!, $first: Int!, $after: Cursor) {\n    auditLog(criteria: $criteria, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AuditLogDocument,
    "\n  fragment AuditDetails on AuditEvent {\n    operation\n    changes {\n      field\n      before\n      after\n    }\n  }\n": types.AuditDetailsFragmentDoc,
    "\n  fragment AuditRow on AuditEvent {\n    id\n    at\n    action\n    actor\n    role\n    through\n    address\n    subject\n    partner {\n      id\n      name\n    }\n    ...AuditDetails\n  }\n": types.AuditRowFragmentDoc,
    "\n  mutation ExportLedgers($criteria: LedgerCriteria!) {\n    exportLedgers(criteria: $criteria) {\n      export {\n        fileName\n        rowCount\n        downloadUrl\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.ExportLedgersDocument,
    "\n  query Exports($first: Int!, $after: Cursor) {\n    ledgerExports(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...ExportRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ExportsDocument,
    "\n  fragment ExportRow on LedgerExport {\n    id\n    fileName\n    period {\n      start\n      end\n    }\n    currencyCode\n    criteria\n    rowCount\n    totals {\n      endingBalance\n    }\n    createdAt\n    createdBy\n    downloadUrl\n  }\n": types.ExportRowFragmentDoc,
    "\n  fragment Balances on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    endingBalance\n    entries(first: 500) {\n      nodes {\n        date\n        balance\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.BalancesFragmentDoc,
    "\n  fragment Entries on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    endingBalance\n    entries(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...EntryRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.EntriesFragmentDoc,
    "\n  fragment EntryRow on LedgerEntry {\n    id\n    date\n    kind\n    description\n    source\n    amount\n    balance\n    batch {\n      batchId\n    }\n  }\n": types.EntryRowFragmentDoc,
    "\n  query Ledger($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode, $first: Int!, $after: Cursor) {\n    referralPartner(id: $id) {\n      code\n      name\n      ledger(period: $period, currencyCode: $currency) {\n        currencyCode\n        ...Summary\n        ...Entries\n      }\n    }\n  }\n": types.LedgerDocument,
    "\n  query LedgerBalances($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode) {\n    referralPartner(id: $id) {\n      ledger(period: $period, currencyCode: $currency) {\n        ...Balances\n      }\n    }\n  }\n": types.LedgerBalancesDocument,
    "\n  query OwnLedger($period: DateRangeInput!, $first: Int!, $after: Cursor) {\n    viewer {\n      partner {\n        ledger(period: $period) {\n          currencyCode\n          ...Summary\n          ...Entries\n        }\n      }\n    }\n  }\n": types.OwnLedgerDocument,
    "\n  query OwnBalances($period: DateRangeInput!) {\n    viewer {\n      partner {\n        ledger(period: $period) {\n          ...Balances\n        }\n      }\n    }\n  }\n": types.OwnBalancesDocument,
    "\n  fragment Summary on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n    owedNow\n  }\n": types.SummaryFragmentDoc,
    "\n  query Order($orderId: String!) {\n    order(orderId: $orderId) {\n      orderId\n      orderedAt\n      customerId\n      currencyCode\n      total\n      partner {\n        id\n        code\n        name\n      }\n      lines {\n        ...OrderLineRow\n      }\n      entries {\n        ...OrderEntryRow\n      }\n      refunds {\n        ...OrderRefundRow\n      }\n    }\n  }\n": types.OrderDocument,
    "\n  mutation RecordRefund($input: RefundInput!) {\n    recordRefund(input: $input) {\n      replayed\n      entries {\n        id\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.RecordRefundDocument,
    "\n  fragment OrderLineRow on OrderLine {\n    sku\n    description\n    quantity\n    unitPrice\n    amount\n  }\n": types.OrderLineRowFragmentDoc,
    "\n  fragment OrderEntryRow on LedgerEntry {\n    id\n    date\n    kind\n    description\n    source\n    amount\n    balance\n  }\n": types.OrderEntryRowFragmentDoc,
    "\n  fragment OrderRefundRow on Refund {\n    refundId\n    refundedAt\n    amount\n  }\n": types.OrderRefundRowFragmentDoc,
    "\n  fragment OwedNow on LedgerTotals {\n    currencyCode\n    endingBalance\n  }\n": types.OwedNowFragmentDoc,
    "\n  fragment YearFigures on LedgerTotals {\n    currencyCode\n    commissionsEarned\n    clawbacks\n    adjustments\n    payments\n  }\n": types.YearFiguresFragmentDoc,
    "\n  fragment LastBatches on PaymentBatchConnection {\n    nodes {\n      ...LastBatch\n    }\n  }\n": types.LastBatchesFragmentDoc,
    "\n  fragment LastBatch on PaymentBatch {\n    id\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    status\n    currencyCode\n    paymentCount\n    total\n  }\n": types.LastBatchFragmentDoc,
    "\n  fragment MonthFigures on LedgerMonth {\n    period {\n      start\n    }\n    totals {\n      currencyCode\n      commissionsEarned\n      clawbacks\n      adjustments\n      payments\n      endingBalance\n    }\n  }\n": types.MonthFiguresFragmentDoc,
    "\n  fragment NegativeBalances on ReferralPartnerLedgerConnection {\n    nodes {\n      ...NegativeBalance\n    }\n  }\n": types.NegativeBalancesFragmentDoc,
    "\n  fragment NegativeBalance on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    endingBalance\n  }\n": types.NegativeBalanceFragmentDoc,
    "\n  query Overview($ever: LedgerCriteria!, $year: LedgerCriteria!, $until: Date!, $currency: CurrencyCode) {\n    now: referralPartnerLedgers(criteria: $ever, orderBy: { field: ENDING_BALANCE, direction: ASC }, first: 5) {\n      totals {\n        ...OwedNow\n      }\n      ...NegativeBalances\n    }\n    year: referralPartnerLedgers(criteria: $year, orderBy: { field: COMMISSIONS, direction: DESC }, first: 5) {\n      totals {\n        ...YearFigures\n      }\n      ...TopPartners\n    }\n    ledgerMonths(last: 12, until: $until, currencyCode: $currency) {\n      totals {\n        currencyCode\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n      }\n      ...MonthFigures\n    }\n    paymentBatches(first: 5) {\n      ...LastBatches\n    }\n  }\n": types.OverviewDocument,
    "\n  query OwnOverview($year: DateRangeInput!, $until: Date!) {\n    viewer {\n      partner {\n        ledger(period: $year) {\n          currencyCode\n          owedNow\n          commissionsEarned\n          clawbacks\n          adjustments\n          payments\n        }\n        ledgerMonths(last: 12, until: $until) {\n          totals {\n            commissionsEarned\n            clawbacks\n            adjustments\n            payments\n          }\n          ...MonthFigures\n        }\n      }\n    }\n  }\n": types.OwnOverviewDocument,
    "\n  fragment TopPartners on ReferralPartnerLedgerConnection {\n    nodes {\n      ...TopPartner\n    }\n  }\n": types.TopPartnersFragmentDoc,
    "\n  fragment TopPartner on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    commissions\n  }\n": types.TopPartnerFragmentDoc,
    "\n  query MovedMonths($last: Int!, $until: Date!, $currency: CurrencyCode) {\n    ledgerMonths(last: $last, until: $until, currencyCode: $currency) {\n      period {\n        start\n      }\n      totals {\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n      }\n    }\n  }\n": types.MovedMonthsDocument,
    "\n  query OwnMovedMonths($last: Int!, $until: Date!) {\n    viewer {\n      partner {\n        ledgerMonths(last: $last, until: $until) {\n          period {\n            start\n          }\n          totals {\n            commissionsEarned\n            clawbacks\n            adjustments\n            payments\n          }\n        }\n      }\n    }\n  }\n": types.OwnMovedMonthsDocument,
    "\n  mutation CreatePartner($input: ReferralPartnerInput!) {\n    createReferralPartner(input: $input) {\n      partner {\n        id\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.CreatePartnerDocument,
    "\n  query OwnProfile {\n    viewer {\n      partner {\n        code\n        name\n        email\n        status\n        currencyCode\n        createdAt\n      }\n    }\n  }\n": types.OwnProfileDocument,
    "\n  query Partner($id: ID!, $period: DateRangeInput!) {\n    referralPartner(id: $id) {\n      ...PartnerFields\n      createdAt\n      parent {\n        name\n      }\n      program {\n        name\n      }\n      ledger(period: $period) {\n        currencyCode\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n        owedNow\n      }\n    }\n  }\n": types.PartnerDocument,
    "\n  query PartnerFormPrograms {\n    commissionPrograms {\n      id\n      name\n      isDefault\n    }\n  }\n": types.PartnerFormProgramsDocument,
    "\n  query Partners($search: String, $status: PartnerStatus, $first: Int!, $after: Cursor) {\n    referralPartners(search: $search, status: $status, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...PartnerRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PartnersDocument,
    "\n  fragment PartnerRow on ReferralPartner {\n    id\n    code\n    name\n    email\n    status\n    currencyCode\n    parent {\n      id\n      name\n    }\n    program {\n      name\n    }\n  }\n": types.PartnerRowFragmentDoc,
    "\n  fragment PartnerFields on ReferralPartner {\n    id\n    code\n    name\n    email\n    status\n    currencyCode\n    parent {\n      id\n    }\n    program {\n      id\n    }\n  }\n": types.PartnerFieldsFragmentDoc,
    "\n  query CurrentPartner($id: ID!) {\n    referralPartner(id: $id) {\n      ...PartnerFields\n    }\n  }\n": types.CurrentPartnerDocument,
    "\n  mutation UpdatePartner($id: ID!, $input: ReferralPartnerInput!) {\n    updateReferralPartner(id: $id, input: $input) {\n      partner {\n        name\n        status\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.UpdatePartnerDocument,
    "\n  fragment Basis on PaymentBasis {\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n": types.BasisFragmentDoc,
    "\n  query Batch($batchId: String!, $first: Int!, $after: Cursor) {\n    paymentBatch(batchId: $batchId) {\n      ...BatchHead\n      ...BatchFacts\n      ...BatchPayments\n    }\n  }\n": types.BatchDocument,
    "\n  fragment BatchHead on PaymentBatch {\n    batchId\n    status\n    paymentCount\n    skippedCount\n    currencyCode\n    period {\n      start\n      end\n    }\n    createdAt\n    createdBy\n    voidedAt\n    voidReason\n  }\n": types.BatchHeadFragmentDoc,
    "\n  fragment BatchFacts on PaymentBatch {\n    date\n    period {\n      start\n      end\n    }\n    method\n    type\n    currencyCode\n    paymentCount\n    total\n    skippedCount\n    standing: payments(first: 1) {\n      totalAmount\n    }\n  }\n": types.BatchFactsFragmentDoc,
    "\n  fragment BatchPayments on PaymentBatch {\n    batchId\n    payments(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...PaymentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.BatchPaymentsFragmentDoc,
    "\n  query BatchSkipped($batchId: String!, $first: Int!, $after: Cursor) {\n    paymentBatch(batchId: $batchId) {\n      skipped(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n        ...SkippedPage\n      }\n    }\n  }\n": types.BatchSkippedDocument,
    "\n  query Batches($first: Int!, $after: Cursor) {\n    paymentBatches(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...BatchRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.BatchesDocument,
    "\n  fragment BatchRow on PaymentBatch {\n    id\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    method\n    type\n    status\n    currencyCode\n    paymentCount\n    total\n    createdBy\n  }\n": types.BatchRowFragmentDoc,
    "\n  query Payee($id: ID!) {\n    referralPartner(id: $id) {\n      currencyCode\n      ledger {\n        owedNow\n      }\n    }\n  }\n": types.PayeeDocument,
    "\n  mutation CreateOneOffPayment(\n    $partnerId: ID!\n    $amount: Decimal!\n    $type: PaymentType!\n    $date: Date\n    $note: String\n    $requestId: String!\n  ) {\n    createReferralPartnerPayment(\n      partnerId: $partnerId\n      amount: $amount\n      type: $type\n      date: $date\n      note: $note\n      requestId: $requestId\n    ) {\n      payment {\n        amount\n        currencyCode\n        partner {\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.CreateOneOffPaymentDocument,
    "\n  query OwnLastPayments {\n    viewer {\n      partner {\n        payments(first: 5) {\n          nodes {\n            ...OwnPayment\n          }\n        }\n      }\n    }\n  }\n": types.OwnLastPaymentsDocument,
    "\n  query OwnPayments($period: DateRangeInput, $first: Int!, $after: Cursor) {\n    viewer {\n      partner {\n        currencyCode\n        payments(period: $period, first: $first, after: $after) {\n          totalCount\n          nodes {\n            ...OwnPayment\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.OwnPaymentsDocument,
    "\n  fragment LinkedPartner on ReferralPartner {\n    id\n    code\n    name\n  }\n": types.LinkedPartnerFragmentDoc,
    "\n  query Payments($criteria: PaymentCriteria!, $first: Int!, $after: Cursor) {\n    payments(criteria: $criteria, first: $first, after: $after) {\n      totalCount\n      totalAmount\n      nodes {\n        ...PaymentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PaymentsDocument,
    "\n  fragment SkippedPage on SkippedPartnerConnection {\n    totalCount\n    nodes {\n      ...SkippedRow\n    }\n  }\n": types.SkippedPageFragmentDoc,
    "\n  fragment SkippedRow on SkippedPartner {\n    partner {\n      id\n      ...LinkedPartner\n    }\n    amount\n    reason\n    batch {\n      batchId\n    }\n  }\n": types.SkippedRowFragmentDoc,
    "\n  mutation VoidPaymentBatch($batchId: String!, $reason: String!, $date: Date) {\n    voidPaymentBatch(batchId: $batchId, reason: $reason, date: $date) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.VoidPaymentBatchDocument,
    "\n  fragment VoidablePayment on Payment {\n    id\n    amount\n    currencyCode\n    date\n    partner {\n      name\n    }\n  }\n": types.VoidablePaymentFragmentDoc,
    "\n  mutation VoidPayment($id: ID!, $reason: String!, $date: Date) {\n    voidPayment(id: $id, reason: $reason, date: $date) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.VoidPaymentDocument,
    "\n  query TakenBatchId($batchId: String!) {\n    paymentBatch(batchId: $batchId) {\n      batchId\n    }\n  }\n": types.TakenBatchIdDocument,
    "\n  query Planned(\n    $method: PaymentMethod!\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $date: Date\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n    $skips: Boolean!\n    $first: Int!\n    $after: Cursor\n  ) {\n    previewReferralPartnerPayments(\n      method: $method\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      fingerprint\n      lines(first: $first, after: $after) @skip(if: $skips) {\n        totalCount\n        nodes {\n          ...PlannedLine\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      skipped(first: $first, after: $after) @include(if: $skips) {\n        ...SkippedPage\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.PlannedDocument,
    "\n  fragment PlannedLine on PlannedPayment {\n    partner {\n      id\n      name\n      ...LinkedPartner\n    }\n    amount\n    owedNow\n    owedAfter\n    warnings\n  }\n": types.PlannedLineFragmentDoc,
    "\n  query PaymentPlans(\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $date: Date\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n  ) {\n    commissionEarned: previewReferralPartnerPayments(\n      method: COMMISSION_EARNED\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n    beginningBalancePlusCommissionEarned: previewReferralPartnerPayments(\n      method: BEGINNING_BALANCE_PLUS_COMMISSION_EARNED\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n    endingBalance: previewReferralPartnerPayments(\n      method: ENDING_BALANCE\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n  }\n": types.PaymentPlansDocument,
    "\n  fragment Plan on ReferralPartnerPaymentsPreview {\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    currencyCode\n    fingerprint\n    paymentCount\n    total\n    exceedingCount\n    exceedingTotal\n    skippedCount\n  }\n": types.PlanFragmentDoc,
    "\n  mutation CreatePayments(\n    $method: PaymentMethod!\n    $batchId: String!\n    $type: PaymentType!\n    $date: Date!\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n    $fingerprint: String!\n  ) {\n    createReferralPartnerPayments(\n      method: $method\n      batchId: $batchId\n      type: $type\n      date: $date\n      criteria: $criteria\n      exportId: $exportId\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n      fingerprint: $fingerprint\n    ) {\n      batch {\n        batchId\n        paymentCount\n        total\n        currencyCode\n      }\n      replayed\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.CreatePaymentsDocument,
    "\n  fragment OwnPayment on Payment {\n    id\n    date\n    type\n    amount\n    currencyCode\n    voidedAt\n    batch {\n      batchId\n      period {\n        start\n        end\n      }\n    }\n  }\n": types.OwnPaymentFragmentDoc,
    "\n  fragment PaymentRow on Payment {\n    id\n    partner {\n      id\n      ...LinkedPartner\n    }\n    amount\n    currencyCode\n    type\n    date\n    note\n    batch {\n      batchId\n      period {\n        start\n        end\n      }\n    }\n    basis {\n      ...Basis\n    }\n    voidedAt\n    voidReason\n    ...VoidablePayment\n  }\n": types.PaymentRowFragmentDoc,
    "\n  mutation UpdateUser($id: ID!, $input: UserInput!) {\n    updateUser(id: $id, input: $input) {\n      user {\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  query CurrentPerson($search: String!) {\n    users(search: $search, first: 200) {\n      nodes {\n        ...Person\n      }\n    }\n  }\n": types.CurrentPersonDocument,
    "\n  fragment MadeInvitation on InviteUserPayload {\n    user {\n      name\n      email\n      invitedUntil\n    }\n    invitationPath\n  }\n": types.MadeInvitationFragmentDoc,
    "\n  mutation InviteUser($input: UserInput!) {\n    inviteUser(input: $input) {\n      ...MadeInvitation\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.InviteUserDocument,
    "\n  query People($search: String, $role: Role, $active: Boolean, $first: Int!, $after: Cursor) {\n    users(search: $search, role: $role, active: $active, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...Person\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation RenewInvitation($id: ID!) {\n    renewInvitation(id: $id) {\n      ...MadeInvitation\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.RenewInvitationDocument,
    "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.ReactivateUserDocument,
    "\n  fragment Person on User {\n    id\n    name\n    email\n    role\n    partner {\n      id\n      name\n    }\n    lastSignInAt\n    invitedUntil\n    deactivatedAt\n  }\n": types.PersonFragmentDoc,
    "\n  query PrintFrame($criteria: LedgerCriteria!, $parentId: ID!, $hasParent: Boolean!) {\n    ...PrintHead\n    referralPartnerLedgers(criteria: $criteria, first: 1) {\n      totalCount\n    }\n  }\n": types.PrintFrameDocument,
    "\n  fragment PrintHead on Query {\n    business {\n      name\n      timeZone\n      today\n    }\n    report: referralPartnerLedgers(criteria: $criteria, first: 1) {\n      period {\n        start\n        end\n      }\n      totals {\n        currencyCode\n        beginningBalance\n        commissions\n        adjustments\n        payments\n        endingBalance\n      }\n    }\n    commissionPrograms {\n      id\n      name\n    }\n    parent: referralPartner(id: $parentId) @include(if: $hasParent) {\n      code\n      name\n    }\n  }\n": types.PrintHeadFragmentDoc,
    "\n  fragment PrintedLedger on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n": types.PrintedLedgerFragmentDoc,
    "\n  fragment PrintedEntry on LedgerEntry {\n    id\n    date\n    kind\n    description\n    amount\n    balance\n    batch {\n      batchId\n    }\n  }\n": types.PrintedEntryFragmentDoc,
    "\n  query PrintedLedgers(\n    $criteria: LedgerCriteria!\n    $orderBy: LedgerOrder!\n    $first: Int!\n    $after: Cursor\n    $withEntries: Boolean!\n  ) {\n    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {\n      nodes {\n        ...PrintedLedger\n        entries(first: 500) @include(if: $withEntries) {\n          nodes {\n            ...PrintedEntry\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PrintedLedgersDocument,
    "\n  query MorePrintedEntries($id: ID!, $period: DateRangeInput, $currency: CurrencyCode!, $after: Cursor) {\n    referralPartner(id: $id) {\n      ledger(period: $period, currencyCode: $currency) {\n        entries(first: 500, after: $after) {\n          nodes {\n            ...PrintedEntry\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.MorePrintedEntriesDocument,
    "\n  query Statement($period: DateRangeInput!, $after: Cursor) {\n    business {\n      name\n      timeZone\n      today\n    }\n    viewer {\n      partner {\n        ledger(period: $period) {\n          ...PrintedLedger\n          entries(first: 500, after: $after) {\n            nodes {\n              ...PrintedEntry\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StatementDocument,
    "\n  query Programs {\n    commissionPrograms {\n      ...ProgramCard\n    }\n  }\n": types.ProgramsDocument,
    "\n  fragment Rule on CommissionRule {\n    level\n    sku\n    percent\n    amount\n  }\n": types.RuleFragmentDoc,
    "\n  fragment ProgramCard on CommissionProgram {\n    id\n    name\n    isDefault\n    rules {\n      ...Rule\n    }\n  }\n": types.ProgramCardFragmentDoc,
    "\n  mutation SaveProgram($id: ID, $name: String!, $isDefault: Boolean!, $rules: [CommissionRuleInput!]!) {\n    saveCommissionProgram(id: $id, name: $name, isDefault: $isDefault, rules: $rules) {\n      program {\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.SaveProgramDocument,
    "\n  query CurrentPrograms {\n    commissionPrograms {\n      ...ProgramCard\n    }\n  }\n": types.CurrentProgramsDocument,
    "\n  fragment Commissions on ReferralPartnerLedger {\n    currencyCode\n    commissions\n    commissionsEarned\n    clawbacks\n  }\n": types.CommissionsFragmentDoc,
    "\n  query ProgramPicker {\n    commissionPrograms {\n      id\n      name\n    }\n  }\n": types.ProgramPickerDocument,
    "\n  fragment ReportTotals on LedgerTotals {\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n": types.ReportTotalsFragmentDoc,
    "\n  fragment ReportRow on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n      status\n    }\n    currencyCode\n    beginningBalance\n    adjustments\n    payments\n    endingBalance\n    ...Commissions\n  }\n": types.ReportRowFragmentDoc,
    "\n  query ReportRows($criteria: LedgerCriteria!, $orderBy: LedgerOrder!, $first: Int!, $after: Cursor) {\n    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {\n      nodes {\n        ...ReportRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ReportRowsDocument,
    "\n  query ReportTotals($criteria: LedgerCriteria!) {\n    referralPartnerLedgers(criteria: $criteria, first: 1) {\n      totalCount\n      totals {\n        ...ReportTotals\n      }\n    }\n  }\n": types.ReportTotalsDocument,
    "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      email\n      name\n      expiresAt\n    }\n  }\n": types.InvitationDocument,
    "\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  query SignInOptions {\n    signInOptions {\n      openIdConnect\n    }\n  }\n": types.SignInOptionsDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  query TryToken {\n    viewer {\n      role\n    }\n  }\n": types.TryTokenDocument,
    "\n  mutation ViewPortalAs($partnerId: ID!) {\n    viewPortalAs(partnerId: $partnerId) {\n      token\n      userErrors {\n        message\n      }\n    }\n  }\n": types.ViewPortalAsDocument,
    "\n  query Viewing {\n    viewer {\n      partner {\n        name\n      }\n    }\n  }\n": types.ViewingDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  query AccessTokens($first: Int!, $after: Cursor) {\n    accessTokens(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...TokenRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AccessTokensDocument,
    "\n  mutation CreateAccessToken($name: String!, $role: Role!, $expiresAt: DateTime) {\n    createAccessToken(name: $name, role: $role, expiresAt: $expiresAt) {\n      token\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n": types.RevokeAccessTokenDocument,
    "\n  fragment TokenRow on AccessToken {\n    id\n    name\n    hint\n    role\n    partner {\n      id\n      name\n    }\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n": types.TokenRowFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerPicker($search: String) {\n    referralPartners(search: $search, first: 20) {\n      nodes {\n        ...PickedPartner\n      }\n    }\n  }\n"): typeof import('./graphql').PartnerPickerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerPickerValue($id: ID!) {\n    referralPartner(id: $id) {\n      ...PickedPartner\n    }\n  }\n"): typeof import('./graphql').PartnerPickerValueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PickedPartner on ReferralPartner {\n    id\n    code\n    name\n  }\n"): typeof import('./graphql').PickedPartnerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Access {\n    viewer {\n      role\n      name\n      email\n      viewedBy\n    }\n    business {\n      name\n      currencyCode\n      timeZone\n      today\n    }\n  }\n"): typeof import('./graphql').AccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdjustLedger(\n    $partnerId: ID!\n    $amount: Decimal!\n    $date: Date!\n    $reason: String!\n    $requestId: String!\n    $currency: CurrencyCode!\n  ) {\n    adjustLedger(\n      partnerId: $partnerId\n      amount: $amount\n      date: $date\n      reason: $reason\n      requestId: $requestId\n      currencyCode: $currency\n    ) {\n      entry {\n        amount\n        balance\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').AdjustLedgerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AuditLog($criteria: AuditCriteria!, $first: Int!, $after: Cursor) {\n    auditLog(criteria: $criteria, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...AuditRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').AuditLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditDetails on AuditEvent {\n    operation\n    changes {\n      field\n      before\n      after\n    }\n  }\n"): typeof import('./graphql').AuditDetailsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AuditRow on AuditEvent {\n    id\n    at\n    action\n    actor\n    role\n    through\n    address\n    subject\n    partner {\n      id\n      name\n    }\n    ...AuditDetails\n  }\n"): typeof import('./graphql').AuditRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportLedgers($criteria: LedgerCriteria!) {\n    exportLedgers(criteria: $criteria) {\n      export {\n        fileName\n        rowCount\n        downloadUrl\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ExportLedgersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Exports($first: Int!, $after: Cursor) {\n    ledgerExports(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...ExportRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').ExportsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ExportRow on LedgerExport {\n    id\n    fileName\n    period {\n      start\n      end\n    }\n    currencyCode\n    criteria\n    rowCount\n    totals {\n      endingBalance\n    }\n    createdAt\n    createdBy\n    downloadUrl\n  }\n"): typeof import('./graphql').ExportRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Balances on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    endingBalance\n    entries(first: 500) {\n      nodes {\n        date\n        balance\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql').BalancesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Entries on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    endingBalance\n    entries(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...EntryRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').EntriesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EntryRow on LedgerEntry {\n    id\n    date\n    kind\n    description\n    source\n    amount\n    balance\n    batch {\n      batchId\n    }\n  }\n"): typeof import('./graphql').EntryRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Ledger($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode, $first: Int!, $after: Cursor) {\n    referralPartner(id: $id) {\n      code\n      name\n      ledger(period: $period, currencyCode: $currency) {\n        currencyCode\n        ...Summary\n        ...Entries\n      }\n    }\n  }\n"): typeof import('./graphql').LedgerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerBalances($id: ID!, $period: DateRangeInput!, $currency: CurrencyCode) {\n    referralPartner(id: $id) {\n      ledger(period: $period, currencyCode: $currency) {\n        ...Balances\n      }\n    }\n  }\n"): typeof import('./graphql').LedgerBalancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnLedger($period: DateRangeInput!, $first: Int!, $after: Cursor) {\n    viewer {\n      partner {\n        ledger(period: $period) {\n          currencyCode\n          ...Summary\n          ...Entries\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnLedgerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnBalances($period: DateRangeInput!) {\n    viewer {\n      partner {\n        ledger(period: $period) {\n          ...Balances\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnBalancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Summary on ReferralPartnerLedger {\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n    owedNow\n  }\n"): typeof import('./graphql').SummaryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Order($orderId: String!) {\n    order(orderId: $orderId) {\n      orderId\n      orderedAt\n      customerId\n      currencyCode\n      total\n      partner {\n        id\n        code\n        name\n      }\n      lines {\n        ...OrderLineRow\n      }\n      entries {\n        ...OrderEntryRow\n      }\n      refunds {\n        ...OrderRefundRow\n      }\n    }\n  }\n"): typeof import('./graphql').OrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordRefund($input: RefundInput!) {\n    recordRefund(input: $input) {\n      replayed\n      entries {\n        id\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').RecordRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderLineRow on OrderLine {\n    sku\n    description\n    quantity\n    unitPrice\n    amount\n  }\n"): typeof import('./graphql').OrderLineRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderEntryRow on LedgerEntry {\n    id\n    date\n    kind\n    description\n    source\n    amount\n    balance\n  }\n"): typeof import('./graphql').OrderEntryRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderRefundRow on Refund {\n    refundId\n    refundedAt\n    amount\n  }\n"): typeof import('./graphql').OrderRefundRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwedNow on LedgerTotals {\n    currencyCode\n    endingBalance\n  }\n"): typeof import('./graphql').OwedNowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment YearFigures on LedgerTotals {\n    currencyCode\n    commissionsEarned\n    clawbacks\n    adjustments\n    payments\n  }\n"): typeof import('./graphql').YearFiguresFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LastBatches on PaymentBatchConnection {\n    nodes {\n      ...LastBatch\n    }\n  }\n"): typeof import('./graphql').LastBatchesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LastBatch on PaymentBatch {\n    id\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    status\n    currencyCode\n    paymentCount\n    total\n  }\n"): typeof import('./graphql').LastBatchFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MonthFigures on LedgerMonth {\n    period {\n      start\n    }\n    totals {\n      currencyCode\n      commissionsEarned\n      clawbacks\n      adjustments\n      payments\n      endingBalance\n    }\n  }\n"): typeof import('./graphql').MonthFiguresFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NegativeBalances on ReferralPartnerLedgerConnection {\n    nodes {\n      ...NegativeBalance\n    }\n  }\n"): typeof import('./graphql').NegativeBalancesFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NegativeBalance on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    endingBalance\n  }\n"): typeof import('./graphql').NegativeBalanceFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Overview($ever: LedgerCriteria!, $year: LedgerCriteria!, $until: Date!, $currency: CurrencyCode) {\n    now: referralPartnerLedgers(criteria: $ever, orderBy: { field: ENDING_BALANCE, direction: ASC }, first: 5) {\n      totals {\n        ...OwedNow\n      }\n      ...NegativeBalances\n    }\n    year: referralPartnerLedgers(criteria: $year, orderBy: { field: COMMISSIONS, direction: DESC }, first: 5) {\n      totals {\n        ...YearFigures\n      }\n      ...TopPartners\n    }\n    ledgerMonths(last: 12, until: $until, currencyCode: $currency) {\n      totals {\n        currencyCode\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n      }\n      ...MonthFigures\n    }\n    paymentBatches(first: 5) {\n      ...LastBatches\n    }\n  }\n"): typeof import('./graphql').OverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnOverview($year: DateRangeInput!, $until: Date!) {\n    viewer {\n      partner {\n        ledger(period: $year) {\n          currencyCode\n          owedNow\n          commissionsEarned\n          clawbacks\n          adjustments\n          payments\n        }\n        ledgerMonths(last: 12, until: $until) {\n          totals {\n            commissionsEarned\n            clawbacks\n            adjustments\n            payments\n          }\n          ...MonthFigures\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnOverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TopPartners on ReferralPartnerLedgerConnection {\n    nodes {\n      ...TopPartner\n    }\n  }\n"): typeof import('./graphql').TopPartnersFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TopPartner on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    commissions\n  }\n"): typeof import('./graphql').TopPartnerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MovedMonths($last: Int!, $until: Date!, $currency: CurrencyCode) {\n    ledgerMonths(last: $last, until: $until, currencyCode: $currency) {\n      period {\n        start\n      }\n      totals {\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n      }\n    }\n  }\n"): typeof import('./graphql').MovedMonthsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnMovedMonths($last: Int!, $until: Date!) {\n    viewer {\n      partner {\n        ledgerMonths(last: $last, until: $until) {\n          period {\n            start\n          }\n          totals {\n            commissionsEarned\n            clawbacks\n            adjustments\n            payments\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnMovedMonthsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePartner($input: ReferralPartnerInput!) {\n    createReferralPartner(input: $input) {\n      partner {\n        id\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').CreatePartnerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnProfile {\n    viewer {\n      partner {\n        code\n        name\n        email\n        status\n        currencyCode\n        createdAt\n      }\n    }\n  }\n"): typeof import('./graphql').OwnProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Partner($id: ID!, $period: DateRangeInput!) {\n    referralPartner(id: $id) {\n      ...PartnerFields\n      createdAt\n      parent {\n        name\n      }\n      program {\n        name\n      }\n      ledger(period: $period) {\n        currencyCode\n        commissionsEarned\n        clawbacks\n        adjustments\n        payments\n        owedNow\n      }\n    }\n  }\n"): typeof import('./graphql').PartnerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerFormPrograms {\n    commissionPrograms {\n      id\n      name\n      isDefault\n    }\n  }\n"): typeof import('./graphql').PartnerFormProgramsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Partners($search: String, $status: PartnerStatus, $first: Int!, $after: Cursor) {\n    referralPartners(search: $search, status: $status, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...PartnerRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').PartnersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PartnerRow on ReferralPartner {\n    id\n    code\n    name\n    email\n    status\n    currencyCode\n    parent {\n      id\n      name\n    }\n    program {\n      name\n    }\n  }\n"): typeof import('./graphql').PartnerRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PartnerFields on ReferralPartner {\n    id\n    code\n    name\n    email\n    status\n    currencyCode\n    parent {\n      id\n    }\n    program {\n      id\n    }\n  }\n"): typeof import('./graphql').PartnerFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CurrentPartner($id: ID!) {\n    referralPartner(id: $id) {\n      ...PartnerFields\n    }\n  }\n"): typeof import('./graphql').CurrentPartnerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePartner($id: ID!, $input: ReferralPartnerInput!) {\n    updateReferralPartner(id: $id, input: $input) {\n      partner {\n        name\n        status\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').UpdatePartnerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Basis on PaymentBasis {\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n"): typeof import('./graphql').BasisFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Batch($batchId: String!, $first: Int!, $after: Cursor) {\n    paymentBatch(batchId: $batchId) {\n      ...BatchHead\n      ...BatchFacts\n      ...BatchPayments\n    }\n  }\n"): typeof import('./graphql').BatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchHead on PaymentBatch {\n    batchId\n    status\n    paymentCount\n    skippedCount\n    currencyCode\n    period {\n      start\n      end\n    }\n    createdAt\n    createdBy\n    voidedAt\n    voidReason\n  }\n"): typeof import('./graphql').BatchHeadFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchFacts on PaymentBatch {\n    date\n    period {\n      start\n      end\n    }\n    method\n    type\n    currencyCode\n    paymentCount\n    total\n    skippedCount\n    standing: payments(first: 1) {\n      totalAmount\n    }\n  }\n"): typeof import('./graphql').BatchFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchPayments on PaymentBatch {\n    batchId\n    payments(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...PaymentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').BatchPaymentsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchSkipped($batchId: String!, $first: Int!, $after: Cursor) {\n    paymentBatch(batchId: $batchId) {\n      skipped(first: $first, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n        ...SkippedPage\n      }\n    }\n  }\n"): typeof import('./graphql').BatchSkippedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Batches($first: Int!, $after: Cursor) {\n    paymentBatches(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...BatchRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').BatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchRow on PaymentBatch {\n    id\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    method\n    type\n    status\n    currencyCode\n    paymentCount\n    total\n    createdBy\n  }\n"): typeof import('./graphql').BatchRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payee($id: ID!) {\n    referralPartner(id: $id) {\n      currencyCode\n      ledger {\n        owedNow\n      }\n    }\n  }\n"): typeof import('./graphql').PayeeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateOneOffPayment(\n    $partnerId: ID!\n    $amount: Decimal!\n    $type: PaymentType!\n    $date: Date\n    $note: String\n    $requestId: String!\n  ) {\n    createReferralPartnerPayment(\n      partnerId: $partnerId\n      amount: $amount\n      type: $type\n      date: $date\n      note: $note\n      requestId: $requestId\n    ) {\n      payment {\n        amount\n        currencyCode\n        partner {\n          name\n        }\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').CreateOneOffPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnLastPayments {\n    viewer {\n      partner {\n        payments(first: 5) {\n          nodes {\n            ...OwnPayment\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnLastPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnPayments($period: DateRangeInput, $first: Int!, $after: Cursor) {\n    viewer {\n      partner {\n        currencyCode\n        payments(period: $period, first: $first, after: $after) {\n          totalCount\n          nodes {\n            ...OwnPayment\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LinkedPartner on ReferralPartner {\n    id\n    code\n    name\n  }\n"): typeof import('./graphql').LinkedPartnerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payments($criteria: PaymentCriteria!, $first: Int!, $after: Cursor) {\n    payments(criteria: $criteria, first: $first, after: $after) {\n      totalCount\n      totalAmount\n      nodes {\n        ...PaymentRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').PaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SkippedPage on SkippedPartnerConnection {\n    totalCount\n    nodes {\n      ...SkippedRow\n    }\n  }\n"): typeof import('./graphql').SkippedPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SkippedRow on SkippedPartner {\n    partner {\n      id\n      ...LinkedPartner\n    }\n    amount\n    reason\n    batch {\n      batchId\n    }\n  }\n"): typeof import('./graphql').SkippedRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VoidPaymentBatch($batchId: String!, $reason: String!, $date: Date) {\n    voidPaymentBatch(batchId: $batchId, reason: $reason, date: $date) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').VoidPaymentBatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VoidablePayment on Payment {\n    id\n    amount\n    currencyCode\n    date\n    partner {\n      name\n    }\n  }\n"): typeof import('./graphql').VoidablePaymentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VoidPayment($id: ID!, $reason: String!, $date: Date) {\n    voidPayment(id: $id, reason: $reason, date: $date) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').VoidPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TakenBatchId($batchId: String!) {\n    paymentBatch(batchId: $batchId) {\n      batchId\n    }\n  }\n"): typeof import('./graphql').TakenBatchIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Planned(\n    $method: PaymentMethod!\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $date: Date\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n    $skips: Boolean!\n    $first: Int!\n    $after: Cursor\n  ) {\n    previewReferralPartnerPayments(\n      method: $method\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      fingerprint\n      lines(first: $first, after: $after) @skip(if: $skips) {\n        totalCount\n        nodes {\n          ...PlannedLine\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      skipped(first: $first, after: $after) @include(if: $skips) {\n        ...SkippedPage\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PlannedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlannedLine on PlannedPayment {\n    partner {\n      id\n      name\n      ...LinkedPartner\n    }\n    amount\n    owedNow\n    owedAfter\n    warnings\n  }\n"): typeof import('./graphql').PlannedLineFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaymentPlans(\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $date: Date\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n  ) {\n    commissionEarned: previewReferralPartnerPayments(\n      method: COMMISSION_EARNED\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n    beginningBalancePlusCommissionEarned: previewReferralPartnerPayments(\n      method: BEGINNING_BALANCE_PLUS_COMMISSION_EARNED\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n    endingBalance: previewReferralPartnerPayments(\n      method: ENDING_BALANCE\n      criteria: $criteria\n      exportId: $exportId\n      date: $date\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n    ) {\n      ...Plan\n    }\n  }\n"): typeof import('./graphql').PaymentPlansDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Plan on ReferralPartnerPaymentsPreview {\n    batchId\n    date\n    period {\n      start\n      end\n    }\n    currencyCode\n    fingerprint\n    paymentCount\n    total\n    exceedingCount\n    exceedingTotal\n    skippedCount\n  }\n"): typeof import('./graphql').PlanFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePayments(\n    $method: PaymentMethod!\n    $batchId: String!\n    $type: PaymentType!\n    $date: Date!\n    $criteria: LedgerCriteria\n    $exportId: ID\n    $minimumPayment: Decimal\n    $capAtBalance: Boolean!\n    $allowRepeat: Boolean!\n    $fingerprint: String!\n  ) {\n    createReferralPartnerPayments(\n      method: $method\n      batchId: $batchId\n      type: $type\n      date: $date\n      criteria: $criteria\n      exportId: $exportId\n      minimumPayment: $minimumPayment\n      capAtBalance: $capAtBalance\n      allowRepeat: $allowRepeat\n      fingerprint: $fingerprint\n    ) {\n      batch {\n        batchId\n        paymentCount\n        total\n        currencyCode\n      }\n      replayed\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').CreatePaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnPayment on Payment {\n    id\n    date\n    type\n    amount\n    currencyCode\n    voidedAt\n    batch {\n      batchId\n      period {\n        start\n        end\n      }\n    }\n  }\n"): typeof import('./graphql').OwnPaymentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PaymentRow on Payment {\n    id\n    partner {\n      id\n      ...LinkedPartner\n    }\n    amount\n    currencyCode\n    type\n    date\n    note\n    batch {\n      batchId\n      period {\n        start\n        end\n      }\n    }\n    basis {\n      ...Basis\n    }\n    voidedAt\n    voidReason\n    ...VoidablePayment\n  }\n"): typeof import('./graphql').PaymentRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($id: ID!, $input: UserInput!) {\n    updateUser(id: $id, input: $input) {\n      user {\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CurrentPerson($search: String!) {\n    users(search: $search, first: 200) {\n      nodes {\n        ...Person\n      }\n    }\n  }\n"): typeof import('./graphql').CurrentPersonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MadeInvitation on InviteUserPayload {\n    user {\n      name\n      email\n      invitedUntil\n    }\n    invitationPath\n  }\n"): typeof import('./graphql').MadeInvitationFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: UserInput!) {\n    inviteUser(input: $input) {\n      ...MadeInvitation\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').InviteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($search: String, $role: Role, $active: Boolean, $first: Int!, $after: Cursor) {\n    users(search: $search, role: $role, active: $active, first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...Person\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').PeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewInvitation($id: ID!) {\n    renewInvitation(id: $id) {\n      ...MadeInvitation\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').RenewInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateUser($id: ID!) {\n    deactivateUser(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').DeactivateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReactivateUser($id: ID!) {\n    reactivateUser(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').ReactivateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Person on User {\n    id\n    name\n    email\n    role\n    partner {\n      id\n      name\n    }\n    lastSignInAt\n    invitedUntil\n    deactivatedAt\n  }\n"): typeof import('./graphql').PersonFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PrintFrame($criteria: LedgerCriteria!, $parentId: ID!, $hasParent: Boolean!) {\n    ...PrintHead\n    referralPartnerLedgers(criteria: $criteria, first: 1) {\n      totalCount\n    }\n  }\n"): typeof import('./graphql').PrintFrameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PrintHead on Query {\n    business {\n      name\n      timeZone\n      today\n    }\n    report: referralPartnerLedgers(criteria: $criteria, first: 1) {\n      period {\n        start\n        end\n      }\n      totals {\n        currencyCode\n        beginningBalance\n        commissions\n        adjustments\n        payments\n        endingBalance\n      }\n    }\n    commissionPrograms {\n      id\n      name\n    }\n    parent: referralPartner(id: $parentId) @include(if: $hasParent) {\n      code\n      name\n    }\n  }\n"): typeof import('./graphql').PrintHeadFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PrintedLedger on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n    }\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n"): typeof import('./graphql').PrintedLedgerFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PrintedEntry on LedgerEntry {\n    id\n    date\n    kind\n    description\n    amount\n    balance\n    batch {\n      batchId\n    }\n  }\n"): typeof import('./graphql').PrintedEntryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PrintedLedgers(\n    $criteria: LedgerCriteria!\n    $orderBy: LedgerOrder!\n    $first: Int!\n    $after: Cursor\n    $withEntries: Boolean!\n  ) {\n    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {\n      nodes {\n        ...PrintedLedger\n        entries(first: 500) @include(if: $withEntries) {\n          nodes {\n            ...PrintedEntry\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').PrintedLedgersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MorePrintedEntries($id: ID!, $period: DateRangeInput, $currency: CurrencyCode!, $after: Cursor) {\n    referralPartner(id: $id) {\n      ledger(period: $period, currencyCode: $currency) {\n        entries(first: 500, after: $after) {\n          nodes {\n            ...PrintedEntry\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').MorePrintedEntriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Statement($period: DateRangeInput!, $after: Cursor) {\n    business {\n      name\n      timeZone\n      today\n    }\n    viewer {\n      partner {\n        ledger(period: $period) {\n          ...PrintedLedger\n          entries(first: 500, after: $after) {\n            nodes {\n              ...PrintedEntry\n            }\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').StatementDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Programs {\n    commissionPrograms {\n      ...ProgramCard\n    }\n  }\n"): typeof import('./graphql').ProgramsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Rule on CommissionRule {\n    level\n    sku\n    percent\n    amount\n  }\n"): typeof import('./graphql').RuleFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProgramCard on CommissionProgram {\n    id\n    name\n    isDefault\n    rules {\n      ...Rule\n    }\n  }\n"): typeof import('./graphql').ProgramCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveProgram($id: ID, $name: String!, $isDefault: Boolean!, $rules: [CommissionRuleInput!]!) {\n    saveCommissionProgram(id: $id, name: $name, isDefault: $isDefault, rules: $rules) {\n      program {\n        name\n      }\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').SaveProgramDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CurrentPrograms {\n    commissionPrograms {\n      ...ProgramCard\n    }\n  }\n"): typeof import('./graphql').CurrentProgramsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Commissions on ReferralPartnerLedger {\n    currencyCode\n    commissions\n    commissionsEarned\n    clawbacks\n  }\n"): typeof import('./graphql').CommissionsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProgramPicker {\n    commissionPrograms {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').ProgramPickerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportTotals on LedgerTotals {\n    currencyCode\n    beginningBalance\n    commissions\n    adjustments\n    payments\n    endingBalance\n  }\n"): typeof import('./graphql').ReportTotalsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportRow on ReferralPartnerLedger {\n    partner {\n      id\n      code\n      name\n      status\n    }\n    currencyCode\n    beginningBalance\n    adjustments\n    payments\n    endingBalance\n    ...Commissions\n  }\n"): typeof import('./graphql').ReportRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportRows($criteria: LedgerCriteria!, $orderBy: LedgerOrder!, $first: Int!, $after: Cursor) {\n    referralPartnerLedgers(criteria: $criteria, orderBy: $orderBy, first: $first, after: $after) {\n      nodes {\n        ...ReportRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').ReportRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportTotals($criteria: LedgerCriteria!) {\n    referralPartnerLedgers(criteria: $criteria, first: 1) {\n      totalCount\n      totals {\n        ...ReportTotals\n      }\n    }\n  }\n"): typeof import('./graphql').ReportTotalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($currentPassword: String!, $newPassword: String!) {\n    changePassword(currentPassword: $currentPassword, newPassword: $newPassword) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').ChangePasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Invitation($token: String!) {\n    invitation(token: $token) {\n      email\n      name\n      expiresAt\n    }\n  }\n"): typeof import('./graphql').InvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($token: String!, $password: String!) {\n    acceptInvitation(token: $token, password: $password) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').AcceptInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignInOptions {\n    signInOptions {\n      openIdConnect\n    }\n  }\n"): typeof import('./graphql').SignInOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(email: $email, password: $password) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TryToken {\n    viewer {\n      role\n    }\n  }\n"): typeof import('./graphql').TryTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ViewPortalAs($partnerId: ID!) {\n    viewPortalAs(partnerId: $partnerId) {\n      token\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ViewPortalAsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewing {\n    viewer {\n      partner {\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').ViewingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessTokens($first: Int!, $after: Cursor) {\n    accessTokens(first: $first, after: $after) {\n      totalCount\n      nodes {\n        ...TokenRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').AccessTokensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessToken($name: String!, $role: Role!, $expiresAt: DateTime) {\n    createAccessToken(name: $name, role: $role, expiresAt: $expiresAt) {\n      token\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').CreateAccessTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id) {\n      userErrors {\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql').RevokeAccessTokenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TokenRow on AccessToken {\n    id\n    name\n    hint\n    role\n    partner {\n      id\n      name\n    }\n    createdAt\n    createdBy\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n"): typeof import('./graphql').TokenRowFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
