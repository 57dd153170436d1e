package rewrite

import "samsyn/schema"

// order knows the order of fields in a type; where there is none, all are alike.
type order struct{ t *schema.Type }

func (o order) object() *schema.Type {
	if o.t == nil {
		return nil
	}
	return o.t.For("object")
}

// rank is the place of a field; those that the schema does not know come last.
func (o order) rank(name string) int {
	t := o.object()
	if t == nil {
		return 0
	}
	for i := range t.Fields {
		if t.Fields[i].Name == name {
			return i
		}
	}
	return len(t.Fields)
}

func (o order) field(name string) order {
	t := o.object()
	if t == nil {
		return order{}
	}
	if f := t.Field(name); f != nil {
		return order{f.Type}
	}
	return order{t.Extra}
}

func (o order) items() order {
	if o.t == nil {
		return order{}
	}
	if t := o.t.For("array"); t != nil {
		return order{t.Items}
	}
	return order{}
}
