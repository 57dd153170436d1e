package load

import (
	"cmp"
	"slices"

	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/schema"
)

// unknown tells of fields that the schema does not know. It gives the required
// fields that they are slips of, and those that are empty since all of them stands
// outside: these are not told as missing too.
func (w *validator) unknown(n *yaml.Node, strangers []int, t *schema.Type) (missed, emptied []string) {
	if len(strangers) == 0 {
		return nil, nil
	}
	all := slices.Collect(doc.Pairs(n))
	for _, i := range strangers {
		p := all[i]
		key := doc.Target(p.Key).Value
		guess := diag.Nearest(key, t.FieldNames())
		w.means(p.Key, guess)
		var stray *advice.Stray
		if guess == "" {
			stray = advice.FindStray(all, i, advice.Visible(key), t, w.bad)
		}
		titled, whole := "", false
		if guess == "" && stray == nil {
			titled, whole = advice.Titled(t, key)
		}
		switch {
		case titled != "":
			w.means(p.Key, titled)
			missed = append(missed, titled)
			w.loseKinds(t.Field(titled).Type)
		case guess != "":
			missed = append(missed, guess)
			w.loseKinds(t.Field(guess).Type)
		case stray != nil:
			w.loseKinds(stray.Of.Field(advice.Visible(key)).Type)
			w.means(p.Key, stray.Path[0])
			w.takeBack(stray)
			if stray.Emptied() {
				emptied = append(emptied, stray.Path[0])
			}
		case doc.Target(p.Value).Kind != yaml.ScalarNode:
			w.loseKinds(t) // it may hold what a field of another name was to hold
		}
		w.report(diag.UnknownField, w.Place(p.Key), advice.Unknown(w.Locator, key, guess, stray, t), cmp.Or(guess, titled))
		w.findings[len(w.findings)-1].Sure = whole
	}
	return missed, emptied
}

// takeBack makes one finding of one mistake: a block does not lack the field that
// stands beside it.
func (w *validator) takeBack(s *advice.Stray) {
	if s.Into == nil {
		return
	}
	name := advice.Visible(doc.Target(s.Field.Key).Value)
	lack := w.lack(s.Into, s.Of, s.Of.Field(name))
	w.findings = slices.DeleteFunc(w.findings, func(f diag.Finding) bool { return f.Same(lack) })
	w.strayed = append(w.strayed, model.Field{Of: w.Place(s.Into), Name: name})
}

// missing tells of required fields that are absent or empty.
func (w *validator) missing(n *yaml.Node, t *schema.Type, given []*yaml.Node, required func(*schema.Field) bool, missed, emptied []string) {
	if w.partial {
		return
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		v := given[i]
		switch {
		case !required(f):
		case v == nil && slices.Contains(missed, f.Name), v != nil && slices.Contains(emptied, f.Name):
		case v == nil:
			w.loseKinds(f.Type)
			w.findings = append(w.findings, w.lack(n, t, f))
		case doc.IsEmpty(v):
			w.loseKinds(f.Type)
			w.reject(v, diag.MissingField, advice.Emptied(w.LineOf(v), v, f.Name, f.Type), "")
		}
	}
	w.exactlyOne(n, t, given)
	for _, c := range holding(t, given) {
		if found := among(n, t, c.NotAll, given); len(found) > 1 && len(found) == len(c.NotAll) {
			w.reject(found[1], diag.InvalidValue, advice.OnlyOneOf(c.NotAll), "")
		}
	}
}

// among are the values of those of some fields that are given, as they stand.
func among(n *yaml.Node, t *schema.Type, names []string, given []*yaml.Node) []*yaml.Node {
	var found []*yaml.Node
	for p := range doc.Pairs(n) {
		name := doc.Target(p.Key).Value
		if i := t.Index(name); i >= 0 && slices.Contains(names, name) && given[i] == p.Value && !doc.IsEmpty(p.Value) {
			found = append(found, p.Value)
		}
	}
	return found
}

// lack is the finding that a mapping lacks a field. It stands where the mapping begins.
func (w *validator) lack(n *yaml.Node, t *schema.Type, f *schema.Field) diag.Finding {
	message, look, add := advice.Lack(w.Locator, n, t, f, w.via != nil)
	lack := diag.New(diag.MissingField, w.Lacking(n), message)
	lack.Look, lack.Add = look, add
	return lack
}

func (w *validator) exactlyOne(n *yaml.Node, t *schema.Type, given []*yaml.Node) {
	if len(t.ExactlyOne) == 0 {
		return
	}
	found := among(n, t, t.ExactlyOne, given)
	switch {
	case len(found) == 1:
	case len(found) == 0:
		w.report(diag.MissingField, w.Lacking(n), advice.OneOf(t.ExactlyOne), "")
	default:
		w.reject(found[1], diag.InvalidValue, advice.OnlyOneOf(t.ExactlyOne), "")
	}
}
