package auth

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"partnerledger/models"
)

// sessionStore keeps sessions in the table sessions. It gets hashes only.
type sessionStore struct{ s *Service }

// FindCtx returns a session that has not ended, and moves its idle end where that is worth a write.
func (st sessionStore) FindCtx(ctx context.Context, hash string) ([]byte, bool, error) {
	now := st.s.now()
	db := st.db(ctx)
	var found []models.Session
	err := db.Where("hash = ? AND idle_until > ?", hash, now).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, false, err
	}
	session := found[0]
	if until := idleUntil(now, session.EndsAt); until.Sub(session.IdleUntil) > sessionStep {
		err = db.Model(&session).Where("idle_until < ?", until).UpdateColumn("idle_until", until).Error
	}
	return session.Data, true, err
}

// CommitCtx keeps a session that ends at the latest at end.
func (st sessionStore) CommitCtx(ctx context.Context, hash string, data []byte, end time.Time) error {
	return st.db(ctx).Clauses(clause.OnConflict{UpdateAll: true, Columns: []clause.Column{{Name: "hash"}}}).
		Create(&models.Session{Hash: hash, Data: data, EndsAt: end, IdleUntil: idleUntil(st.s.now(), end)}).Error
}

// DeleteCtx ends a session.
func (st sessionStore) DeleteCtx(ctx context.Context, hash string) error {
	return st.db(ctx).Where("hash = ?", hash).Delete(&models.Session{}).Error
}

// The manager of sessions wants these to be there, and calls those above.

func (st sessionStore) Find(hash string) ([]byte, bool, error) {
	return st.FindCtx(context.Background(), hash)
}

func (st sessionStore) Commit(hash string, data []byte, end time.Time) error {
	return st.CommitCtx(context.Background(), hash, data, end)
}

func (st sessionStore) Delete(hash string) error { return st.DeleteCtx(context.Background(), hash) }

// idleUntil is when a session that is used now ends unless it is used again.
func idleUntil(now, end time.Time) time.Time {
	if idle := now.Add(sessionIdle); idle.Before(end) {
		return idle
	}
	return end
}

type transactionKey struct{}

// withTransaction returns a context in which sessions are kept in the transaction tx.
func withTransaction(ctx context.Context, tx *gorm.DB) context.Context {
	return context.WithValue(ctx, transactionKey{}, tx)
}

func (st sessionStore) db(ctx context.Context) *gorm.DB {
	if tx, within := ctx.Value(transactionKey{}).(*gorm.DB); within {
		return tx
	}
	return st.s.db(ctx)
}
