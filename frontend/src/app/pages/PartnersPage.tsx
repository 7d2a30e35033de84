export { Partners as PartnersPage } from '../../features/partners/Partners'
