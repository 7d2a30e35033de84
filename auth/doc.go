// Package auth knows who is asking, and decides what they may do.
//
// What always holds:
//
//   - A token is shown once, when it is made. Only its SHA-256 is kept.
//   - Only a token that is in the database lets anybody in. A fault of the database lets nobody in, and is never told as
//     a wrong token.
//   - What a role may do is written down once, in the table of may.go. Who is not signed in may do nothing.
package auth
