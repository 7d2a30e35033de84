package imports_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestAFaultDoesNotClaimThatNothingWasRecorded: the database may have recorded a file, and not been able to say so any more.
func TestAFaultDoesNotClaimThatNothingWasRecorded(t *testing.T) {
	h := open(t)
	pool, err := h.DB.DB()
	must(t, err)
	must(t, pool.Close())
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/imports/partners", strings.NewReader("code,name\nA,Anna\n"))
	request.SetPathValue("kind", "partners")
	answer := httptest.NewRecorder()
	h.Handler().ServeHTTP(answer, request)
	if answer.Code != http.StatusInternalServerError || !strings.Contains(answer.Body.String(), "may have been recorded") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}
