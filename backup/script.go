package backup

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// format is the number of how files are written, which Restore must know.
const format = 1

// Contents is what is in a file.
type Contents struct {
	Header
	Tables []Count
	SHA256 string // of the script without its last line
}

// Header is what a file begins with.
type Header struct {
	Format        int       `json:"format"`
	SchemaVersion int64     `json:"schemaVersion"` // the last migration that the database had seen
	TakenAt       time.Time `json:"takenAt"`
	Postgres      string    `json:"postgres"`
}

// Count is how many rows a table had.
type Count struct {
	Table string
	Rows  int64
}

// Rows is how many there are in all.
func (c *Contents) Rows() (n int64) {
	for _, t := range c.Tables {
		n += t.Rows
	}
	return n
}

// Lines of a script, other than SQL for psql alone.
const (
	headerPrefix = "-- Partner Ledger backup "
	dataBegins   = "-- The rows of every table, those that are referred to first."
	rowsEnd      = `\.`
	dataEnds     = "-- Where the numbering goes on."
	commit       = "COMMIT;"
	sumPrefix    = "-- sha256 "

	beginning = `--
-- partnerledger restore makes a database of it, and so does psql: as the role that shall own the tables, on an empty database,
--   gunzip --stdout FILE | psql --no-psqlrc URL
\set ON_ERROR_STOP on
BEGIN;
SET LOCAL client_encoding = 'UTF8';
`
)

// refuseNewer refuses what this program can't know.
func (h Header) refuseNewer() error {
	newest, err := newestVersion()
	if err == nil && (h.Format > format || h.SchemaVersion > newest) {
		err = fmt.Errorf("schema version %d (format %d) is of a newer Partner Ledger than this one, which knows versions up to %d "+
			"(format %d): use that one", h.SchemaVersion, h.Format, newest, format)
	}
	return err
}

func (h Header) line() (string, error) {
	text, err := json.Marshal(h)
	return headerPrefix + string(text), err
}

func rowsLine(n int64) string { return fmt.Sprintf("-- %d rows", n) }

// numbering says that the numbers up to last are taken.
type numbering struct {
	table, column string
	last          int64
}

func (n numbering) line() string {
	return fmt.Sprintf("SELECT setval(pg_get_serial_sequence('%s', '%s'), %d);", quoted(n.table), n.column, n.last)
}

var numberingLine = regexp.MustCompile(`^SELECT setval\(pg_get_serial_sequence\('"(\w+)"', '(\w+)'\), (\d+)\);$`)

func parseNumbering(line string) (numbering, error) {
	found := numberingLine.FindStringSubmatch(line)
	if found == nil {
		return numbering{}, fmt.Errorf("%q is not where a numbering goes on", line)
	}
	last, err := strconv.ParseInt(found[3], 10, 64)
	return numbering{found[1], found[2], last}, err
}
