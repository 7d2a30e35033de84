package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

// twoServers are two on one database.
func twoServers(t *testing.T) (one, other *product) {
	t.Helper()
	server, _ := pgtest.NewURLs(t)
	return productOn(t, connect(t, server)), productOn(t, connect(t, server))
}

// at is the same browser, or program, at another server.
func (who *person) at(p *product) *person { return &person{p, who.browser, who.token} }

// TestServersHoldNoState: whatever begins at one server goes on at the other, and what ends at one has ended at both.
func TestServersHoldNoState(t *testing.T) {
	one, other := twoServers(t)
	invited := one.do(`mutation { inviteUser(input: {email: "ada@example.com", name: "Ada", role: FINANCE}) { invitationPath } }`, nil)
	ada, secret := one.person(), strings.TrimPrefix(invited["invitationPath"].(string), "/invitation#")
	ada.at(other).wants(`{"data":{"acceptInvitation":{"userErrors":[]}}}`,
		`mutation { acceptInvitation(token: %q, password: "orange-kettle-77-moon") { userErrors { message } } }`, secret)
	for _, p := range []*product{one, other} {
		ada.at(p).wants(`{"data":{"viewer":{"name":"Ada"}}}`, "{ viewer { name } }")
	}
	ada.at(other).wants(`{"data":{"signOut":{"userErrors":[]}}}`, "mutation { signOut { userErrors { message } } }")
	if status, answer := ada.asks(who); status != 401 {
		t.Errorf("signed out at the other server: %d %s", status, answer)
	}

	made := one.do(`mutation { createAccessToken(name: "nightly", role: FINANCE) { token accessToken { id } } }`, nil)
	program := other.person()
	program.token = made["token"].(string)
	program.wants(`{"data":{"viewer":{"name":"nightly"}}}`, "{ viewer { name } }")
	one.do(`mutation($id: ID!) { revokeAccessToken(id: $id) { userErrors { message } } }`, object{"id": made["accessToken"].(object)["id"]})
	if status, _ := program.asks("{ viewer { name } }"); status != 401 {
		t.Errorf("a token that was revoked at the other server is answered %d", status)
	}
}

// TestGuessesAreCountedByAllServers together.
func TestGuessesAreCountedByAllServers(t *testing.T) {
	one, other := twoServers(t)
	for i := range 12 {
		_, answer := []*product{one, other}[i%2].person().asks(`mutation { signIn(email: "ada@example.com", password: "wrong") { userErrors { code } } }`)
		if locked := strings.Contains(answer, "TOO_MANY_ATTEMPTS"); locked != (i >= 10) {
			t.Errorf("guess %d is answered %s", i, answer)
		}
	}
}

// TestFilesAreServedByEveryServer: an export that one has made, byte for byte, and what one has imported.
func TestFilesAreServedByEveryServer(t *testing.T) {
	one, other := twoServers(t)
	for i, file := range []string{
		"code,name\nRP1,Ada\n",
		"order_id,ordered_at,partner_code,customer_id,sku,product,quantity,unit_price,currency\n1,2011-11-05T10:00:00Z,RP1,,A,A,1,10.00,GBP\n",
	} {
		response := []*product{one, other}[i].request(http.MethodPost, []string{"/imports/partners", "/imports/orders"}[i], strings.NewReader(file),
			http.Header{"Authorization": {"Bearer " + one.tokens[models.RoleAdmin]}})
		if response.Body.Close(); response.StatusCode != 200 {
			t.Fatalf("import %d is answered %d", i, response.StatusCode)
		}
	}
	export := one.do(`mutation { exportLedgers(criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { export { id sha256 downloadUrl rowCount } } }`, nil)["export"].(object)
	if !bytes.Equal(one.download(export), other.download(export)) || export["rowCount"] != 1.0 {
		t.Errorf("the files of %v differ", export)
	}
}

// TestOneBatchFromTwoServers: the same batch id at both at once is one batch, another one over the same days pays nobody again.
func TestOneBatchFromTwoServers(t *testing.T) {
	one, other := twoServers(t)
	one.partner("RP1", "Ada")
	one.do(`mutation { recordOrder(input: {orderId: "1", orderedAt: "2011-11-05T10:00:00Z", partnerCode: "RP1", lines: [{sku: "A", unitPrice: "10"}]}) { replayed } }`, nil)
	var calls sync.WaitGroup
	for i := range 8 {
		calls.Go(func() {
			[]*product{one, other}[i%2].send(models.RoleFinance, fmt.Sprintf(`mutation { createReferralPartnerPayments(method: COMMISSION_EARNED,
				batchId: "B%d", date: "2011-12-05", criteria: {period: {start: "2011-11-01", end: "2011-11-30"}}) { userErrors { code } } }`, i/4), nil)
		})
	}
	calls.Wait()
	var paid string
	must(t, one.db.Raw("SELECT concat_ws(' ', count(*), sum(amount)::numeric(9, 2)) FROM payments").Scan(&paid).Error)
	if paid != "1 1.00" {
		t.Errorf("paid is %s", paid)
	}
	one.addsUp()
}
