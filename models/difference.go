package models

import "fmt"

// Difference is a stored figure that isn't what the entries say.
type Difference struct {
	What     string
	Expected string // recomputed
	Found    string // stored
}

func (d Difference) String() string {
	return fmt.Sprintf("%s: expected %s, found %s", d.What, d.Expected, d.Found)
}
