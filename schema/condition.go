package schema

import "slices"

// Condition makes fields required, or lets only one of some stand, where Field has the
// value Is, unless the field Unless is there and has one of the values Has (any, where
// there are none).
type Condition struct {
	Field, Is string
	Unless    string
	Has       []string
	Required  []string
	NotAll    []string // may stand together
}

// Holds tells whether the condition holds. value gives what stands
// in a field.
func (c Condition) Holds(value func(field string) (v string, given bool)) bool {
	if v, given := value(c.Field); !given || v != c.Is {
		return false
	}
	v, given := value(c.Unless)
	return !given || len(c.Has) > 0 && !slices.Contains(c.Has, v)
}
