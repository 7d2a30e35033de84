package auth

import "github.com/alexedwards/argon2id"

// CountComparisons returns how often passwords are compared from now on: the work that signing in takes.
func (s *Service) CountComparisons() *int {
	n := new(int)
	s.parts().hashing.compare = func(password, hash string) (bool, error) {
		*n++
		return argon2id.ComparePasswordAndHash(password, hash)
	}
	return n
}

// WellFormed and Checksum are the format of tokens.
var (
	WellFormed = wellFormed
	Checksum   = checksum
)
