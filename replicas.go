package main

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"partnerledger/models"
	"partnerledger/postgres"
)

// replicaConfig names the replicas of the database that reports, ledgers and lists may be read from.
type replicaConfig struct {
	DatabaseReplicaURLs []string      `name:"database-replica-urls" env:"DATABASE_REPLICA_URLS" placeholder:"URL,…" help:"Streaming replicas of DATABASE_URL, which reports, ledgers and lists are read from."`
	DatabaseReplicaLag  time.Duration `env:"DATABASE_REPLICA_LAG" default:"10s" placeholder:"DURATION" help:"How far a replica may lag; one that lags more, or is down, isn't read from (${default})."`
}

// addReplicas makes the services know the replicas.
func (c replicaConfig) addReplicas(a *app) (err error) {
	switch {
	case len(c.DatabaseReplicaURLs) == 0:
		return nil
	case a.embedded != nil:
		return errors.New("DATABASE_REPLICA_URLS: the embedded Postgres has no replicas")
	case c.DatabaseReplicaLag < time.Second:
		return errors.New("DATABASE_REPLICA_LAG must be a second or more")
	}
	a.replicas, err = postgres.AddReplicas(a.db, models.Replicas, c.DatabaseReplicaURLs, c.DatabaseReplicaLag, slog.Default())
	if err != nil {
		return fmt.Errorf("DATABASE_REPLICA_URLS: %w", err)
	}
	a.auth.Lateness = a.replicas.Lateness()
	return nil
}

// goodReplicas tells a monitor how many are read from.
func goodReplicas(r *postgres.Replicas) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "partnerledger_replicas_read_from", Help: "How many replicas answer and lag no more than they may.",
	}, func() float64 { return float64(r.Good()) })
}
