package auth

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"partnerledger/models"
)

// What the roles that may not everything may, said once more: a change of the one table must be meant. A * is every
// field of a type; routes stand without their blank.
const (
	anybodyMay = `Query.signInOptions Query.invitation Mutation.signIn Mutation.acceptInvitation
		SignInOptions.* Invitation.* SignInPayload.* UserError.*
		Viewer.role Viewer.name Viewer.email Viewer.viewedBy Viewer.expiresAt
		GET/auth/oidc GET/auth/oidc/callback`
	signedInMay = anybodyMay + ` Query.viewer Query.business Query.__schema Query.__type
		Mutation.signOut Mutation.changePassword SignOutPayload.* ChangePasswordPayload.* Viewer.* Business.*`
	partnerMay = signedInMay + ` ReferralPartner.id ReferralPartner.code ReferralPartner.name ReferralPartner.email
		ReferralPartner.status ReferralPartner.currencyCode ReferralPartner.createdAt ReferralPartner.ledger
		ReferralPartner.ledgerMonths ReferralPartner.payments
		ReferralPartnerLedger.* LedgerEntry.* LedgerEntryConnection.* LedgerEntryEdge.* LedgerMonth.* LedgerTotals.*
		PaymentBatch.batchId PaymentBatch.type PaymentBatch.date PaymentBatch.period PaymentBatch.currencyCode
		Payment.id Payment.amount Payment.currencyCode Payment.type Payment.date Payment.batch Payment.voidedAt
		Payment.partner PaymentConnection.* PaymentEdge.* PageInfo.* DateRange.*`
	onlyAdminMay = `Query.users Query.accessTokens Query.auditLog
		Mutation.inviteUser Mutation.renewInvitation Mutation.updateUser Mutation.deactivateUser Mutation.reactivateUser
		Mutation.createAccessToken Mutation.revokeAccessToken
		User.* UserConnection.* UserPayload.* InviteUserPayload.* AccessToken.* AccessTokenConnection.*
		CreateAccessTokenPayload.* RevokeAccessTokenPayload.* AuditEvent.* AuditEventConnection.* AuditChange.*
		GET/audit-log.csv GET/readyz`
)

func TestWhoMayDoWhat(t *testing.T) {
	for name := range table {
		of, _, _ := strings.Cut(name, ".")
		listed := func(list string) bool {
			words := strings.Fields(list)
			return slices.Contains(words, strings.ReplaceAll(name, " ", "")) || slices.Contains(words, of+".*")
		}
		changes := of == "Mutation" || strings.HasSuffix(of, "Payload") || strings.HasPrefix(name, "POST ")
		for role, want := range map[models.Role]bool{
			Anybody:             listed(anybodyMay),
			models.RoleAdmin:    true,
			models.RoleFinance:  !listed(onlyAdminMay),
			models.RoleReadOnly: listed(signedInMay) || !listed(onlyAdminMay) && !changes,
			models.RolePartner:  listed(partnerMay),
			"":                  false,
			"admin":             false,
		} {
			if Allows(role, name) != want {
				t.Errorf("%q may %s: %v", role, name, !want)
			}
		}
	}
	for _, role := range models.Roles {
		if Allows(role, "Query.somethingElse") || Allows(role, "") {
			t.Errorf("%s may what has no row", role)
		}
	}
}

func TestTheTableIsReadStrictly(t *testing.T) {
	for text, want := range map[string]string{
		"# all\n\nA.a  ADMIN\nGET /a/{id}  ADMIN PARTNER\n": "",
		"A.a ADMIN ROOT":                 "roles",
		"A.a admin":                      "roles",
		"A.a":                            "roles",
		"GET /a":                         "roles",
		"A.a ADMIN ADMIN":                "roles",
		"A.a FINANCE ADMIN":              "order",
		"A.a ADMIN\nA.a ADMIN FINANCE":   "sorted",
		"A.b ADMIN\nA.a ADMIN":           "sorted",
		"A.a ADMIN # not READ_ONLY":      "roles",
		"A.a\tADMIN\n A.b ADMIN PARTNER": "",
	} {
		rows, err := readPermissions(text)
		if (err == nil) != (want == "") || (err != nil && !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, %v, want %q", text, rows, err, want)
		}
	}
}

func TestTheTableCoversAllThereIs(t *testing.T) {
	rows, err := readPermissions("A.a ADMIN\nA.b ADMIN\nGET /a ADMIN")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		names []string
		want  string
	}{
		{[]string{"A.b", "GET /a", "A.a"}, ""},
		{[]string{"A.a", "A.b", "A.c", "GET /a"}, "A.c has no row"},
		{[]string{"A.a", "GET /a"}, "A.b has a row in permissions.txt, and is nowhere"},
		{[]string{"A.a", "A.b"}, "GET /a has a row"},
	} {
		err := rows.covers(c.names)
		if (err == nil) != (c.want == "") || (err != nil && !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%v: %v, want %q", c.names, err, c.want)
		}
	}
}

func TestARefusalSaysWhyAndWhat(t *testing.T) {
	for _, c := range []struct {
		viewer *models.Viewer
		kind   error
		want   string
	}{
		{nil, ErrUnauthenticated, "nobody is signed in: Mutation.inviteUser is for those who are"},
		{&models.Viewer{Role: models.RoleFinance}, ErrForbidden, "forbidden: Mutation.inviteUser is not for the role FINANCE"},
	} {
		err := Check(With(t.Context(), c.viewer), "Mutation.inviteUser")
		if !errors.Is(err, c.kind) || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	if err := Check(With(t.Context(), &models.Viewer{Role: models.RoleAdmin}), "Mutation.inviteUser"); err != nil {
		t.Error(err)
	}
}

func TestRoutesAskTheSameTable(t *testing.T) {
	handler := Require("GET /exports/{id}", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(200) }))
	for role, want := range map[models.Role]int{
		models.RoleAdmin: 200, models.RoleFinance: 200, models.RoleReadOnly: 200, models.RolePartner: 403, "": 401,
	} {
		request := httptest.NewRequestWithContext(t.Context(), "GET", "/exports/1", nil)
		if role != "" {
			request = request.WithContext(With(t.Context(), &models.Viewer{Role: role}))
		}
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		asked := response.Header().Get("WWW-Authenticate") == Challenge
		if response.Code != want || asked != (want == 401) {
			t.Errorf("%s: %d %s", role, response.Code, response.Body)
		}
	}
}

func TestTheViewerOfAContext(t *testing.T) {
	viewer := &models.Viewer{Role: models.RoleAdmin}
	if got := ViewerOf(With(t.Context(), viewer)); got != viewer {
		t.Errorf("%v", got)
	}
	if got := ViewerOf(t.Context()); got != nil {
		t.Errorf("somebody asks where nobody does: %v", got)
	}
}
