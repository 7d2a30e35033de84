package auth

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"
	"math/big"
	"regexp"
	"strings"
)

// The prefixes let people, and programs that look for leaked secrets, see what a token is for.
const (
	tokenPrefix        = "pl_"
	partnerTokenPrefix = "plp_"
)

// tokenFormat is a prefix, 256 random bits in base64url, and six digits of base 62 that check both.
var tokenFormat = regexp.MustCompile(`^[a-z]+_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}$`)

const checkDigits = 6

// newToken returns 256 random bits, so written. Nobody can try out that many, so a fast hash without salt keeps them
// safe.
func newToken(prefix string) string {
	bits := make([]byte, 32)
	_, _ = rand.Read(bits) // never fails, says its documentation
	token := prefix + base64.RawURLEncoding.EncodeToString(bits)
	return token + checksum(token)
}

// checksum is the CRC-32 of what stands before it: it tells a typo, and a scanner's chance find, without a database.
func checksum(text string) string {
	digits := big.NewInt(int64(crc32.ChecksumIEEE([]byte(text)))).Text(62)
	return strings.Repeat("0", checkDigits-len(digits)) + digits
}

// wellFormed tells whether a text can be a token of ours of one of these kinds.
func wellFormed(token string, prefixes ...string) bool {
	if !tokenFormat.MatchString(token) {
		return false
	}
	text, check := token[:len(token)-checkDigits], token[len(token)-checkDigits:]
	for _, prefix := range prefixes {
		if strings.HasPrefix(text, prefix) && len(text) == len(prefix)+43 {
			return checksum(text) == check
		}
	}
	return false
}

// hint is how a token begins: enough to tell it from others, too little to guess the rest.
func hint(token string) string {
	prefix, _, _ := strings.Cut(token, "_")
	return token[:len(prefix)+5]
}

func hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
