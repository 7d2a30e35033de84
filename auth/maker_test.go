package auth_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"partnerledger/auth"
	"partnerledger/models"
)

// ending is a maker of tokens, who they are in the database, and what ends them.
type ending struct {
	maker *browser
	row   any
	ended map[string]any
	end   func() error
}

func endings(h *house) map[string]ending {
	t := h.t
	bob := h.invite(auth.UserInput{Email: "bob@example.com", Name: "Bob", Role: models.RoleFinance})
	made, secret, err := h.CreateToken(t.Context(), models.RoleFinance, "nightly", nil)
	must(t, err)
	return map[string]ending{
		"a person who is deactivated": {
			h.in(bob.Email, goodPassword), bob,
			map[string]any{"deactivated_at": now},
			func() error { _, err := h.DeactivateUser(t.Context(), bob.ID); return err },
		},
		"a token that is revoked": {
			&browser{h: h, bearer: secret}, made,
			map[string]any{"revoked_at": now},
			func() error { _, err := h.RevokeToken(t.Context(), made.ID); return err },
		},
	}
}

// TestATokenDoesNotOutliveAMakerWhoEndsMeanwhile: whoever ends them waits, and then finds the token.
func TestATokenDoesNotOutliveAMakerWhoEndsMeanwhile(t *testing.T) {
	h := newHouse(t)
	partnerID := newPartner(t, h.Service, "RP1")
	for name, c := range endings(h) {
		t.Run(name, func(t *testing.T) {
			var end sync.WaitGroup
			once := sync.OnceFunc(func() { // when the maker was found good, before the token is kept
				end.Go(func() {
					if err := c.end(); err != nil {
						t.Error(err)
					}
				})
				h.waits(t)
			})
			const hook = "test:end"
			must(t, h.DB.Callback().Create().Before("gorm:create").Register(hook, func(tx *gorm.DB) {
				if tx.Statement.Table == "tokens" {
					once()
				}
			}))
			t.Cleanup(func() { must(t, h.DB.Callback().Create().Remove(hook)) })
			portal := &browser{h: h}
			c.maker.do(func(ctx context.Context) {
				var err error
				_, portal.bearer, err = h.CreatePartnerToken(ctx, partnerID, 900)
				must(t, err)
			})
			end.Wait()
			if portal.viewer() != nil {
				t.Error("the token outlives its maker")
			}
		})
	}
}

// TestWhoHasEndedMeanwhileMakesNoToken, though the request came before.
func TestWhoHasEndedMeanwhileMakesNoToken(t *testing.T) {
	h := newHouse(t)
	partnerID := newPartner(t, h.Service, "RP1")
	for name, c := range endings(h) {
		t.Run(name, func(t *testing.T) {
			tx := h.DB.Begin()
			defer tx.Rollback()
			must(t, tx.Model(c.row).Updates(c.ended).Error)
			made := make(chan error)
			go func() {
				defer close(made)
				c.maker.do(func(ctx context.Context) {
					_, _, err := h.CreatePartnerToken(ctx, partnerID, 900)
					made <- err
				})
			}()
			h.waits(t)
			must(t, tx.Commit().Error)
			if err := <-made; !errors.Is(err, auth.ErrUnauthenticated) {
				t.Errorf("it gets %v", err)
			}
		})
	}
}

// waits returns once somebody waits for somebody else's lock.
func (h *house) waits(t *testing.T) {
	t.Helper()
	for range 500 {
		var waiting bool
		must(t, h.DB.Raw(`SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')`).Scan(&waiting).Error)
		if waiting {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("nobody waits")
}
