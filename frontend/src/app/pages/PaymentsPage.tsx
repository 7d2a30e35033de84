export { Batches as PaymentsPage } from '../../features/payments/Batches'
