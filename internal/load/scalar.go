package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/schema"
)

func (w *validator) scalar(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	if rule, message := w.escapedTrouble(v); rule != (diag.Rule{}) {
		w.reject(n, rule, message, "")
		return
	}
	if !plainTag[v.Tag] {
		w.reject(n, diag.InvalidValue, advice.Tag(v.Tag), "")
		return
	}
	switch {
	case t.IsDate():
		w.date(n, t, name)
	case t.Allows("string"):
		w.text(n, t, name)
	case t.Allows("integer"):
		w.number(n, t, name)
	default:
		w.boolean(n, name)
	}
}

// plainTag are the tags that YAML gives to plain values by itself.
var plainTag = map[string]bool{"!!str": true, "!!int": true, "!!float": true, "!!bool": true, "!!null": true, "!!timestamp": true}

// escapedTrouble finds what a double-quoted text smuggles in by escapes. What stands
// on its lines as it is has been told of.
func (w *validator) escapedTrouble(v *yaml.Node) (rule diag.Rule, message diag.Text) {
	if v.Style&yaml.DoubleQuotedStyle == 0 {
		return diag.Rule{}, diag.Text{}
	}
	for _, c := range v.Value {
		if unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r' {
			return diag.InvalidUTF8, advice.Control(c)
		}
	}
	for line := range strings.Lines(v.Value) {
		for _, i := range reordering(line) {
			c := []rune(line[i:])[0]
			if strings.ContainsRune(w.Text.Src, c) {
				continue
			}
			return diag.BidirectionalControl, advice.Reordering(c)
		}
	}
	return diag.Rule{}, diag.Text{}
}

func (w *validator) date(n *yaml.Node, t *schema.Type, name string) {
	s := doc.Target(n).Value
	d, ok := model.ParseDate(s)
	if ok && d.Year >= 1000 && (d.Whole() || t.Format == "partial-date") {
		return
	}
	message, suggestion := advice.Date(name, s, t.Format)
	w.correct(n, diag.InvalidDate, message, suggestion)
}

func (w *validator) text(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	if v.Tag == "!!int" || v.Tag == "!!float" || v.Tag == "!!bool" {
		if t.Enum != nil {
			message, _ := advice.Enum(name, v.Value, t)
			w.reject(n, diag.WrongType, message, "")
			return
		}
		message, suggestion := advice.NotText(name, v.Value, t)
		w.correct(n, diag.WrongType, message, suggestion)
		return
	}
	s := prose.Composed(v.Value)
	switch {
	case t.Enum != nil:
		w.enum(n, t, name, s)
		return
	case !t.Matches(s):
		message, suggestion := advice.Pattern(t.Format, name, s)
		if !t.Matches(suggestion) {
			suggestion = ""
		}
		w.correct(n, patternRule(t.Format), message, suggestion)
		return
	}
	if t.FreeText() && cutOff(v) {
		w.report(diag.TextCutOff, w.Place(n), advice.CutOff(v.Value, v.LineComment), "")
	}
	if t.Identifier != "" {
		w.identifier(n, t.Identifier, s)
	}
	if t.Reference != nil {
		w.refer(t.Reference, s, w.Place(n))
	}
}

// numbered is a comment that looks like the rest of a text: no space, or a small
// number, follows its sign.
var numbered = regexp.MustCompile(`^#(?:[\pL\pN]| [0-9]{1,2}(?:\s|$))`)

// cutOff tells whether a text goes on in what YAML takes for a comment.
func cutOff(n *yaml.Node) bool {
	return n.Style == 0 && n.LineComment != "" && numbered.MatchString(n.LineComment)
}

// commented tells whether what stands behind an optional field that was left empty looks
// like its text, though YAML takes it for a comment. A date or an address does not begin
// with a #: it was commented out.
func (w *validator) commented(f *schema.Field, v *yaml.Node) bool {
	return f.Type.FreeText() && numbered.MatchString("#"+advice.Hidden(w.LineOf(v), v))
}

func (w *validator) enum(n *yaml.Node, t *schema.Type, name, s string) {
	if slices.Contains(t.Enum, s) {
		return
	}
	message, suggestion := advice.Enum(name, s, t)
	if labelled := advice.Labelled(s, t); labelled != "" {
		w.correct(n, diag.InvalidValue, message, labelled)
		return
	}
	w.reject(n, diag.InvalidValue, message, suggestion)
}

func (w *validator) number(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	integer := !t.Allows("number")
	if v.Tag != "!!int" && v.Tag != "!!float" {
		message, suggestion := advice.WrongType(name, t, n)
		w.correct(n, diag.WrongType, message, suggestion)
		return
	}
	if !doc.IsNumber(v.Value) {
		w.reject(n, diag.InvalidValue, advice.PlainNumber(name, v.Value), "")
		return
	}
	if integer && !doc.IsWhole(v.Value) {
		w.reject(n, diag.WrongType, advice.NotWhole(name, v.Value, t), "")
		return
	}
	low, high := -float64(maxNumber), float64(maxNumber)
	if t.Min != nil {
		low = *t.Min
	}
	if t.Max != nil {
		high = *t.Max
	}
	f, err := strconv.ParseFloat(v.Value, 64)
	if err != nil || f < max(low, -maxNumber) || f > min(high, maxNumber) {
		w.reject(n, diag.InvalidValue, advice.Range(name, low, high), "")
	}
}

// maxNumber is the largest number that every reader of JSON takes exactly (2⁵³).
const maxNumber = 1 << 53

func (w *validator) boolean(n *yaml.Node, name string) {
	if doc.Target(n).Tag != "!!bool" {
		message, suggestion := advice.Boolean(name, doc.Target(n).Value)
		w.correct(n, diag.WrongType, message, suggestion)
	}
}

func patternRule(format string) diag.Rule {
	if format == "identifier" {
		return diag.InvalidID
	}
	return diag.InvalidValue
}

// identifier takes down the name of a thing; in a translation it refers to the
// thing that the original names. What comes in by an alias stands at the alias.
func (w *validator) identifier(n *yaml.Node, kind, id string) {
	if w.partial {
		w.refer([]string{kind}, id, w.Place(n))
		return
	}
	if w.via != nil {
		n = w.via
	}
	w.ids = append(w.ids, model.Identifier{Kind: kind, Scope: w.scopeOf(kind), ID: id, At: w.Place(n)})
}

// refer takes down a reference; of a measure, to one of the same initiative.
func (w *validator) refer(kinds []string, id string, at diag.Place) {
	r := model.Reference{Field: w.path, Kinds: kinds, ID: id, At: at}
	if kinds[0] == "measure" {
		r.Scope = w.scope
	}
	w.refs = append(w.refs, r)
}

// scopeOf tells within which scope an identifier of the kind must be unique.
func (w *validator) scopeOf(kind string) string {
	if kind == "measure" {
		return w.scope
	}
	return model.ScopeOf(kind)
}
