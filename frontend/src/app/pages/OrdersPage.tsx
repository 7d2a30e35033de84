export { Orders as OrdersPage } from '../../features/orders/Orders'
