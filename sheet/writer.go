package sheet

import (
	"bufio"
	"encoding/csv"
	"io"
)

// byteOrderMark tells Excel that the file is UTF-8; without it, it reads letters by the machine's code page.
const byteOrderMark = "\ufeff"

// Writer writes the rows of one file. What it writes may stay in its buffer until Flush.
type Writer struct{ rows *csv.Writer }

// NewWriter begins a file whose columns have these names. What goes wrong is told by Flush.
func NewWriter(w io.Writer, header ...string) *Writer {
	buffer := bufio.NewWriter(w)
	_, _ = buffer.WriteString(byteOrderMark)
	file := &Writer{csv.NewWriter(buffer)}
	file.rows.UseCRLF = true
	_ = file.rows.Write(header)
	return file
}

// Write adds a row. Cells of text must have passed Text; numbers and dates stay as they are.
func (w *Writer) Write(cells ...string) error { return w.rows.Write(cells) }

// Flush sends what is written, and tells whether all was well.
func (w *Writer) Flush() error {
	w.rows.Flush()
	return w.rows.Error()
}
