package resolvers

import (
	"github.com/prometheus/client_golang/prometheus"

	"partnerledger/audit"
	"partnerledger/auth"
	"partnerledger/commissions"
	"partnerledger/exports"
	"partnerledger/ledger"
	"partnerledger/partners"
	"partnerledger/payments"
)

// Services are what the API offers.
type Services struct {
	Auth        *auth.Service
	Partners    *partners.Service
	Ledger      *ledger.Service
	Payments    *payments.Service
	Exports     *exports.Service
	Commissions *commissions.Service
	Audit       *audit.Service
	// Metrics, if not nil, gets to know how long operations take.
	Metrics prometheus.Registerer
}

// Resolver is what gqlgen hangs its resolvers on.
type Resolver struct{ services Services }
