// Package failpoints lets `make faults` have a server fail at the worst of moments, and set its clock. All of that is in
// binaries built with -tags failpoints alone: in every other one its functions do nothing.
//
// The folder that the environment variable FAILPOINTS names says what is to happen. A file of the name of a point has its
// effect when the server gets there, which removes the file first, so that it happens once:
//
//	before-commit       kills the server, as kill -9 does, exactly before a transaction that may write commits
//	after-commit        kills it right after that
//	before-answer       kills it when an answer is about to be sent, to who asked for that in the address
//	commit-lost         the connection is lost instead of a commit
//	commit-answer-lost  the connection is lost right after a commit, so that the server can't know of it
//
// The file "clock" holds how far the clock is off, as Go writes durations.
package failpoints
