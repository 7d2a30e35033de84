package auth_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"partnerledger/auth"
	"partnerledger/models"
)

// TestUnknownAndKnownPeopleAreAnsweredAlike: the same words after the same work, locked at the same count.
func TestUnknownAndKnownPeopleAreAnsweredAlike(t *testing.T) {
	h := newHouse(t)
	gone := h.invite(auth.UserInput{Email: "gone@example.com", Name: "Gone", Role: models.RoleFinance})
	if _, err := h.DeactivateUser(t.Context(), gone.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.InviteUser(t.Context(), auth.UserInput{Email: "invited@example.com", Name: "Invited", Role: models.RoleFinance}); err != nil {
		t.Fatal(err)
	}
	work := h.CountComparisons()
	answers := map[string]bool{}
	for i, guess := range []struct{ email, password string }{
		{adminEmail, "wrong"},
		{adminEmail, strings.Repeat("x", 1_000_000)},
		{"nobody@example.com", goodPassword},
		{"invited@example.com", ""},
		{gone.Email, goodPassword},
		{"ünknown", ""},
		{"", ""},
		{strings.Repeat("x", 100_000), ""},
	} {
		b := h.browser()
		b.address = fmt.Sprintf("192.0.2.%d:1", i+1)
		var told []string
		for range 12 {
			before := *work
			viewer, err := b.signIn(guess.email, guess.password)
			if viewer != nil || err == nil || b.last != nil {
				t.Fatalf("%.30s gets in", guess.email)
			}
			told = append(told, fmt.Sprintf("%v after %d comparisons", err, *work-before))
		}
		if guess.email != adminEmail || i == 0 { // the second guess at one account finds it locked
			answers[strings.Join(told, "; ")] = true
		}
	}
	if len(answers) != 1 {
		t.Errorf("the answers differ: %v", answers)
	}
}

func TestAnAccountIsLockedForAWhile(t *testing.T) {
	h := newHouse(t)
	b := h.browser()
	work := h.CountComparisons()
	for i := range 12 {
		_, err := b.signIn(strings.ToUpper(adminEmail), "wrong")
		want := models.CodeInvalid
		if i >= 10 {
			want = models.CodeTooManyAttempts
		}
		refused(t, err, want, fmt.Sprintf("guess %d", i))
	}
	_, err := b.signIn(adminEmail, goodPassword)
	refused(t, err, models.CodeTooManyAttempts, "the right password")
	if *work != 10 {
		t.Errorf("%d passwords were compared", *work)
	}
	other := h.browser()
	other.address = "192.0.2.99:1"
	_, err = other.signIn(adminEmail, goodPassword)
	refused(t, err, models.CodeTooManyAttempts, "another address")
	if got := h.events(models.ActionSignInRefused); len(got) != 11 {
		t.Errorf("recorded are %d refusals", len(got))
	}
	h.clock = h.clock.Add(15 * time.Minute)
	h.in(adminEmail, goodPassword)
}

func TestASuccessForgetsTheAccountsGuesses(t *testing.T) {
	h := newHouse(t)
	for range 4 {
		b := h.browser()
		for range 9 {
			_, err := b.signIn(adminEmail, "wrong")
			refused(t, err, models.CodeInvalid, "a guess")
		}
		if _, err := b.signIn(adminEmail, goodPassword); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAnAddressIsLockedForAWhile, even one that signs in between: who has an account may not guess at others'.
func TestAnAddressIsLockedForAWhile(t *testing.T) {
	h := newHouse(t)
	b := h.browser()
	b.address = "[2001:db8::1]:4711"
	for i := range 50 {
		_, err := b.signIn(fmt.Sprintf("person%d@example.com", i), "wrong")
		refused(t, err, models.CodeInvalid, fmt.Sprintf("guess %d", i))
		if i%10 == 9 && i < 49 {
			if _, err := b.signIn(adminEmail, goodPassword); err != nil {
				t.Fatal(err)
			}
		}
	}
	b.address = "[2001:db8::2]:4711" // of the same network
	_, err := b.signIn("another@example.com", "wrong")
	refused(t, err, models.CodeTooManyAttempts, "guess 51")
	b.address = "[2001:db8:0:1::1]:4711"
	if _, err = b.signIn(adminEmail, goodPassword); err != nil {
		t.Errorf("another address: %v", err)
	}
	var kept int64
	if h.DB.Model(&models.SignInAttempts{}).Count(&kept); kept != 52 {
		t.Errorf("%d are counted: a locked address counts at no account", kept)
	}
}

// TestGuessesAtOnceAreCounted: fifty at the same time don't get more tries than one after the other.
func TestGuessesAtOnceAreCounted(t *testing.T) {
	h := newHouse(t)
	var mu sync.Mutex
	codes := map[models.ErrorCode]int{}
	var guesses sync.WaitGroup
	for range 50 {
		guesses.Go(func() {
			request := httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", nil)
			h.Middleware(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				_, err := h.SignIn(r.Context(), adminEmail, "wrong")
				found, _ := models.UserErrors(err)
				mu.Lock()
				defer mu.Unlock()
				if len(found) == 1 {
					codes[found[0].Code]++
				}
			})).ServeHTTP(httptest.NewRecorder(), request)
		})
	}
	guesses.Wait()
	if codes[models.CodeInvalid] != 10 || codes[models.CodeTooManyAttempts] != 40 {
		t.Errorf("answered is %v", codes)
	}
}

func TestGuessesAtTheCurrentPasswordAreCounted(t *testing.T) {
	h := newHouse(t)
	b := h.in(adminEmail, goodPassword)
	for i := range 11 {
		want := models.CodeInvalid
		if i == 10 {
			want = models.CodeTooManyAttempts
		}
		b.do(func(ctx context.Context) {
			refused(t, h.ChangePassword(ctx, "wrong", goodPassword+"2"), want, fmt.Sprintf("guess %d", i))
		})
	}
}

// TestNobodysPasswordIsInTheLogs: people type passwords where e-mail addresses belong.
func TestNobodysPasswordIsInTheLogs(t *testing.T) {
	h := newHouse(t)
	_, err := h.browser().signIn(goodPassword, adminEmail)
	refused(t, err, models.CodeInvalid, "the wrong way round")
	if got := h.events(models.ActionSignInRefused); len(got) != 1 || got[0] != "nobody: what is no e-mail address" {
		t.Errorf("recorded is %v", got)
	}
}
