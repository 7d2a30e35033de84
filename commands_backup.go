package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"partnerledger/backup"
	"partnerledger/postgres"
)

type backupCommand struct {
	File string `arg:"" help:"The file to make: partnerledger.sql.gz. One that is there already is never overwritten."`
}

// Run writes a backup. It leaves the tables as they are: a backup may well come before a newer program migrates them.
func (b backupCommand) Run(ctx context.Context, c *cli) error {
	a := &app{}
	defer a.close(ctx)
	if _, err := a.locate(ctx, c.config, postgres.JoinEmbedded); err != nil {
		return err
	}
	contents, err := backup.Write(ctx, a.ownerURL, b.File, slog.Default())
	if err == nil {
		fmt.Printf("%s holds %s, and was read back.\n", b.File, describe(contents))
	}
	return err
}

// describe says in a few words what a backup is of.
func describe(c *backup.Contents) string {
	return fmt.Sprintf("%d rows of %d tables as of %s, schema version %d",
		c.Rows(), len(c.Tables), c.TakenAt.Format("2006-01-02 15:04:05 MST"), c.SchemaVersion)
}

type restoreCommand struct {
	File string `arg:"" help:"A file that backup has made."`
}

// Run restores a backup, migrates it to what this program needs, and checks every figure. A file that is no good is
// refused before there is anything of a database.
func (r restoreCommand) Run(ctx context.Context, c *cli) error {
	if _, err := backup.Verify(ctx, r.File); err != nil {
		return err
	}
	restore := func(ownerURL string) error {
		contents, err := backup.Restore(ctx, ownerURL, r.File, slog.Default())
		if err == nil {
			fmt.Printf("Restored %s.\n", describe(contents))
		}
		return err
	}
	a, err := c.openAfter(ctx, postgres.JoinEmbedded, restore)
	if err != nil {
		return err
	}
	defer a.close(ctx)
	return a.report(ctx)
}

// backupConfig sets up the backups that the server takes by itself. Without a folder there are none.
type backupConfig struct {
	BackupDir   string        `env:"BACKUP_DIR" placeholder:"DIR" help:"A folder of its own for backups that the server takes by itself. Servers that share one take turns. Left out: none are taken."`
	BackupEvery time.Duration `env:"BACKUP_EVERY" default:"24h" placeholder:"DURATION" help:"How often a backup is taken (${default})."`
	BackupKeep  int           `env:"BACKUP_KEEP" default:"14" placeholder:"N" help:"How many of the newest backups are kept (${default})."`
}

// schedule returns what takes backups, nil if nobody does.
func (c backupConfig) schedule(a *app) (*backup.Schedule, error) {
	if c.BackupDir == "" {
		return nil, nil
	}
	if c.BackupEvery < time.Minute || c.BackupKeep < 1 {
		return nil, errors.New("BACKUP_EVERY must be a minute or more, and BACKUP_KEEP one or more")
	}
	if err := os.MkdirAll(c.BackupDir, 0o700); err != nil {
		return nil, fmt.Errorf("BACKUP_DIR: %w", err)
	}
	return &backup.Schedule{
		URL: a.ownerURL, Dir: c.BackupDir, Every: c.BackupEvery, Keep: c.BackupKeep, Now: a.Now, Log: slog.Default(),
	}, nil
}

// newestBackup tells a monitor how old the newest backup is; 0 where there is none, or none can be found.
func newestBackup(s *backup.Schedule) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "partnerledger_newest_backup_timestamp_seconds", Help: "When the newest backup in BACKUP_DIR was taken.",
	}, func() float64 {
		newest, err := s.Newest()
		if err != nil || newest.IsZero() {
			return 0
		}
		return float64(newest.Unix())
	})
}
