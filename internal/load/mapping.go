package load

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

func (h *holder) mapping(n *yaml.Node, t *schema.Type) {
	given := h.keys(n)
	if t.Extra != nil {
		h.free(n, t)
		return
	}
	required := required(t, given)
	var strangers []int // their places among the pairs
	i := -1
	for p := range doc.Pairs(n) {
		if i++; h.bad[p.Key] {
			continue
		}
		f := t.Field(doc.Target(p.Key).Value)
		if f == nil {
			strangers = append(strangers, i)
			h.bad[p.Key] = true
			continue
		}
		if h.textOnly && !isText(f.Type) {
			h.reject(p.Key, "unknown-field", diag.Say(
				"Fältet %s hör inte hemma i en översättning, som bara har beteckningar och översatt text. Ta bort det.",
				"The field %s does not belong in a translation, which has identifiers and translated text alone. Remove it.", f.Name), "")
			continue
		}
		h.field(p.Value, f, t, required(f) && !h.partial)
	}
	missed, emptied := h.unknown(n, strangers, t)
	h.missing(n, t, given, required, missed, emptied)
}

// isText tells whether a field holds text to translate, or things that do.
func isText(t *schema.Type) bool {
	if t.Identifier != "" || t.Items != nil && isText(t.Items) {
		return true
	}
	if slices.ContainsFunc(t.Variants, isText) || slices.ContainsFunc(t.Fields, func(f schema.Field) bool { return isText(f.Type) }) {
		return true
	}
	return t.For("string") == t && t.Enum == nil && t.Reference == nil && t.Format == "" && t.Pattern != nil && t.Pattern.String() == `\S`
}

// required tells which fields must be given, as the others stand.
func required(t *schema.Type, given map[string]*yaml.Node) func(*schema.Field) bool {
	var more []string
	value := func(field string) (string, bool) {
		if v := given[field]; v != nil && !doc.IsNull(v) {
			return doc.Target(v).Value, true
		}
		return "", false
	}
	for _, c := range t.Conditions {
		if c.Holds(value) {
			more = append(more, c.Required...)
		}
	}
	return func(f *schema.Field) bool { return f.Required || slices.Contains(more, f.Name) }
}

// lacks tells whether a value that must be given says nothing: null, white space,
// or a list or mapping without anything where one belongs.
func lacks(v *yaml.Node, t *schema.Type) bool {
	return doc.IsEmpty(v) && (doc.Target(v).Kind == yaml.ScalarNode || t.Items != nil || t.For("object") != nil)
}

// keys marks the keys that cannot be taken, and gives the values of the others.
func (h *holder) keys(n *yaml.Node) map[string]*yaml.Node {
	given := make(map[string]*yaml.Node, len(doc.Target(n).Content)/2)
	for p := range doc.Pairs(n) {
		key := doc.Target(p.Key)
		switch {
		case key.Tag == "!!merge":
			h.reject(p.Key, "invalid-value", diag.Say(
				"Det går inte att hämta in fält med <<. Skriv ut fälten i stället.",
				"Fields cannot be merged in with <<. Write them out instead."), "")
		case key.Kind != yaml.ScalarNode:
			h.reject(p.Key, "unknown-field", diag.Say(
				"Här ska det stå ett fältnamn. Ta bort parenteserna.", "A field's name belongs here. Remove the brackets."), "")
		case given[key.Value] != nil:
			h.reject(p.Key, "duplicate-key", diag.Say(
				"Fältet %s står redan högre upp. Behåll det ena.", "The field %s stands further up already. Keep one of them.", clip(key.Value)), "")
		default:
			given[key.Value] = p.Value
		}
	}
	return given
}

func (h *holder) field(v *yaml.Node, f *schema.Field, owner *schema.Type, required bool) {
	above := h.path
	h.path = strings.TrimPrefix(above+"."+f.Name, ".")
	defer func() { h.path = above }()
	if doc.IsNull(v) || required && lacks(v, f.Type) {
		return // told by missing, or absent
	}
	if f.Name == "replaced_by" && owner.ReplacedBy != nil {
		withKinds := *f.Type
		withKinds.Reference = owner.ReplacedBy
		h.value(v, &withKinds, f.Name)
		return
	}
	h.value(v, f.Type, f.Name)
}

// unknown tells of fields that the schema does not know. It gives the required
// fields that they are slips of, and those that are empty since all of them stands
// outside: these are not told as missing too.
func (h *holder) unknown(n *yaml.Node, strangers []int, t *schema.Type) (missed, emptied []string) {
	if len(strangers) == 0 {
		return nil, nil
	}
	all := slices.Collect(doc.Pairs(n))
	for _, i := range strangers {
		p := all[i]
		key := doc.Target(p.Key).Value
		guess := diag.Nearest(key, t.FieldNames())
		h.meant[p.Key] = guess
		var stray *astray
		if guess == "" {
			stray = h.strayed(all, i, visible(key), t)
		}
		switch {
		case guess != "":
			missed = append(missed, guess)
			h.loseKinds(t.Field(guess).Type)
		case stray != nil:
			h.loseKinds(stray.of.Field(visible(key)).Type)
			h.meant[p.Key] = stray.path[0]
			if left := h.takeBack(stray); left != "" {
				emptied = append(emptied, left)
			}
		case doc.Target(p.Value).Kind != yaml.ScalarNode:
			h.loseKinds(t) // it may hold what a field of another name was to hold
		}
		h.report("unknown-field", h.Place(p.Key), h.unknownMessage(key, guess, stray, t), guess)
	}
	return missed, emptied
}

func (h *holder) unknownMessage(key, guess string, stray *astray, t *schema.Type) diag.Text {
	switch f := titled(t, key); {
	case visible(key) != key && (stray != nil || t.Field(visible(key)) != nil):
		return diag.Say(
			"Vid %s står ett hårt eller osynligt mellanslag, som följer med när man klistrar in text. Det räknas inte som indrag. Ta bort det, och skriv vanliga mellanslag om raden ska vara indragen.",
			"There is a no-break or invisible space at %s, which comes with pasted text. It does not indent. Remove it, and type plain spaces if the line is to be indented.", clip(visible(key)))
	case guess != "":
		return diag.Say("Fältet %s finns inte. Menade du %s?", "There is no field %s. Did you mean %s?", clip(key), guess)
	case stray != nil:
		return h.strayMessage(stray)
	case f != nil:
		return diag.Say("Fältet %[1]s finns inte. Det som heter %[2]s på svenska skrivs %[3]s.",
			"There is no field %[1]s. What is called %[2]s in Swedish is written %[3]s.", clip(key), f.Type.Title, f.Name)
	}
	// The fields are the same for many.
	return diag.Say("Fältet %s finns inte här. Möjliga fält: "+strings.Join(t.Titled(), ", ")+".",
		"There is no field %s here. The fields are: "+strings.Join(t.FieldNames(), ", ")+".", clip(key))
}

// missing tells of required fields that are absent or empty.
func (h *holder) missing(n *yaml.Node, t *schema.Type, given map[string]*yaml.Node, required func(*schema.Field) bool, missed, emptied []string) {
	if h.partial {
		return
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		v := given[f.Name]
		switch {
		case !required(f):
		case v == nil && slices.Contains(missed, f.Name), v != nil && slices.Contains(emptied, f.Name):
		case v == nil:
			h.loseKinds(f.Type)
			h.findings = append(h.findings, h.lack(n, t, f))
		case lacks(v, f.Type):
			h.loseKinds(f.Type)
			h.reject(v, "missing-field", h.emptied(v, f.Name, f.Type), "")
		}
	}
	h.exactlyOne(n, t, given)
}

func (h *holder) exactlyOne(n *yaml.Node, t *schema.Type, given map[string]*yaml.Node) {
	if len(t.ExactlyOne) == 0 {
		return
	}
	var found []*yaml.Node
	for p := range doc.Pairs(n) {
		if slices.Contains(t.ExactlyOne, doc.Target(p.Key).Value) && given[doc.Target(p.Key).Value] == p.Value && !doc.IsNull(p.Value) {
			found = append(found, p.Value)
		}
	}
	switch names := strings.Join(t.ExactlyOne, ", "); {
	case len(found) == 1:
	case len(found) == 0:
		h.report("missing-field", h.Lacking(n), diag.Say(
			"Här ska stå ett av fälten %s. Lägg till det som passar.", "One of the fields %s belongs here. Add the one that fits.", names), "")
	default:
		h.reject(found[1], "invalid-value", diag.Say(
			"Bara ett av fälten %s kan stå här. Ta bort det andra.", "Only one of the fields %s can stand here. Remove the other.", names), "")
	}
}

// free holds a mapping whose keys are the editor's own.
func (h *holder) free(n *yaml.Node, t *schema.Type) {
	for p := range doc.Pairs(n) {
		if h.bad[p.Key] {
			continue
		}
		key := doc.Target(p.Key).Value
		if t.KeysRefer != nil {
			h.refer(t.KeysRefer, key, h.Place(p.Key))
		}
		if doc.IsEmpty(p.Value) {
			h.reject(p.Value, "missing-field", emptyMessage(clip(key)), "")
			continue
		}
		h.value(p.Value, t.Extra, clip(key))
	}
}
