package table

import (
	"bytes"
	"encoding/json"
)

// JSON writes each row as an object with its members in the order of the columns,
// empty ones left out: what Marshal would give of Objects, but row by row.
func (t *Table) JSON() ([]byte, error) {
	b := []byte{'['}
	rows := 0
	for row := range t.Rows {
		if rows > 0 {
			b = append(b, ',')
		}
		rows++
		data, err := json.MarshalIndent(t.object(row), indent, indent)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, '\n'), indent...), data...)
	}
	if rows > 0 {
		b = append(b, '\n')
	}
	return append(b, "]\n"...), nil
}

// Objects gives each row as an object.
func (t *Table) Objects() []Object {
	list := []Object{}
	for row := range t.Rows {
		list = append(list, t.object(row))
	}
	return list
}

func (t *Table) object(row []any) Object {
	var o Object
	for n, value := range row {
		o.Put(t.Columns[n].Name, value)
	}
	return o
}

// Object is a JSON object that keeps the order of its members.
type Object []Member

// Member is a name with its value.
type Member struct {
	Name  string
	Value any
}

// Put adds a member, unless its value is empty.
func (o *Object) Put(name string, value any) {
	if value != nil && value != "" {
		*o = append(*o, Member{name, value})
	}
}

// MarshalJSON writes the members in their order.
func (o Object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for n, m := range o {
		if n > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(m.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.Value)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, name...), ':'), value...)
	}
	return append(b, '}'), nil
}

const indent = "  "

// Marshal writes JSON for people to read. Its <, > and & are escaped, so that it does
// no harm where somebody puts it into a page.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", indent)
	err := e.Encode(v)
	return b.Bytes(), err
}
