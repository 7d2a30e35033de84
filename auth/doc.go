// Package auth knows people and tokens, tells who is asking, and decides what they may do.
//
// What always holds:
//
//   - A token, an invitation's link and a session's cookie are shown once. Only their SHA-256 is kept; of a password only
//     an Argon2id hash.
//   - Only a session or a token that is in the database and has not ended lets anybody in. A fault of the database lets
//     nobody in, and is never told as a wrong password or token.
//   - Who guesses at passwords is counted before anything is compared, at the account and of the address, in the
//     database: several servers, and fifty guesses at once, get no more. Whether there is such an account shows neither
//     in the answer nor in the work.
//   - Deactivating somebody, another role, another partner, another password: each ends every session there was, at the
//     next request, by the epoch that sessions carry.
//   - The company's own sign-in makes nobody and lets in nobody whose address the provider has not verified. An answer of the
//     provider is good once, soon, and in the browser that asked for it.
//   - Who has just changed something is answered by the primary, at every server. Who is asking, and what they may do, is
//     never looked up on a replica.
//   - There is always an administrator who can sign in.
//   - What changes people or tokens is in the audit log, by the same transaction.
//   - Who may see and do what is written down once, in permissions.txt: a row for every field of the API and every route.
//     What has no row nobody may, and the server doesn't start.
package auth
