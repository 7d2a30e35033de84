// Package audit keeps who did what: who, when, from where, through what, by which operation, before and after.
//
// What always holds:
//
//   - An event is written in the transaction of what it tells: neither is there without the other.
//   - What changes nothing, such as the same call again or a refused one, leaves no event.
//   - Nothing changes or deletes an event; the server's role can't.
//   - No password and no token is ever in one.
//   - A file is one event, not one a row. Closing months, which the server does by itself, is none.
package audit
