package audit

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"partnerledger/models"
)

// Change is a field of what something was done to, before and after; nil where it wasn't there.
type Change struct {
	Field         string
	Before, After *string
}

// Changes returns the fields that an event has changed, by name. A field within another is told as "rules.level 1".
func Changes(e *models.AuditEvent) ([]*Change, error) {
	before, err := fields(e.Before)
	if err != nil {
		return nil, err
	}
	after, err := fields(e.After)
	if err != nil {
		return nil, err
	}
	names := maps.Clone(before)
	maps.Copy(names, after)
	changes := []*Change{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		was, is := before[name], after[name]
		if (was == nil) != (is == nil) || (was != nil && *was != *is) {
			changes = append(changes, &Change{name, was, is})
		}
	}
	return changes, nil
}

// fields returns the values of an object as texts. Those that are null aren't there.
func fields(object *models.JSON) (map[string]*string, error) {
	found := map[string]*string{}
	if object == nil {
		return found, nil
	}
	return found, collect(found, "", []byte(*object))
}

func collect(into map[string]*string, prefix string, object []byte) error {
	var values map[string]json.RawMessage
	if err := json.Unmarshal(object, &values); err != nil {
		return err
	}
	for name, value := range values {
		if err := collectValue(into, prefix+name, value); err != nil {
			return err
		}
	}
	return nil
}

func collectValue(into map[string]*string, name string, value json.RawMessage) error {
	var text string
	switch {
	case string(value) == "null":
		return nil
	case value[0] == '{':
		return collect(into, name+".", value)
	case value[0] == '"':
		if err := json.Unmarshal(value, &text); err != nil {
			return err
		}
	default:
		var compact bytes.Buffer
		if err := json.Compact(&compact, value); err != nil {
			return err
		}
		text = compact.String()
	}
	into[name] = &text
	return nil
}
