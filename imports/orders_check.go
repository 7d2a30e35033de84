package imports

import (
	"errors"

	"partnerledger/models"
)

// stagedOrder is an order as read back, with those of its lines that are right by themselves.
type stagedOrder struct{ lines []stagedLine }

func (s *stagedOrder) order() *models.Order {
	first := &s.lines[0]
	o := first.order()
	o.PartnerID = *first.PartnerID
	for i := range s.lines {
		o.Lines = append(o.Lines, s.lines[i].line())
	}
	return o
}

// check lists the rows of an order that have no partner, or don't go with its first one, and returns how many they are.
func (f *orderFile) check(s *stagedOrder) (wrong int) {
	first := &s.lines[0]
	for i := range s.lines {
		if err := s.lines[i].check(first); err != nil {
			f.wrong(s.lines[i].Line, err)
			wrong++
		}
	}
	return wrong
}

func (l *stagedLine) check(first *stagedLine) error {
	var problems []error
	differs := func(column string) {
		problems = append(problems, models.Invalid([]string{column},
			"it is another one than on line %d, where order %s begins", first.Line, l.OrderID))
	}
	switch {
	case l.PartnerID == nil:
		problems = append(problems, models.NotFound([]string{"partner_code"}, "there is no partner of the code %s", l.PartnerCode))
	case first.PartnerID != nil && *l.PartnerID != *first.PartnerID:
		differs("partner_code")
	}
	if l.CustomerID != first.CustomerID {
		differs("customer_id")
	}
	if l.CurrencyCode != first.CurrencyCode {
		differs("currency")
	}
	return errors.Join(problems...)
}
