package main

import (
	"context"
	"embed"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

// sqlOf reads a limit's statements and fills in its constants.
func sqlOf(file string, pairs ...string) string {
	text, err := sqlFiles.ReadFile("sql/" + file + ".sql")
	if err != nil {
		panic(err) // they are part of the program
	}
	return strings.NewReplacer(pairs...).Replace(string(text))
}

// plain is what stands for psql, which a fresh machine hasn't got: a connection that sends statements as they are and takes
// the rows as texts. It saves what psql takes to start and to print, so the limit is a bit harder.
type plain struct{ *pgconn.PgConn }

func (b *bench) plain(ctx context.Context, role, database string) (plain, error) {
	conn, err := pgconn.Connect(ctx, b.address(role, database))
	if err == nil {
		err = conn.Exec(ctx, "SET timezone = 'UTC'").Close()
	}
	return plain{conn}, err
}

// run makes a side of statements whose rows nobody looks at.
func (p plain) run(statements string) side {
	return func(ctx context.Context) error { return p.Exec(ctx, statements).Close() }
}

// rows returns what all the statements answer, a text a row.
func (p plain) rows(ctx context.Context, statements string) ([]string, error) {
	results, err := p.Exec(ctx, statements).ReadAll()
	var found []string
	for _, result := range results {
		for _, row := range result.Rows {
			cells := make([]string, len(row))
			for i, cell := range row {
				cells[i] = string(cell)
			}
			found = append(found, strings.Join(cells, "|"))
		}
	}
	return found, err
}

// period is the days that a report is asked for.
type period struct{ start, end time.Time }

// lastMonth is the last whole month of the data.
func (s spec) lastMonth() period {
	first := time.Date(s.lastDay.Year(), s.lastDay.Month(), 1, 0, 0, 0, 0, time.UTC)
	return period{first.AddDate(0, -1, 0), first.AddDate(0, 0, -1)}
}

// oddDays begin and end within months, three years ago.
func (s spec) oddDays() period {
	year := s.lastDay.Year() - 3
	return period{time.Date(year, time.April, 10, 0, 0, 0, 0, time.UTC), time.Date(year, time.July, 19, 0, 0, 0, 0, time.UTC)}
}

// constants are what a limit's statements need to know of a period.
func (p period) constants() []string {
	behind := p.end.AddDate(0, 0, 1)
	return []string{
		"{start_month}", quoted(p.start.AddDate(0, 0, 1-p.start.Day())), "{end_month}", quoted(behind.AddDate(0, 0, 1-behind.Day())),
		"{start}", quoted(p.start), "{end}", quoted(p.end),
	}
}

// input is the period as the API takes it.
func (p period) input() map[string]string {
	return map[string]string{"start": p.start.Format(time.DateOnly), "end": p.end.Format(time.DateOnly)}
}
