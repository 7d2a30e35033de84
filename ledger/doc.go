// Package ledger answers what each partner is owed: the report, single ledgers and their entries. It also owns the one
// statement through which every entry is recorded, and the opening balances that carry ledgers forward.
//
// What always holds:
//
//   - Entries are only ever added. (partner, source) is unique: recording the same again adds nothing.
//   - An opening balance equals the sum of every entry before its day, at the moment when it can be read. An entry dated
//     in a closed month is added to the later opening balances by the statement that inserts it.
//   - The answer is the same whichever months are closed; a late close makes reports slower, never wrong.
//   - Rows, totals and count of a report are read in one snapshot.
//   - One report has one currency. It shows every partner who is paid in it or has an entry in it.
package ledger
