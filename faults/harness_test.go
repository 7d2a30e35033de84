//go:build unix

package main

import "testing"

// TestSnapshots: a transaction was seen if it had ended before the snapshot was taken.
func TestSnapshots(t *testing.T) {
	s, err := parseSnapshot("10:20:12,15")
	if err != nil {
		t.Fatal(err)
	}
	for transaction, want := range map[uint64]bool{9: true, 10: true, 12: false, 13: true, 15: false, 19: true, 20: false, 21: false} {
		if s.saw(transaction) != want {
			t.Errorf("saw %d: %t", transaction, !want)
		}
	}
	for _, text := range []string{"", "1:2", "a:2:", "1:b:", "1:2:c"} {
		if _, err := parseSnapshot(text); err == nil {
			t.Errorf("%q is a snapshot", text)
		}
	}
}

func TestUnexplainedErrors(t *testing.T) {
	for line, want := range map[string]bool{
		"could not extend file (SQLSTATE 53100)": false, "the database system is starting up (SQLSTATE 57P03)": false,
		"unexpected EOF": false, "SQLSTATE 08006": false, "SQLSTATE 58030": false,
		"deadlock detected (SQLSTATE 40P01)": true, "duplicate key (SQLSTATE 23505)": true, "panic: nil": true,
		"SQLSTATE XX000": true, "SQLSTATE 42P01": true, "SQLSTATE 55000": true, "SQLSTATE 0A000": true,
	} {
		if unexplained.MatchString(line) != want {
			t.Errorf("%s: %t", line, !want)
		}
	}
}
