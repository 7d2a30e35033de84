// Package auth knows who is asking, and decides what they may do.
//
// What always holds:
//
//   - A token is shown once, when it is made. Only its SHA-256 is kept.
//   - Only a token that is in the database lets anybody in. A fault of the database lets nobody in, and is never told as
//     a wrong token.
//   - Who may see and do what is written down once, in permissions.txt: a row for every field of the API and every route.
//     What has no row nobody may, and the server doesn't start.
package auth
