package load

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/schema"
)

// holder holds a document against its schema: it finds what is wrong, with its
// place, and gathers the identifiers and references on the way. The JSON Schema
// library has the last word (see gate); it knows no lines, so this comes first.
type holder struct {
	doc.Locator
	partial  bool       // a translation: nothing is required
	textOnly bool       // a translation that may hold identifiers and text alone
	via      *yaml.Node // the alias by which the value was reached, nil for none
	scope    string
	path     string // of the field that is looked at, in dots
	findings []diag.Finding
	bad      map[*yaml.Node]bool // values that cannot be taken
	ids      []model.Identifier
	refs     []model.Reference
	meant    map[*yaml.Node]string // the fields that unknown keys are slips of, "" where none is
	lost     map[string]bool       // kinds of identifiers that could not be taken
	// elsewhere are fields that a mapping lacks since they stand outside it.
	elsewhere []model.Field
}

// newHolder makes a holder for a file; of is the file that it translates, or "".
func newHolder(l doc.Locator, of string, markdown bool) *holder {
	scope := l.Text.Path
	if of != "" {
		scope = of
	}
	return &holder{Locator: l, partial: of != "", textOnly: of != "" && !markdown, scope: "measure:" + scope,
		bad: map[*yaml.Node]bool{}, meant: map[*yaml.Node]string{}, lost: map[string]bool{}}
}

func (h *holder) report(rule string, at diag.Place, message diag.Text, suggestion string) {
	f := diag.New(rule, at, message)
	f.Suggestion = suggestion
	h.findings = append(h.findings, f)
}

func (h *holder) reject(n *yaml.Node, rule string, message diag.Text, suggestion string) {
	h.bad[n] = true
	h.report(rule, h.Place(n), message, suggestion)
}

// value holds one value against its type. name is the field's name, for the
// messages.
func (h *holder) value(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	defer h.loses(n, t)
	if n.Kind == yaml.AliasNode && h.via == nil {
		h.via = n
		defer func() { h.via = nil }()
	}
	switch v.Kind {
	case yaml.MappingNode:
		if variant := t.For("object"); variant != nil {
			h.mapping(n, variant)
			return
		}
	case yaml.SequenceNode:
		if of := t.For("array"); of != nil {
			h.list(n, of, name)
			return
		}
	case yaml.ScalarNode:
		if doc.IsEmpty(n) {
			h.reject(n, "missing-field", emptyMessage(name), "")
			return
		}
		if variant := scalarVariant(t); variant != nil {
			h.scalar(n, variant, name)
			return
		}
	}
	h.reject(n, "wrong-type", wrongType(name, t, n), "")
}

func scalarVariant(t *schema.Type) *schema.Type {
	for _, jsonType := range []string{"string", "number", "integer", "boolean"} {
		if v := t.For(jsonType); v != nil {
			return v
		}
	}
	return nil
}

func (h *holder) list(n *yaml.Node, t *schema.Type, name string) {
	for _, item := range doc.Target(n).Content {
		if doc.IsEmpty(item) && doc.Target(item).Kind == yaml.ScalarNode {
			h.reject(item, "missing-field", diag.Say(
				"Listan %s har en tom rad. Fyll i den eller ta bort den.",
				"The list %s has an empty item. Fill it in or remove it.", name), "")
			continue
		}
		h.value(item, t.Items, name)
	}
}

func (h *holder) scalar(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	if rule, message := h.escapedTrouble(v); rule != "" {
		h.reject(n, rule, message, "")
		return
	}
	if !plainTag[v.Tag] {
		h.reject(n, "invalid-value", diag.Say(
			"Märket %s framför värdet går inte att använda. Ta bort det, eller sätt raka citattecken runt hela texten.",
			"The tag %s before the value cannot be used. Remove it, or put straight quotation marks around all of the text.", v.Tag), "")
		return
	}
	switch {
	case t.Format == "date" || t.Format == "partial-date":
		h.date(n, t, name)
	case t.Allows("string"):
		h.text(n, t, name)
	case t.Allows("integer"):
		h.number(n, t, name)
	default:
		h.boolean(n, name)
	}
}

// plainTag are the tags that YAML gives to plain values by itself.
var plainTag = map[string]bool{"!!str": true, "!!int": true, "!!float": true, "!!bool": true, "!!null": true, "!!timestamp": true}

// escapedTrouble finds what a double-quoted text smuggles in by escapes. What stands
// on its lines as it is has been told of.
func (h *holder) escapedTrouble(v *yaml.Node) (rule string, message diag.Text) {
	if v.Style&yaml.DoubleQuotedStyle == 0 {
		return "", diag.Text{}
	}
	for _, c := range v.Value {
		if unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r' {
			return "invalid-utf8", controlMessage(c)
		}
	}
	for line := range strings.Lines(v.Value) {
		for _, i := range reordering(line) {
			c := []rune(line[i:])[0]
			if strings.ContainsRune(h.Text.Src, c) {
				continue
			}
			return "bidirectional-control", bidiMessage(c)
		}
	}
	return "", diag.Text{}
}

func (h *holder) date(n *yaml.Node, t *schema.Type, name string) {
	s := doc.Target(n).Value
	d, ok := model.ParseDate(s)
	if ok && d.Year >= 1000 && (d.Whole() || t.Format == "partial-date") {
		return
	}
	form, formEN := "ÅÅÅÅ-MM-DD", "YYYY-MM-DD"
	if t.Format == "partial-date" {
		form, formEN = "ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD", "YYYY, YYYY-MM or YYYY-MM-DD"
	}
	if message := noSuchDay(s, t.Format); !message.IsZero() {
		h.reject(n, "invalid-date", message, "")
		return
	}
	example := cmp.Or(respelledDate(s), strokeDate(s), plainDate(s, t.Format), "2025-04-03")
	h.reject(n, "invalid-date", diag.Say(
		"”%s” är inte skrivet som ett datum ska vara. Skriv %s som "+form+", till exempel %s",
		"“%s” is not written as a date is. Write %s as "+formEN+", for example %s", clip(s), name, example), respelledDate(s))
}

// otherDate are spellings that can mean one day only: 2025/4/3, 2025.04.03,
// 20250403.
var otherDate = regexp.MustCompile(`^(\d{4})(?:(\d{2})(\d{2})|[-./ ](\d{1,2})[-./ ](\d{1,2}))$`)

// respelledDate guesses the date that was meant, where only one can be.
func respelledDate(s string) string {
	m := otherDate.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return spokenDate(s)
	}
	return existing(m[1], m[2]+m[4], m[3]+m[5])
}

func (h *holder) text(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	if v.Tag == "!!int" || v.Tag == "!!float" || v.Tag == "!!bool" {
		if t.Reference != nil {
			h.reject(n, "wrong-type", diag.Say(
				"Fältet %[1]s ska vara en beteckning, inte bara %[2]s.",
				"The field %[1]s must be an identifier, not just %[2]s.", name, clip(v.Value)), "")
			return
		}
		h.reject(n, "wrong-type", diag.Say(
			"Fältet %[1]s ska vara text. Sätt citattecken runt värdet: \"%[2]s\"",
			"The field %[1]s must be text. Put quotation marks around the value: \"%[2]s\"", name, clip(v.Value)), "")
		return
	}
	s := prose.Composed(v.Value)
	switch {
	case t.Enum != nil:
		h.enum(n, t, name, s)
		return
	case !t.Matches(s):
		h.reject(n, patternRule(t.Format), patternMessage(t.Format, name, s), "")
		return
	}
	if t.Identifier != "" {
		h.identifier(n, t.Identifier, s)
	}
	if t.Reference != nil {
		h.refer(t.Reference, s, h.Place(n))
	}
}

// identifier takes down the name of a thing; in a translation it refers to the
// thing that the original names. What comes in by an alias stands at the alias.
func (h *holder) identifier(n *yaml.Node, kind, id string) {
	if h.partial {
		h.refer([]string{kind}, id, h.Place(n))
		return
	}
	if h.via != nil {
		n = h.via
	}
	h.ids = append(h.ids, model.Identifier{Kind: kind, Scope: h.scopeOf(kind), ID: id, At: h.Place(n)})
}

// refer takes down a reference; of a measure, to one of the same initiative.
func (h *holder) refer(kinds []string, id string, at diag.Place) {
	r := model.Reference{Field: h.path, Kinds: kinds, ID: id, At: at}
	if kinds[0] == "measure" {
		r.Scope = h.scope
	}
	h.refs = append(h.refs, r)
}

// scopeOf tells within which scope an identifier of the kind must be unique.
func (h *holder) scopeOf(kind string) string {
	if kind == "measure" {
		return h.scope
	}
	return model.ScopeOf(kind)
}

func (h *holder) enum(n *yaml.Node, t *schema.Type, name, s string) {
	for _, allowed := range t.Enum {
		if s == allowed {
			return
		}
	}
	values := choices(s, t)
	h.reject(n, "invalid-value", diag.Say(
		"Fältet %[1]s kan inte vara ”%[2]s”. Välj ett av: "+strings.Join(labelled(values, t), ", ")+".",
		"The field %[1]s cannot be “%[2]s”. Choose one of: "+strings.Join(values, ", ")+".", name, clip(s)),
		diag.Nearest(s, t.Enum))
}

// choices lists an enumeration's values, nearest first. Whoever wrote the Swedish
// name instead of the value finds it first.
func choices(s string, t *schema.Type) []string {
	values := diag.ByNearness(s, t.Enum)
	ranks := make(map[string]int, len(values))
	for _, v := range values {
		ranks[v] = rank(s, labelOf(t, v))
	}
	slices.SortStableFunc(values, func(a, b string) int { return ranks[a] - ranks[b] })
	return values
}

// labelled gives an enumeration's values with their Swedish names.
func labelled(values []string, t *schema.Type) []string {
	with := slices.Clone(values)
	for i, v := range values {
		if label := labelOf(t, v); label != "" {
			with[i] = v + " (" + label + ")"
		}
	}
	return with
}

func rank(s, label string) int {
	switch {
	case strings.EqualFold(s, label):
		return 0
	case diag.Nearest(strings.ToLower(s), []string{strings.ToLower(label)}) != "":
		return 1
	}
	return 2
}

var (
	plainInteger = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	plainDecimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
)

func (h *holder) number(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	integer := !t.Allows("number")
	if v.Tag != "!!int" && v.Tag != "!!float" {
		h.reject(n, "wrong-type", wrongType(name, t, n), "")
		return
	}
	if !plainDecimal.MatchString(v.Value) {
		h.reject(n, "invalid-value", diag.Say(
			"Skriv %[1]s med vanliga siffror och punkt som decimaltecken. ”%[2]s” går inte att använda.",
			"Write %[1]s in plain digits with a decimal point. “%[2]s” cannot be used.", name, clip(v.Value)), "")
		return
	}
	if integer && !plainInteger.MatchString(v.Value) {
		h.reject(n, "wrong-type", wrongTypeMessage(name, t), "")
		return
	}
	f, err := strconv.ParseFloat(v.Value, 64)
	if err != nil || t.Min != nil && f < *t.Min || t.Max != nil && f > *t.Max || f > maxNumber || f < -maxNumber {
		h.reject(n, "invalid-value", rangeMessage(name, t), "")
	}
}

// maxNumber is the largest number that every reader of JSON takes exactly (2⁵³).
const maxNumber = 1 << 53

func (h *holder) boolean(n *yaml.Node, name string) {
	if doc.Target(n).Tag != "!!bool" {
		h.reject(n, "wrong-type", notBoolean(name, doc.Target(n).Value), "")
	}
}

// labelOf is what a value of an enumeration is called in Swedish.
func labelOf(t *schema.Type, value string) string {
	label, _ := t.Labels[value].In("sv")
	return label
}
