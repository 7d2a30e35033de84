package sheet

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
)

// byteOrderMark tells Excel that the file is UTF-8; without it, it reads letters by the machine's code page.
const byteOrderMark = "\ufeff"

// Writer writes the rows of one file. What it writes may stay in its buffer until Flush.
type Writer struct {
	buffer *bufio.Writer
	rows   *csv.Writer // writes into buffer itself: bufio doesn't buffer twice
}

// NewWriter begins a file whose columns have these names. What goes wrong is told by Flush.
func NewWriter(w io.Writer, header ...string) *Writer {
	buffer := bufio.NewWriter(w)
	_, _ = buffer.WriteString(byteOrderMark)
	file := &Writer{buffer, csv.NewWriter(buffer)}
	file.rows.UseCRLF = true
	_ = file.rows.Write(header)
	return file
}

// Write adds a row. Cells of text must have passed Text; numbers and dates stay as they are.
func (w *Writer) Write(cells ...string) error { return w.rows.Write(cells) }

// WriteJoined adds a row of texts, which need not have passed Text, and behind them of numbers and dates that are joined by
// commas already.
func (w *Writer) WriteJoined(numbers string, texts ...string) error {
	if !nearlyPlain(texts) {
		cells := make([]string, len(texts))
		for i, text := range texts {
			cells[i] = Text(text)
		}
		return w.Write(append(cells, strings.Split(numbers, ",")...)...)
	}
	for _, text := range texts {
		quoted := strings.Contains(text, ",")
		if quoted {
			_ = w.buffer.WriteByte('"')
		}
		_, _ = w.buffer.WriteString(text)
		if quoted {
			_ = w.buffer.WriteByte('"')
		}
		_ = w.buffer.WriteByte(',')
	}
	_, _ = w.buffer.WriteString(numbers)
	_, err := w.buffer.WriteString("\r\n")
	return err
}

// nearlyPlain tells of texts that Text doesn't change them, and CSV puts quotes around a comma at most.
func nearlyPlain(texts []string) bool {
	for _, text := range texts {
		if !beginsPlainly(text) || strings.ContainsAny(text, "\";\t\r\n") {
			return false
		}
	}
	return true
}

// Flush sends what is written, and tells whether all was well.
func (w *Writer) Flush() error {
	w.rows.Flush()
	return w.rows.Error()
}
