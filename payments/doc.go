// Package payments records that partners were paid. No money moves here.
//
// What always holds:
//
//   - A payment and its entry are recorded together, a batch is recorded whole or not at all.
//   - Two batches never run at the same time. Orders go on being recorded meanwhile; a batch sees all of an entry or
//     nothing of it.
//   - A batch id, a request id, means one thing for ever: the same call again answers with what it did the first time.
//   - The preview and the batch are one statement, plan.sql.
//   - Nothing is deleted. A void adds entries that reverse the payments'.
package payments
