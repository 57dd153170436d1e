package compiled

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// value is an expression of a known type.
type value struct {
	typ reflect.Type
	get func(r *run, dot reflect.Value) reflect.Value
}

// test is a condition.
type test func(r *run, dot reflect.Value) bool

// pipe is a pipeline of one value, without functions.
func (c *compiler) pipe(p *parse.PipeNode, in scope) (value, error) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 || len(p.Cmds[0].Args) != 1 {
		return value{}, fmt.Errorf("{{%s}}: only a single value", p)
	}
	return c.value(p.Cmds[0].Args[0], in)
}

func (c *compiler) value(n parse.Node, in scope) (value, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return value{in.dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}, nil
	case *parse.FieldNode:
		v := value{in.dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}
		return v.fields(n.Ident)
	case *parse.VariableNode:
		for i := len(in.vars) - 1; i >= 0; i-- {
			if in.vars[i].name == n.Ident[0] {
				v := value{in.vars[i].typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[i] }}
				return v.fields(n.Ident[1:])
			}
		}
	}
	return value{}, fmt.Errorf("%s: not a value that is known here", n)
}

// fields is what stands at the end of a chain of fields.
func (v value) fields(names []string) (value, error) {
	for _, name := range names {
		next, err := v.field(name)
		if err != nil {
			return value{}, err
		}
		v = next
	}
	return v, nil
}

func (v value) field(name string) (value, error) {
	typ := v.typ
	pointer := typ.Kind() == reflect.Pointer
	if pointer {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return value{}, fmt.Errorf("%v has no fields, so no %s", v.typ, name)
	}
	f, ok := typ.FieldByName(name)
	if !ok || len(f.Index) != 1 || !f.IsExported() {
		return value{}, fmt.Errorf("%v has no field %s of its own", typ, name)
	}
	i, outer, zero := f.Index[0], v.get, reflect.Zero(f.Type)
	if !pointer {
		return value{f.Type, func(r *run, dot reflect.Value) reflect.Value { return outer(r, dot).Field(i) }}, nil
	}
	return value{f.Type, func(r *run, dot reflect.Value) reflect.Value {
		p := outer(r, dot)
		if p.IsNil() {
			r.err = errNil
			return zero
		}
		return p.Elem().Field(i)
	}}, nil
}

// condition is what {{if}} asks: a value, {{or}} of values, or {{eq}} of a whole
// number and a constant.
func (c *compiler) condition(p *parse.PipeNode, in scope) (test, error) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 {
		return nil, fmt.Errorf("{{if %s}}: only one condition", p)
	}
	args := p.Cmds[0].Args
	if len(args) == 1 {
		v, err := c.value(args[0], in)
		if err != nil {
			return nil, err
		}
		return truth(v)
	}
	f, ok := args[0].(*parse.IdentifierNode)
	if ok && f.Ident == "or" {
		return c.any(args[1:], in)
	}
	if ok && f.Ident == "eq" && len(args) == 3 {
		return c.equal(args[1], args[2], in)
	}
	return nil, fmt.Errorf("{{if %s}}: not a condition that is known here", p)
}

func (c *compiler) any(args []parse.Node, in scope) (test, error) {
	var tests []test
	for _, a := range args {
		v, err := c.value(a, in)
		if err != nil {
			return nil, err
		}
		holds, err := truth(v)
		if err != nil {
			return nil, err
		}
		tests = append(tests, holds)
	}
	return func(r *run, dot reflect.Value) bool {
		for _, holds := range tests {
			if holds(r, dot) {
				return true
			}
		}
		return false
	}, nil
}

func (c *compiler) equal(a, b parse.Node, in scope) (test, error) {
	v, err := c.value(a, in)
	if err != nil {
		return nil, err
	}
	number, ok := b.(*parse.NumberNode)
	if !ok || !number.IsInt || v.typ.Kind() != reflect.Int {
		return nil, fmt.Errorf("eq %s %s: only a whole number and a constant", a, b)
	}
	return func(r *run, dot reflect.Value) bool { return v.get(r, dot).Int() == number.Int64 }, nil
}

// truth is whether a value is more than nothing, as text/template means it.
func truth(v value) (test, error) {
	switch v.typ.Kind() {
	case reflect.Bool:
		return func(r *run, dot reflect.Value) bool { return v.get(r, dot).Bool() }, nil
	case reflect.String, reflect.Slice:
		return func(r *run, dot reflect.Value) bool { return v.get(r, dot).Len() > 0 }, nil
	case reflect.Int:
		return func(r *run, dot reflect.Value) bool { return v.get(r, dot).Int() != 0 }, nil
	case reflect.Pointer:
		return func(r *run, dot reflect.Value) bool { return !v.get(r, dot).IsNil() }, nil
	}
	return nil, fmt.Errorf("no condition can be made of %v", v.typ)
}
