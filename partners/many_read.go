package partners

import (
	"strings"

	"gorm.io/gorm"

	"partnerledger/models"
)

// fold makes codes equal that differ in case only, as sameCode does: of the letters of ASCII.
func fold(code string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, code)
}

// recorded returns the partners of the records who are there already, by code.
func recorded(tx *gorm.DB, records []Record) (map[string]*models.Partner, error) {
	codes := make(models.Array[string], 0, len(records))
	for _, r := range records {
		if checkCode(r.Code, nil) == nil { // others nobody has, and Postgres may choke on them
			codes = append(codes, fold(r.Code))
		}
	}
	var rows []*models.Partner
	err := tx.Where("lower(code) = ANY(?)", codes).Find(&rows).Error
	found := make(map[string]*models.Partner, len(rows))
	for _, p := range rows {
		found[fold(p.Code)] = p
	}
	return found, err
}

// programsByName returns the programs that the records name, in any case, by the name as given.
func programsByName(tx *gorm.DB, records []Record) (map[string]int64, error) {
	named := map[string]int64{}
	for _, r := range records {
		if r.Program != nil && models.CheckName(*r.Program) == nil {
			named[*r.Program] = 0
		}
	}
	names := make(models.Array[string], 0, len(named))
	for name := range named {
		names = append(names, name)
	}
	var rows []struct {
		Given string
		ID    int64
	}
	// Postgres folds both names: two programs whose names only Go takes for the same are not mixed up.
	err := tx.Raw(`SELECT n.given, p.id FROM unnest(CAST(@names AS text[])) AS n (given)
		JOIN commission_programs p ON lower(p.name) = lower(n.given)`, map[string]any{"names": names}).Scan(&rows).Error
	found := make(map[string]int64, len(rows))
	for _, r := range rows {
		found[r.Given] = r.ID
	}
	return found, err
}
