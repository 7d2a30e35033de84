package models

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Parameters are those of the address of a file, each there once or not at all.
type Parameters map[string]string

// ReadParameters reads them. One that isn't known is refused: a file must not have more than was asked for.
func ReadParameters(values url.Values, known ...string) (Parameters, error) {
	given := Parameters{}
	for name, value := range values {
		switch {
		case !slices.Contains(known, name):
			last := len(known) - 1
			return nil, Invalid([]string{name}, "there is no such parameter, only %s and %s", strings.Join(known[:last], ", "), known[last])
		case len(value) != 1:
			return nil, Invalid([]string{name}, "it is there more than once")
		}
		given[name] = value[0]
	}
	return given, nil
}

// Text returns one of them, nil where it isn't given.
func (p Parameters) Text(name string) *string {
	text, ok := p[name]
	if !ok {
		return nil
	}
	return &text
}

// ID returns one that is an id, nil where it isn't given.
func (p Parameters) ID(name string) (*int64, error) {
	text, ok := p[name]
	if !ok {
		return nil, nil
	}
	id, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return nil, Invalid([]string{name}, "that is not an id")
	}
	return &id, nil
}

// Period returns the days from start to end, nil where neither is given.
func (p Parameters) Period() (*Period, error) {
	start, end := p.Text("start"), p.Text("end")
	if start == nil && end == nil {
		return nil, nil
	}
	if start == nil || end == nil {
		return nil, Invalid(nil, "give both start and end, or neither")
	}
	var days Period
	var err error
	if days.Start, err = ParseDate(*start); err != nil {
		return nil, err
	}
	days.End, err = ParseDate(*end)
	return &days, err
}
