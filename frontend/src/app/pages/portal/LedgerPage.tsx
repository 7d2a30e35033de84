export { OwnLedger as LedgerPage } from '../../../features/ledger/OwnLedger'
