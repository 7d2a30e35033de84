// Package failpoints lets `make faults` kill a server at the worst of moments, and set its clock. All of that is in
// binaries built with -tags failpoints alone: in every other one its functions do nothing.
//
// The folder that the environment variable FAILPOINTS names says what is to happen. A file of the name of a point kills
// the server, as kill -9 does, when it gets there; it removes the file first, so that of several servers one dies, and
// once. The file "clock" holds how far the clock is off, as Go writes durations.
package failpoints
