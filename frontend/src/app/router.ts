import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readAuditSearch } from '../features/audit/search'
import { readLedgerSearch, readOwnLedgerSearch } from '../features/ledger/search'
import { readOrdersSearch } from '../features/orders/search'
import { readOverviewSearch, readOwnOverviewSearch } from '../features/overview/search'
import { readPartnersSearch } from '../features/partners/search'
import { readOwnPaymentsSearch, readPaymentSearch } from '../features/payments/search'
import { readPeopleSearch } from '../features/people/search'
import { readReportSearch } from '../features/report/search'
import { readPageSearch } from '../lib/paging'
import { readPeriod } from '../lib/periodSearch'
import { parseSearch, stringifySearch } from '../lib/search'
import { Crash } from './Crash'
import { Frame } from './Frame'
import { readNewPayments } from './newPayments'
import { NotFound } from './NotFound'
import { readPrint } from './print'

// Every address of the dashboard. /graphql, /playground, /assets, /exports, /imports, /entries.csv and /audit-log.csv belong to the server;
// /invitation is known before the pages are, to people who have not signed in.

const root = createRootRoute({ component: Frame })
const getParentRoute = () => root

const overview = createRoute({
  getParentRoute,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./pages/OverviewPage'), 'OverviewPage'),
})

const report = createRoute({
  getParentRoute,
  path: '/reports/ledgers',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./pages/ReportPage'), 'ReportPage'),
})

const ledger = createRoute({
  getParentRoute,
  path: '/ledgers/$partnerId',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('./pages/LedgerPage'), 'LedgerPage'),
})

const exports = createRoute({
  getParentRoute,
  path: '/reports/exports',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => import('./pages/ExportsPage'), 'ExportsPage'),
})

const print = createRoute({
  getParentRoute,
  path: '/reports/print',
  validateSearch: readPrint,
  component: lazyRouteComponent(() => import('./pages/PrintPage'), 'PrintPage'),
})

const payments = createRoute({
  getParentRoute,
  path: '/payments',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => import('./pages/PaymentsPage'), 'PaymentsPage'),
})

const partners = createRoute({
  getParentRoute,
  path: '/partners',
  validateSearch: readPartnersSearch,
  component: lazyRouteComponent(() => import('./pages/PartnersPage'), 'PartnersPage'),
})

const partner = createRoute({
  getParentRoute,
  path: '/partners/$partnerId',
  component: lazyRouteComponent(() => import('./pages/PartnerPage'), 'PartnerPage'),
})

const programs = createRoute({
  getParentRoute,
  path: '/programs',
  component: lazyRouteComponent(() => import('./pages/ProgramsPage'), 'ProgramsPage'),
})

const orders = createRoute({
  getParentRoute,
  path: '/orders',
  validateSearch: readOrdersSearch,
  component: lazyRouteComponent(() => import('./pages/OrdersPage'), 'OrdersPage'),
})

const imports = createRoute({
  getParentRoute,
  path: '/import',
  component: lazyRouteComponent(() => import('./pages/ImportsPage'), 'ImportsPage'),
})

const paymentSearch = createRoute({
  getParentRoute,
  path: '/payments/search',
  validateSearch: readPaymentSearch,
  component: lazyRouteComponent(() => import('./pages/PaymentSearchPage'), 'PaymentSearchPage'),
})

const newPayments = createRoute({
  getParentRoute,
  path: '/payments/new',
  validateSearch: readNewPayments,
  component: lazyRouteComponent(() => import('./pages/CreatePaymentsPage'), 'CreatePaymentsPage'),
})

const batch = createRoute({
  getParentRoute,
  path: '/payments/batches/$batchId',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => import('./pages/BatchPage'), 'BatchPage'),
})

const people = createRoute({
  getParentRoute,
  path: '/admin/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('./pages/admin/PeoplePage'), 'PeoplePage'),
})

const tokens = createRoute({
  getParentRoute,
  path: '/admin/tokens',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => import('./pages/admin/AccessTokensPage'), 'AccessTokensPage'),
})

const auditLog = createRoute({
  getParentRoute,
  path: '/admin/audit-log',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./pages/admin/AuditLogPage'), 'AuditLogPage'),
})

const ofAdministration = [people, tokens, auditLog] as const

// What a partner sees, and nobody else: all of it is the viewer's own, and no address names a partner.

const portal = createRoute({
  getParentRoute,
  path: '/portal',
  validateSearch: readOwnOverviewSearch,
  component: lazyRouteComponent(() => import('./pages/portal/OverviewPage'), 'OverviewPage'),
})

const ownLedger = createRoute({
  getParentRoute,
  path: '/portal/ledger',
  validateSearch: readOwnLedgerSearch,
  component: lazyRouteComponent(() => import('./pages/portal/LedgerPage'), 'LedgerPage'),
})

const ownPayments = createRoute({
  getParentRoute,
  path: '/portal/payments',
  validateSearch: readOwnPaymentsSearch,
  component: lazyRouteComponent(() => import('./pages/portal/PaymentsPage'), 'PaymentsPage'),
})

const statement = createRoute({
  getParentRoute,
  path: '/portal/statement',
  validateSearch: readPeriod,
  component: lazyRouteComponent(() => import('./pages/portal/StatementPage'), 'StatementPage'),
})

const profile = createRoute({
  getParentRoute,
  path: '/portal/profile',
  component: lazyRouteComponent(() => import('./pages/portal/ProfilePage'), 'ProfilePage'),
})

const ofThePortal = [portal, ownLedger, ownPayments, statement, profile] as const

export const router = createRouter({
  routeTree: root.addChildren([overview, partners, partner, programs, orders, imports, report, ledger, exports, print, payments, paymentSearch, newPayments, batch, ...ofAdministration, ...ofThePortal]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Another partner, or batch, is another page: no dialog that is open goes on with it.
  defaultRemountDeps: ({ params }) => params,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: Crash,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
