export { PaymentSearch as PaymentSearchPage } from '../../features/payments/PaymentSearch'
