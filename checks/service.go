package checks

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

// Service makes checks.
type Service struct {
	*models.Business
	DB     *gorm.DB
	Checks []models.Check
	Every  time.Duration // from the start of one to that of the next; 0 is never
	Stop   bool          // recording, as soon as there is a difference

	size int // of the next slice, in keys
	step int // whose keys they are
}

// Whole makes every check at once and returns what differs: nothing, if all is well. It changes nothing.
func (s *Service) Whole(ctx context.Context) ([]models.Difference, error) {
	return models.FindDifferences(ctx, s.DB, s.Checks)
}

// Run makes checks until ctx ends.
func (s *Service) Run(ctx context.Context) {
	ctx = audit.With(ctx, audit.Source{Actor: "the server", Through: "the server", Operation: "check"})
	for {
		begin, wait := time.Now(), time.Minute
		more, err := s.Slice(ctx)
		switch {
		case err != nil && ctx.Err() == nil:
			slog.ErrorContext(ctx, "check", "error", err) // the same slice comes again
		case more:
			wait = max(50*time.Millisecond, 4*time.Since(begin))
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
	}
}
