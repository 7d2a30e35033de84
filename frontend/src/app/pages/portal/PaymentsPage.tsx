export { OwnPayments as PaymentsPage } from '../../../features/payments/OwnPayments'
