package main

import (
	"context"
	"fmt"
	"log/slog"

	"partnerledger/backup"
	"partnerledger/postgres"
)

type backupCommand struct {
	File string `arg:"" help:"The file to make: partnerledger.sql.gz. One that is there already is never overwritten."`
}

// Run writes a backup. It leaves the tables as they are: a backup may well come before a newer program migrates them.
func (b backupCommand) Run(ctx context.Context, c *cli) error {
	a := &app{}
	defer a.close()
	_, ownerURL, err := a.locate(ctx, c.config, postgres.JoinEmbedded)
	if err != nil {
		return err
	}
	contents, err := backup.Write(ctx, ownerURL, b.File, slog.Default())
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
	if _, err := backup.Verify(r.File); err != nil {
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
	defer a.close()
	return a.report(ctx)
}
