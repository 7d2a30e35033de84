package models

import (
	"fmt"
	"regexp"

	"github.com/bojanz/currency"
	"github.com/shopspring/decimal"
)

// Currencies and their minor units come from bojanz/currency, which follows ISO 4217 and CLDR.

// IsCurrency tells whether a code is one of ISO 4217.
func IsCurrency(code string) bool { return code != "" && currency.IsValid(code) } // the library takes none for one

// Digits returns how many digits a currency has behind the point: JPY 0, USD 2, KWD 3; two for what isn't a currency.
func Digits(code string) int32 {
	digits, ok := currency.GetDigits(code)
	if !ok {
		return 2
	}
	return int32(digits)
}

// InCurrency rounds an amount to the minor units of its currency (JPY 0, USD 2, KWD 3), half away from zero, and gives
// it that many digits, zeros included.
func InCurrency(amount decimal.Decimal, code string) decimal.Decimal {
	return amount.Round(Digits(code))
}

// CheckAmount returns a problem with an amount that somebody entered: more digits than its currency has.
func CheckAmount(amount decimal.Decimal, code string, field ...string) error {
	if !amount.Equal(InCurrency(amount, code)) {
		return Invalid(field, "%s has more digits than %s has", DecimalString(amount), code)
	}
	return nil
}

// CheckCurrency returns a problem with a currency that somebody named.
func CheckCurrency(code string, field ...string) error {
	if !IsCurrency(code) {
		return Invalid(field, "%s is not a currency code of ISO 4217", quoted(code))
	}
	return nil
}

// The bound on digits keeps arithmetic and answers small whatever is sent; no business has more money.
var decimalFormat = regexp.MustCompile(`^[+-]?[0-9]{1,18}(\.[0-9]{1,10})?$`)

// ParseDecimal reads a plain decimal, at most 18 digits before the point and 10 behind it: no exponent, no separators.
func ParseDecimal(s string) (decimal.Decimal, error) {
	if len(s) > 30 || !decimalFormat.MatchString(s) {
		return decimal.Decimal{}, Invalid(nil, "%s is not a decimal number like \"1234.50\"", quoted(s))
	}
	return decimal.NewFromString(s)
}

// parseSum reads a decimal that may be a sum of many, and so longer than one that a person may enter.
func parseSum(s string) (decimal.Decimal, error) {
	if len(s) > 60 || !sumFormat.MatchString(s) {
		return decimal.Decimal{}, fmt.Errorf("%s is not a decimal number", quoted(s))
	}
	return decimal.NewFromString(s)
}

var sumFormat = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// DecimalString writes a decimal with all the digits that it carries, zeros at the end included.
func DecimalString(d decimal.Decimal) string { return d.StringFixed(max(0, -d.Exponent())) }

// AmountString writes an amount plainly, with the digits of its currency: -12.50.
func AmountString(amount decimal.Decimal, code string) string {
	return DecimalString(InCurrency(amount, code))
}

// quoted shows what somebody entered, cut to a length that a message can bear.
func quoted(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return fmt.Sprintf("%q", s)
}
