package postgres

import (
	"database/sql"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
	"gorm.io/plugin/dbresolver"
)

// Replicas are the streaming replicas of a database that are worth reading from: those that answer, and lag by maxLag at
// most. Only statements that ask for them by name, by GORM's dbresolver, are sent there; where there is none
// such, the primary gets them. They confine partners as the primary does.
type Replicas struct {
	primary *sql.DB
	all     []*replica
	maxLag  time.Duration
	seen    []position // where the primary was, oldest first: one older than maxLag, and all since
	log     *slog.Logger
}

// replica is one of them.
type replica struct {
	*sql.DB
	name  string
	until atomic.Int64 // it may be read from until then
}

func (o *replica) good() bool { return time.Now().UnixNano() < o.until.Load() }

// AddReplicas makes db know its replicas by a name. None is read from before Watch has looked at it.
func AddReplicas(db *gorm.DB, name string, urls []string, maxLag time.Duration, log *slog.Logger) (*Replicas, error) {
	primary, err := db.DB()
	if err != nil {
		return nil, err
	}
	r := &Replicas{primary: primary, maxLag: maxLag, log: log}
	var pools []gorm.Dialector
	same := primary.Driver().(*confiner)
	for _, url := range urls {
		config, err := parse(url)
		if err != nil {
			return nil, err
		}
		config.ConnectTimeout = 2 * time.Second // the primary is as good
		one := &replica{
			DB:   newPool(config, poolSize(), same.confinement, same.observer),
			name: fmt.Sprintf("%s:%d", config.Host, config.Port),
		}
		r.all = append(r.all, one)
		pools = append(pools, postgres.New(postgres.Config{Conn: one.DB}))
	}
	// dbresolver asks nobody where there is one only, so the primary stands among them.
	pools = append(pools, postgres.New(postgres.Config{Conn: primary}))
	return r, db.Use(dbresolver.Register(dbresolver.Config{Replicas: pools, Policy: r}, name))
}

// Resolve picks one that is good, and the primary where none is. It is dbresolver's Policy.
func (r *Replicas) Resolve([]gorm.ConnPool) gorm.ConnPool {
	from := rand.IntN(len(r.all))
	for i := range r.all {
		if one := r.all[(from+i)%len(r.all)]; one.good() {
			return one.DB
		}
	}
	return r.primary
}

// Lateness is how old at most something is that a replica shows.
func (r *Replicas) Lateness() time.Duration { return r.maxLag + 2*trusted }

// Good is how many are read from.
func (r *Replicas) Good() (n int) {
	for _, one := range r.all {
		if one.good() {
			n++
		}
	}
	return n
}
