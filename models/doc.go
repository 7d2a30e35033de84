// Package models holds the words that every part shares: one struct a table, the enums, dates, decimals and the errors
// that are meant for people. It has no rules and imports nothing of ours.
//
// Money is an exact decimal.Decimal that carries the digits of its currency ("150.00" has two), see InCurrency.
// A ledger amount is signed by its effect on what the partner is owed.
package models
