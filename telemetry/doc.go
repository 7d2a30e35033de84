// Package telemetry lets those who run the server see what it does: an id for every request, in its log lines and its
// answer, and OpenTelemetry traces.
//
// What always holds:
//
//   - What leaves the server in a trace is of the few attributes that exported names: none holds a secret, an address, or
//     anything that a client has chosen.
//   - Without an address to send traces to, nothing is sent anywhere.
package telemetry
