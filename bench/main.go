// Command bench measures Partner Ledger beside the limit of each job: the best that is known to do the same on the same
// database. Every figure that counts is a ratio within this run. See README.md.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
)

// cli is the program's commands and flags.
type cli struct {
	Run     runCommand     `cmd:"" default:"withargs" help:"Measure, print the table and write it as JSON."`
	Handler handlerCommand `cmd:"" hidden:"" help:"The bare handler that some jobs are measured against."`
}

type runCommand struct {
	Size     string        `env:"SIZE" default:"S" enum:"S,M,L" help:"How much data: S (1k partners, 100k entries), M (20k, 2M) or L (100k, 20M) (${default})."`
	Jobs     []string      `env:"JOBS" placeholder:"JOB,…" help:"Which jobs: ${jobs}. Left out: all."`
	Seed     int64         `env:"SEED" default:"1" placeholder:"N" help:"What the data are made from (${default})."`
	Data     string        `name:"data" env:"BENCH_DATA" default:"${data}" placeholder:"DIR" help:"Where the data are kept between runs (${default})."`
	LoadTime time.Duration `env:"LOAD_TIME" placeholder:"DURATION" help:"How long the load lasts after which the server's memory is read: 1h. Left out: a minute, at size S 10 s."`
	Lines    int           `env:"LINES" placeholder:"N" help:"How many lines the file of orders has that is imported. Left out: 10,000, 100,000 or 1,000,000, by size."`
	Server   string        `env:"SERVER" default:"./partnerledger" placeholder:"FILE" help:"The server (${default})."`
	JSON     string        `env:"JSON" placeholder:"FILE" help:"Where the table is written as JSON. Left out: in the data's folder."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var program cli
	command := kong.Parse(&program, kong.Name("bench"), kong.UsageOnError(),
		kong.Description("Measures Partner Ledger beside the limit of each job."),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 110}),
		kong.Vars{"data": defaultFolder(), "jobs": jobNames()})
	command.BindTo(ctx, (*context.Context)(nil))
	command.FatalIfErrorf(command.Run())
}

// Run measures. It fails where it can't; a job that fails, or a goal that isn't met, is a row of the table.
func (r runCommand) Run(ctx context.Context) error {
	chosen, err := chooseJobs(r.Jobs)
	if err != nil {
		return err
	}
	programs := programs{folder: r.Data, server: r.Server, binaries: filepath.Join(r.Data, "programs")}
	of := spec{sizes[r.Size], r.Seed, today()}
	if err := prepare(ctx, programs, of.needed(chosen)...); err != nil {
		return err
	}
	b, err := open(ctx, programs, of)
	if err != nil {
		return err
	}
	defer b.close()
	b.loadTime = r.LoadTime
	if b.loadTime == 0 {
		b.loadTime = b.spec.load
	}
	if r.Lines > 0 {
		b.lines = r.Lines
	}
	file := r.JSON
	if file == "" {
		file = b.folder() + ".json"
	}
	before := readTable(file)
	var found table
	err = b.measure(ctx, chosen, func(t table, rows []row) error {
		if len(t.Rows) == len(rows) {
			t.printHead(os.Stdout)
		}
		for _, row := range rows {
			row.print(os.Stdout, before)
		}
		found = t
		return t.writeJSON(file)
	})
	found.printApart(os.Stdout, before)
	found.printReasons(os.Stdout)
	fmt.Printf("\nIt took %.0f s. The same as JSON: %s\n", found.Seconds, file)
	return err
}
