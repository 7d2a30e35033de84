// Package exports freezes reports as files: for finance to upload to a bank, to write checks from, or to pay from later.
//
// What always holds:
//
//   - An export is the whole report at one moment, read by one statement. Its rows are never changed: entries that arrive
//     later and partners that are renamed show in the next export only.
//   - The file is written from the frozen rows, and has the same bytes at every download: SHA256 is of exactly them.
//   - The sums of its columns are the totals of the report, to the cent.
//   - A file of entries is not kept: it is every entry of some days, in one currency, as they are when it is asked for.
//   - No cell of text can become a formula in a spreadsheet. Numbers stay numbers.
package exports
