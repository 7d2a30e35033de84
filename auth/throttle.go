package auth

import (
	"context"
	_ "embed"
	"strings"
	"time"

	"gorm.io/gorm"

	"partnerledger/audit"
	"partnerledger/models"
)

const (
	attemptsPeriod    = 15 * time.Minute
	attemptsAtAccount = 10
	attemptsOfAddress = 50
)

//go:embed throttle.sql
var attemptStatement string

// attempt counts that somebody tries to sign in, before anything else is done, so that guesses sent at once are counted
// as well. Above the limits it is a UserError, whether there is such an account or not.
func (s *Service) attempt(ctx context.Context, email string) error {
	address := visitOf(ctx).address
	var counted struct{ Address, Account int64 }
	err := s.db(ctx).Raw(attemptStatement, map[string]any{
		"now": s.now(), "end": s.now().Add(attemptsPeriod), "limit": attemptsOfAddress,
		"address": addressKey(address), "account": accountKey(email),
	}).Scan(&counted).Error
	if err != nil || (counted.Address <= attemptsOfAddress && counted.Account <= attemptsAtAccount) {
		return err
	}
	if counted.Address == attemptsOfAddress+1 || counted.Account == attemptsAtAccount+1 {
		// Said once: whoever goes on shall not fill the log.
		if err := s.recordRefusal(s.db(ctx), email, "too many attempts"); err != nil {
			return err
		}
	}
	return models.Problem(models.CodeTooManyAttempts, nil, "there were too many attempts; try again in a quarter of an hour")
}

// succeeded forgets the attempts at an account, and this one of the address; others of the address stay, or who has an
// account could guess at others' without end.
func succeeded(tx *gorm.DB, address, email string) error {
	err := tx.Model(&models.SignInAttempts{}).Where("key = ? AND attempts > 0", addressKey(address)).
		UpdateColumn("attempts", gorm.Expr("attempts - 1")).Error
	if err != nil {
		return err
	}
	return tx.Where("key = ?", accountKey(email)).Delete(&models.SignInAttempts{}).Error
}

// The keys are hashes: people type passwords where e-mail addresses belong.

func accountKey(email string) string { return hash("account " + strings.ToLower(email)) }

func addressKey(address string) string { return hash("address " + network(address)) }

// recordRefusal keeps that somebody was not let in.
func (s *Service) recordRefusal(tx *gorm.DB, email, why string) error {
	subject := email
	if checkEmail(email) != nil {
		subject = "what is no e-mail address" // it may be a password
	}
	return audit.Record(tx, s.now(), audit.Event{
		Action: models.ActionSignInRefused, Subject: subject, After: map[string]string{"reason": why},
	})
}
