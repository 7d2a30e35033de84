package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"partnerledger/audit"
	"partnerledger/imports"
	"partnerledger/models"
	"partnerledger/postgres"
)

// cli is the program's commands and flags.
type cli struct {
	config
	Serve       serveCommand   `cmd:"" default:"withargs" help:"Serve the API and the playground (what happens without a command, too)."`
	Migrate     migrateCommand `cmd:"" help:"Bring the tables of the database up to date. Needs their owner; serve does it by itself where it may."`
	Import      importCommand  `cmd:"" help:"Record partners, orders or refunds from a CSV file."`
	Token       tokenCommand   `cmd:"" help:"Tokens let programs in."`
	Check       checkCommand   `cmd:"" help:"Recompute every opening balance and every total from the entries. Exit status 1 where something is off."`
	Backup      backupCommand  `cmd:"" help:"Write all that the database holds into one file, while the server runs. It has hashes of passwords in it."`
	Restore     restoreCommand `cmd:"" help:"Make the database of a backup, in a new DATA_DIR or an empty database. Needs the owner of the tables."`
	CloseMonths closeCommand   `cmd:"" help:"Carry the ledgers forward over the months that are over. The server does it by itself."`
}

// sourceOf says of a command who runs it, and its words: "import orders".
func sourceOf(command *kong.Context) audit.Source {
	source := audit.Source{Actor: "command", Through: "command"}
	if who, err := user.Current(); err == nil {
		source.Actor = who.Username
	}
	var words []string
	for _, part := range command.Path {
		switch {
		case part.Command != nil:
			words = append(words, part.Command.Name)
		case part.Positional != nil && part.Positional.Enum != "":
			words = append(words, part.Positional.Target.String())
		}
	}
	source.Operation = strings.Join(words, " ")
	return source
}

// with runs a command's work on the database, beside a running server or without one.
func (c config) with(ctx context.Context, work func(*app) error) error {
	a, err := c.open(ctx, postgres.JoinEmbedded)
	if err != nil {
		return err
	}
	defer a.close(ctx)
	return work(a)
}

type migrateCommand struct{}

// Run migrates, which opening the database does.
func (migrateCommand) Run(ctx context.Context, c *cli) error {
	return c.with(ctx, func(*app) error {
		fmt.Println("The database is up to date.")
		return nil
	})
}

type importCommand struct {
	Kind        string `arg:"" enum:"partners,orders,refunds" help:"What the file is of: partners, orders or refunds."`
	File        string `arg:"" help:"The CSV file, with the names of its columns in the first row; - is standard input."`
	SkipInvalid bool   `help:"Record the good rows and list the others. Without it a file with a wrong row records nothing."`
	DryRun      bool   `help:"Record nothing, and report what would be."`
}

// Run records a file and reports on standard output. A file that was refused is an error.
func (i importCommand) Run(ctx context.Context, c *cli) error {
	file := io.NopCloser(os.Stdin)
	if i.File != "-" {
		var err error
		if file, err = os.Open(i.File); err != nil {
			return err
		}
	}
	defer file.Close()
	return c.with(ctx, func(a *app) error {
		report, err := a.imports.Import(ctx, imports.Kind(i.Kind), file, imports.Options{
			SkipInvalid: i.SkipInvalid, DryRun: i.DryRun, Progress: progress(os.Stderr),
		})
		if report != nil {
			if _, err := report.WriteTo(os.Stdout); err != nil {
				return err
			}
		}
		return err
	})
}

// progress shows on a terminal how far long work is; elsewhere it would only be noise.
func progress(screen *os.File) func(doing string, done, total int) {
	info, err := screen.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	var last time.Time
	return func(doing string, done, total int) {
		finished := total > 0 && done >= total
		if time.Since(last) < 100*time.Millisecond && !finished {
			return
		}
		last = time.Now()
		line := fmt.Sprintf("%s: %d", doing, done)
		if total > 0 {
			line += fmt.Sprintf(" of %d", total)
		}
		fmt.Fprintf(screen, "\r\033[K%s", line)
		if finished {
			fmt.Fprint(screen, "\r\033[K")
		}
	}
}

type tokenCommand struct {
	Create tokenCreateCommand `cmd:"" help:"Make a token and print it, for the only time."`
}

type tokenCreateCommand struct {
	Role    string        `required:"" enum:"ADMIN,FINANCE,READ_ONLY" help:"What the token may do: ADMIN, FINANCE or READ_ONLY."`
	Name    string        `required:"" help:"What it is for; it stands beside what it records."`
	Expires time.Duration `placeholder:"DURATION" help:"How long it lasts: 720h. Left out: until it is revoked."`
}

// Run prints the token alone, so that a script can take it.
func (t tokenCreateCommand) Run(ctx context.Context, c *cli) error {
	return c.with(ctx, func(a *app) error {
		var end *time.Time
		if t.Expires != 0 {
			end = new(a.Now().Add(t.Expires))
		}
		_, token, err := a.auth.CreateToken(ctx, models.Role(t.Role), t.Name, end)
		if err == nil {
			fmt.Println(token)
		}
		return err
	})
}

type checkCommand struct {
	Resume bool `help:"Let recording go on that the server's check has stopped, whatever is found."`
}

var errDifferences = errors.New("stored figures differ from what the entries say")

// Run lists what is off. All it changes is that this is kept as the last check.
func (k checkCommand) Run(ctx context.Context, c *cli) error {
	return c.with(ctx, func(a *app) error {
		err := a.report(ctx)
		if !k.Resume || err != nil && !errors.Is(err, errDifferences) {
			return err
		}
		if _, failed := a.checks.Resume(ctx); failed != nil {
			return failed
		}
		fmt.Println("Recording goes on.")
		return err
	})
}

// report prints what is off, and keeps it as the last check.
func (a *app) report(ctx context.Context) error {
	began := a.Now()
	differences, err := a.check(ctx)
	if err != nil {
		return err
	}
	for _, d := range differences {
		fmt.Println(d)
	}
	if err := a.checks.Record(ctx, began, differences); err != nil {
		return err
	}
	if len(differences) > 0 {
		return fmt.Errorf("%d of the %w", len(differences), errDifferences)
	}
	fmt.Println("Every opening balance and every total is what the entries say.")
	return nil
}

// check makes every check at once.
func (a *app) check(ctx context.Context) ([]models.Difference, error) { return a.checks.Whole(ctx) }

type closeCommand struct{}

// Run closes the months that are over.
func (closeCommand) Run(ctx context.Context, c *cli) error {
	return c.with(ctx, func(a *app) error {
		n, err := a.ledger.CloseMonths(ctx)
		if err == nil {
			fmt.Printf("%d months closed.\n", n)
		}
		return err
	})
}
