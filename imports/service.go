package imports

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"gorm.io/gorm"

	"partnerledger/commissions"
	"partnerledger/models"
	"partnerledger/partners"
)

// Service records files.
type Service struct {
	*models.Business
	Partners    *partners.Service
	Commissions *commissions.Service
	// History is called before many entries of months that are over are recorded, with the first day of them; done
	// when they all are, in the same transaction. The ledger then carries them forward at once. It may be nil.
	History func(tx *gorm.DB, from models.Date) (done func() error, err error)
	// Alone waits until nobody else records in the ledger, and keeps it so until the transaction ends; nil where History is.
	Alone func(tx *gorm.DB) error

	turn models.Turn
}

// Kind is what a file is of.
type Kind string

const (
	Partners Kind = "partners"
	Orders   Kind = "orders"
	Refunds  Kind = "refunds"
)

// Kinds are all the kinds there are.
var Kinds = []Kind{Partners, Orders, Refunds}

// Options say how a file is recorded.
type Options struct {
	SkipInvalid bool // record the good rows of a file that has wrong ones
	DryRun      bool // record nothing, report the same
	// Progress, if not nil, is called now and then with what is being done and how many rows are done; total is 0
	// as long as it isn't known.
	Progress func(doing string, done, total int)
}

// ErrRefused says that nothing was recorded because of the problems in the report.
var ErrRefused = errors.New("nothing was recorded: the file has problems")

// errDiscard rolls a transaction back that did all it should: a dry run, or a file that is refused.
var errDiscard = errors.New("not to be kept")

// Import records a file. The report is complete also where the file was refused, with ErrRefused. Other errors are
// faults, not the file's; nothing is recorded then.
func (s *Service) Import(ctx context.Context, kind Kind, r io.Reader, o Options) (*Report, error) {
	f, known := formats[kind]
	if !known {
		return nil, fmt.Errorf("there are no files of %q, only of %v", kind, Kinds)
	}
	giveBack, err := s.turn.Take(ctx)
	if err != nil {
		return nil, err
	}
	defer giveBack()
	run := &run{Service: s, Options: o, report: &Report{Kind: kind, DryRun: o.DryRun}}
	digest := sha256.New()
	err = s.Commissions.Write(ctx, func(tx *gorm.DB) error {
		if err := run.file(tx, f, io.TeeReader(r, digest)); err != nil {
			return err
		}
		if run.refused() || o.DryRun {
			return errDiscard
		}
		return s.record(tx, run.report, digest.Sum(nil))
	})
	if err != nil && !errors.Is(err, errDiscard) {
		return nil, err
	}
	if run.refused() {
		run.report.forget()
		return run.report, ErrRefused
	}
	return run.report, nil
}
