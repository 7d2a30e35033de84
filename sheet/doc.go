// Package sheet writes CSV files that people open in spreadsheets: RFC 4180, UTF-8 with a byte order mark, a header row,
// lines that end with CRLF. No text in them can become a formula, see Text.
package sheet
