package backup

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"strings"
)

// reader reads a script in its order, and is sure of nothing before it has read the end.
type reader struct {
	in  *bufio.Reader
	sum hash.Hash
}

// receiver gets what is in a file, in its order.
type receiver interface {
	begin(Header) error
	// copy reads all rows of a table; statement is the COPY that they stand under.
	copy(statement string, rows io.Reader) (n int64, err error)
	number(numbering) error
}

// Verify reads a file to its end. An error says that it isn't a whole backup, or that ctx has ended.
func Verify(ctx context.Context, path string) (*Contents, error) { return read(ctx, path, nobody{}) }

// read hands all that is in a file to somebody, who must not rely on it before read returns without an error.
func read(ctx context.Context, path string, to receiver) (*Contents, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(bufio.NewReaderSize(untilEnd{ctx, file}, 1<<16))
	if err != nil {
		return nil, fmt.Errorf("%s is not a backup: %w", path, err)
	}
	r := &reader{bufio.NewReaderSize(unpacked, 1<<16), sha256.New()}
	contents, err := r.all(to)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return contents, nil
}

func (r *reader) all(to receiver) (*Contents, error) {
	contents, err := r.header()
	if err != nil {
		return nil, err
	}
	if err := to.begin(contents.Header); err != nil {
		return nil, err
	}
	if err := r.skipTo(dataBegins); err != nil {
		return nil, err
	}
	if err := r.tables(contents, to); err != nil {
		return nil, err
	}
	if err := r.numberings(to); err != nil {
		return nil, err
	}
	contents.SHA256, err = r.end()
	return contents, err
}

var errCut = errors.New("the backup is not whole: it ends in the middle")

// line reads one without what ends it.
func (r *reader) line() (string, error) {
	text, err := r.in.ReadSlice('\n')
	if errors.Is(err, io.EOF) {
		return "", errCut
	}
	if err != nil {
		return "", err
	}
	r.sum.Write(text)
	return string(text[:len(text)-1]), nil
}

func (r *reader) header() (*Contents, error) {
	first, err := r.line()
	text, ours := strings.CutPrefix(first, headerPrefix)
	if err != nil || !ours {
		return nil, errors.Join(errors.New("this is not a backup of Partner Ledger"), err)
	}
	contents := &Contents{}
	if err := json.Unmarshal([]byte(text), &contents.Header); err != nil {
		return nil, fmt.Errorf("the first line of the backup: %w", err)
	}
	return contents, contents.refuseNewer()
}

func (r *reader) skipTo(wanted string) error {
	for {
		line, err := r.line()
		if err != nil || line == wanted {
			return err
		}
	}
}

func (r *reader) tables(contents *Contents, to receiver) error {
	for {
		line, err := r.line()
		if err != nil || line == dataEnds {
			return err
		}
		table, n, err := r.table(line, to)
		if err != nil {
			return err
		}
		contents.Tables = append(contents.Tables, Count{table, n})
	}
}

// table hands over the rows under a COPY.
func (r *reader) table(begin string, to receiver) (name string, n int64, err error) {
	statement, ends := strings.CutSuffix(begin, ";")
	name, _, quoted := strings.Cut(strings.TrimPrefix(statement, `COPY "`), `"`)
	if !ends || !quoted {
		return "", 0, fmt.Errorf("the backup is damaged: no table begins with %q", begin)
	}
	rows := &rowReader{reader: r, lineBegins: true}
	if n, err = to.copy(statement, rows); err != nil {
		return name, n, err
	}
	said, err := r.line()
	if err == nil && (said != rowsLine(n) || n != rows.n) {
		err = fmt.Errorf("the backup is damaged: of %s, %d rows were read, and it says %q", name, n, said)
	}
	return name, n, err
}

func (r *reader) numberings(to receiver) error {
	for {
		line, err := r.line()
		if err != nil || line == commit {
			return err
		}
		n, err := parseNumbering(line)
		if err != nil {
			return fmt.Errorf("the backup is damaged: %w", err)
		}
		if err := to.number(n); err != nil {
			return err
		}
	}
}

// end compares the sum of all with what the last line says.
func (r *reader) end() (string, error) {
	for {
		sum := hex.EncodeToString(r.sum.Sum(nil))
		line, err := r.line()
		if err != nil {
			return "", err
		}
		said, last := strings.CutPrefix(line, sumPrefix)
		if !last {
			continue
		}
		if said != sum {
			return "", errors.New("the backup is damaged: its checksum is another one")
		}
		if _, err := r.in.ReadByte(); !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("the backup is damaged: something follows its end (%w)", err)
		}
		return sum, nil
	}
}

// rowReader reads the rows of one table. Within a row COPY writes no line break, and no line that is rowsEnd.
type rowReader struct {
	*reader
	rest       []byte // of what the buffer holds
	lineBegins bool
	n          int64
	ended      bool
}

// Read fills p as far as it can: who copies sends a message for every call.
func (r *rowReader) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(r.rest) == 0 {
			if err := r.next(); err != nil {
				return n, err
			}
		}
		copied := copy(p[n:], r.rest)
		r.rest = r.rest[copied:]
		n += copied
	}
	return n, nil
}

func (r *rowReader) next() error {
	if r.ended {
		return io.EOF
	}
	piece, err := r.in.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull): // a long row comes in pieces
	case errors.Is(err, io.EOF):
		return errCut
	case err != nil:
		return err
	}
	r.sum.Write(piece)
	whole := piece[len(piece)-1] == '\n'
	if r.lineBegins && whole && bytes.Equal(piece[:len(piece)-1], []byte(rowsEnd)) {
		r.ended = true
		return io.EOF
	}
	if whole {
		r.n++
	}
	r.lineBegins, r.rest = whole, piece
	return nil
}

// untilEnd reads until a context ends.
type untilEnd struct {
	ctx context.Context
	io.Reader
}

func (r untilEnd) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

// nobody receives a file that is only looked at.
type nobody struct{}

func (nobody) begin(Header) error { return nil }

func (nobody) copy(_ string, rows io.Reader) (int64, error) {
	_, err := io.Copy(io.Discard, rows)
	return rows.(*rowReader).n, err
}

func (nobody) number(numbering) error { return nil }
