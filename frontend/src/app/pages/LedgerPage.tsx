export { Ledger as LedgerPage } from '../../features/ledger/Ledger'
