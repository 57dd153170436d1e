// Package compiled runs templates of html/template without looking anything up
// while they run: names, fields and types are settled once, when a template is
// compiled for the type of the data that it is given. What is escaped how is
// still html/template's decision, read from the tree that it has made safe; the
// escapers themselves are repeated here, and a test holds them to the originals.
//
// It knows the constructs that the site's templates use, and refuses all others
// when it compiles.
package compiled

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"text/template/parse"
)

// Template draws data of one type.
type Template struct {
	data reflect.Type
	body *block
}

// Compile makes the named template ready for data of the same type as sample,
// which is drawn once, so that html/template settles the escaping. It fails where
// the template has a construct that is not known here, or asks for what the type
// does not have.
func Compile(set *template.Template, name string, sample any) (*Template, error) {
	if err := set.ExecuteTemplate(io.Discard, name, sample); err != nil {
		return nil, err
	}
	c := compiler{set: set, blocks: map[blockKey]*block{}}
	data := reflect.TypeOf(sample)
	body, err := c.template(name, data)
	if err != nil {
		return nil, err
	}
	return &Template{data, body}, nil
}

// Append draws data, of the type that the template was compiled for, and adds it
// to dst.
func (t *Template) Append(dst []byte, data any) ([]byte, error) {
	v := reflect.ValueOf(data)
	if !v.IsValid() || v.Type() != t.data {
		return dst, fmt.Errorf("the template was compiled for %v, not for %T", t.data, data)
	}
	r := &run{out: dst}
	t.body.draw(r, v)
	return r.out, r.err
}

// run is one drawing.
type run struct {
	out  []byte
	vars []reflect.Value
	err  error // the first; what is drawn afterwards does not count
}

var errNil = errors.New("a template asks for a field of nothing")

// step draws a part of a template, for what stands in its dot.
type step func(r *run, dot reflect.Value)

// block is a template for one type of data. It is there before its steps are, so
// that templates may call themselves.
type block struct{ steps []step }

func (b *block) draw(r *run, dot reflect.Value) {
	for _, s := range b.steps {
		s(r, dot)
	}
}

type blockKey struct {
	name string
	data reflect.Type
}

type compiler struct {
	set    *template.Template
	blocks map[blockKey]*block
}

// scope is what is known at a place of a template: the type of its dot, and its
// variables, the innermost last.
type scope struct {
	dot  reflect.Type
	vars []variable
}

type variable struct {
	name string
	typ  reflect.Type
}

func (s scope) with(dot reflect.Type, vars ...variable) scope {
	return scope{dot, append(s.vars[:len(s.vars):len(s.vars)], vars...)}
}

// template is the named template for a type of data. A template sees no
// variables but its own data, so it starts a run of its own for them.
func (c *compiler) template(name string, data reflect.Type) (*block, error) {
	key := blockKey{name, data}
	if known := c.blocks[key]; known != nil {
		return known, nil
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, fmt.Errorf("there is no template %q, or only one for another place than between elements", name)
	}
	b := &block{}
	c.blocks[key] = b
	steps, err := c.list(t.Tree.Root, scope{dot: data})
	if err != nil {
		return nil, fmt.Errorf("template %s: %w", name, err)
	}
	b.steps = steps
	return b, nil
}

func (c *compiler) list(l *parse.ListNode, in scope) ([]step, error) {
	if l == nil {
		return nil, nil
	}
	var steps []step
	for _, n := range l.Nodes {
		s, err := c.node(n, in)
		if err != nil {
			return nil, err
		}
		steps = append(steps, s)
	}
	return steps, nil
}

func (c *compiler) node(n parse.Node, in scope) (step, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(r *run, _ reflect.Value) { r.out = append(r.out, text...) }, nil
	case *parse.ActionNode:
		return c.action(n.Pipe, in)
	case *parse.IfNode:
		return c.branch(n.BranchNode, in)
	case *parse.WithNode:
		return c.with(n.BranchNode, in)
	case *parse.RangeNode:
		return c.each(n.BranchNode, in)
	case *parse.TemplateNode:
		return c.call(n, in)
	}
	return nil, fmt.Errorf("%s: not a construct that is known here", n)
}

// branch is {{if}}.
func (c *compiler) branch(n parse.BranchNode, in scope) (step, error) {
	holds, err := c.condition(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	then, err := c.list(n.List, in)
	if err != nil {
		return nil, err
	}
	otherwise, err := c.list(n.ElseList, in)
	if err != nil {
		return nil, err
	}
	yes, no := &block{then}, &block{otherwise}
	return func(r *run, dot reflect.Value) {
		if holds(r, dot) {
			yes.draw(r, dot)
		} else {
			no.draw(r, dot)
		}
	}, nil
}

func (c *compiler) with(n parse.BranchNode, in scope) (step, error) {
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	if n.ElseList != nil {
		return nil, errors.New("{{with}} has an {{else}}, which is not known here")
	}
	holds, err := truth(v)
	if err != nil {
		return nil, err
	}
	then, err := c.list(n.List, in.with(v.typ))
	if err != nil {
		return nil, err
	}
	body := &block{then}
	return func(r *run, dot reflect.Value) {
		if holds(r, dot) {
			body.draw(r, v.get(r, dot))
		}
	}, nil
}

// each is {{range}} over a slice, with or without variables.
func (c *compiler) each(n parse.BranchNode, in scope) (step, error) {
	over := *n.Pipe
	declared := over.Decl
	over.Decl = nil
	v, err := c.pipe(&over, in)
	if err != nil {
		return nil, err
	}
	if v.typ.Kind() != reflect.Slice || n.ElseList != nil {
		return nil, fmt.Errorf("{{range %s}}: only over a slice, and without {{else}}", n.Pipe)
	}
	var vars []variable
	if len(declared) == 2 {
		vars = []variable{{declared[0].Ident[0], reflect.TypeFor[int]()}, {declared[1].Ident[0], v.typ.Elem()}}
	} else if len(declared) != 0 {
		return nil, fmt.Errorf("{{range %s}}: two variables or none", n.Pipe)
	}
	steps, err := c.list(n.List, in.with(v.typ.Elem(), vars...))
	if err != nil {
		return nil, err
	}
	body := &block{steps}
	return func(r *run, dot reflect.Value) {
		list := v.get(r, dot)
		for i := range list.Len() {
			at := list.Index(i)
			if vars != nil {
				r.vars = append(r.vars, reflect.ValueOf(i), at)
			}
			body.draw(r, at)
			if vars != nil {
				r.vars = r.vars[:len(r.vars)-2]
			}
		}
	}, nil
}

// call is {{template}}.
func (c *compiler) call(n *parse.TemplateNode, in scope) (step, error) {
	if n.Pipe == nil {
		return nil, fmt.Errorf("{{template %q}} is given no data", n.Name)
	}
	v, err := c.pipe(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	body, err := c.template(n.Name, v.typ)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) {
		given, outer := v.get(r, dot), r.vars
		r.vars = nil
		body.draw(r, given)
		r.vars = outer
	}, nil
}
