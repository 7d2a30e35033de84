export { Batch as BatchPage } from '../../features/payments/Batch'
