package pdfobj

import "slices"

// Objects gives the object that has a number, nil where there is none.
type Objects func(Ref) any

// maxChain bounds references that point to references.
const maxChain = 32

// Resolve follows references to the object itself. A reference to nothing, or
// one that goes in a circle, is null.
func (o Objects) Resolve(v any) any {
	for range maxChain {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		v = o(r)
	}
	return nil
}

// Dict resolves v to a dictionary, or nil.
func (o Objects) Dict(v any) Dict {
	d, _ := o.Resolve(v).(Dict)
	return d
}

// Array resolves v to an array, or nil.
func (o Objects) Array(v any) Array {
	a, _ := o.Resolve(v).(Array)
	return a
}

// List resolves v to an array, where one thing may stand by itself as well.
func (o Objects) List(v any) Array {
	if a, is := o.Resolve(v).(Array); is {
		return a
	}
	return Array{v}
}

// Stream resolves v to a stream, or nil.
func (o Objects) Stream(v any) *Stream {
	s, _ := o.Resolve(v).(*Stream)
	return s
}

// Text resolves v to a text string, or nothing.
func (o Objects) Text(v any) string {
	s, _ := o.Resolve(v).(Str)
	return s.Text()
}

// mostNodes bounds how much of a page tree is looked at.
const mostNodes = 100_000

// Pages lists the pages of a catalog in reading order, from the page tree (ISO 32000-1,
// 7.7.3). A node that was visited before is passed over.
func (o Objects) Pages(catalog Dict) []Ref {
	var out []Ref
	seen := map[Ref]bool{}
	todo := []any{catalog["Pages"]}
	left := mostNodes
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		r, ok := v.(Ref)
		if !ok || seen[r] {
			continue
		}
		seen[r] = true
		d := o.Dict(r)
		if o.Resolve(d["Type"]) == Name("Page") {
			out = append(out, r)
			continue
		}
		kids := o.Array(d["Kids"])
		kids = kids[:min(len(kids), left)]
		left -= len(kids)
		for _, k := range slices.Backward(kids) {
			todo = append(todo, k)
		}
	}
	return out
}
