package postgres

import "testing"

func TestRefuseOld(t *testing.T) {
	for version, refused := range map[int]bool{90624: true, 140018: true, 149999: true, 150000: false, 150012: false, 180004: false} {
		if err := refuseOld(version, "x"); (err != nil) != refused {
			t.Errorf("%d: %v", version, err)
		}
	}
}
