// Package partners finds, creates and changes referral partners.
//
// What always holds:
//
//   - A code belongs to one partner, in any case.
//   - Nobody is their own parent, however many steps up: climbing from child to parent ends.
//   - Whoever changes partners does it alone (see lock), so what was checked still holds when it is written.
package partners
