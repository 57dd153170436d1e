package sheets

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"samsyn/internal/exchange/grid"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Column is a column with what is known of its field.
type Column struct {
	grid.Column
	Type  *schema.Type // of the field; nil where the column is none
	field []int        // in the model's type of the row
	*offer
}

// offer is what may be chosen in a column.
type offer struct {
	options []grid.Option
	labels  map[string]string          // what a value is called
	values  func() map[string][]string // what is called so, in small letters: only what is typed asks
	names   func() []string            // of the values
}

// Own tells whether the column says whose the row is, rather than something about it.
func (c *Column) Own() bool { return strings.HasPrefix(c.Key, "@") && c.Key != Body }

// columns makes the columns of a kind of sheet.
func (b *Book) columns(k *Kind) ([]*Column, error) {
	s, err := shaped(k)
	if err != nil {
		return nil, err
	}
	fields, err := k.columned()
	if err != nil {
		return nil, err
	}
	var list []*Column
	for _, field := range fields {
		if field == InPlan && b.plan != "" {
			continue
		}
		c, err := b.column(k, field)
		if err != nil {
			return nil, err
		}
		switch {
		case field == On:
			c.field, _, err = fieldOf(s.listed, "date")
		case c.Type != nil:
			c.field, _, err = fieldOf(s.row, field)
		}
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	return list, nil
}

func (b *Book) column(k *Kind, field string) (*Column, error) {
	c := &Column{Column: grid.Column{Key: field, Width: 22}, offer: offered(nil)}
	if strings.HasPrefix(field, "@") {
		b.own(k, c)
		return c, nil
	}
	var err error
	if c.Type, err = schema.Find(k.path(field)); err != nil {
		return nil, err
	}
	c.Heading, c.Help = b.in(text.Label(c.Type.Name.Label)), b.words.Expand(c.Type.Description, b.language)
	if outer, _, nested := strings.Cut(field, "."); nested && outer != "follow_up" && outer != "period" {
		of, err := schema.Find(k.path(outer))
		if err != nil {
			return nil, err
		}
		c.Heading = b.in(text.Label(of.Name.Label)) + ": " + c.Heading
	}
	if c.Required, err = required(k, field); err != nil {
		return nil, err
	}
	b.kind(c)
	c.Width = width(c)
	return c, nil
}

// required tells whether a field must be given wherever the row's thing is.
func required(k *Kind, field string) (bool, error) {
	outer, name := "", field
	if i := strings.LastIndexByte(field, '.'); i >= 0 {
		outer, name = field[:i], field[i+1:]
	}
	path := strings.TrimSuffix(k.path(outer), ".")
	t, err := schema.Find(path)
	if err != nil {
		return false, err
	}
	for _, of := range append([]*schema.Type{t, t.Items, t.Extra}, t.Variants...) {
		if of == nil {
			continue
		}
		if f := of.Field(name); f != nil && f.Required {
			return outer == "" || outer == "follow_up" || outer == "period", nil
		}
	}
	return false, nil
}

// kind finds out what a field's cells hold.
func (b *Book) kind(c *Column) {
	t := c.Type
	listed := t.Items != nil
	if listed {
		t = t.Items
	}
	refers, open := references(t)
	of := t.Scalar()
	switch {
	case refers != nil:
		c.Kind = pick(listed, open)
		b.choose(c, strings.Join(refers, " "), func() []grid.Option { return b.named(refers) })
	case t.Choices() != nil:
		c.Kind = pick(listed, false)
		c.offer = offered(b.enumerated(t))
		c.Options = c.options
	case of != nil && of.IsDate():
		c.Kind = grid.Date
		if listed {
			c.Kind = grid.Dates
		}
	case t.Allows("boolean"):
		c.Kind = grid.YesNo
		c.offer = offered([]grid.Option{{Value: "true", Label: b.say("Ja", "Yes")}, {Value: "false", Label: b.say("Nej", "No")}})
		c.Options = c.options
	case t.Allows("number") || t.Allows("integer"):
		c.Kind = grid.Number
	case long[c.Key]:
		c.Kind = grid.Prose
	}
}

func pick(listed, open bool) grid.Kind {
	switch {
	case listed && open:
		return grid.ManyOpen
	case listed:
		return grid.Many
	case open:
		return grid.Open
	}
	return grid.Choice
}

// references are the kinds of things that a field refers to; open tells whether somebody
// else may be named.
func references(t *schema.Type) (kinds []string, open bool) {
	kinds = t.Reference
	for _, v := range t.Variants {
		if v.Reference != nil {
			kinds = v.Reference
		}
		open = open || v.Allows("object")
	}
	return kinds, open && kinds != nil
}

// enumerated are the values of an enumeration, in their order.
func (b *Book) enumerated(t *schema.Type) []grid.Option {
	values := t.Enum
	if values == nil && t.Scalar() != nil {
		values = t.Scalar().Enum
	}
	var list []grid.Option
	for _, v := range values {
		list = append(list, grid.Option{Value: v, Label: b.in(text.Label(t.Choices()[v]))})
	}
	return list
}

// longest is how much of a thing's name stands in a cell. A cooperation area's is a
// sentence.
const longest = 160

// named are the things of some kinds with their names.
func (b *Book) named(kinds []string) []grid.Option {
	var list []grid.Option
	for _, id := range b.index.Known(kinds...) {
		name := id
		for _, kind := range kinds {
			if full := b.index.Name(kind, id).Full; full != "" {
				name = full
				break
			}
		}
		if area := b.areaOf(id, kinds); area != "" && area != name {
			name = area + ": " + name
		}
		if plan, _, is := strings.Cut(id, "/"); is {
			name += " (" + plan + ")"
		}
		list = append(list, grid.Option{Value: id, Label: cut(strings.Join(strings.Fields(name), " "))})
	}
	return list
}

// areaOf is the title of the area that a sub-goal or cooperation area belongs to.
func (b *Book) areaOf(id string, kinds []string) string {
	for _, kind := range kinds {
		switch kind {
		case "sub-goal":
			if g, is := b.index.SubGoal(id); is {
				return g.Area.Title.V
			}
		case "cooperation-area":
			if c, is := b.index.Cooperation(id); is {
				return c.Area.Title.V
			}
		}
	}
	return ""
}

func cut(s string) string {
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:longest-1]), " ") + "…"
}

// mostOffered is how many choices a drop-down has: nobody looks for one among more.
const mostOffered = 1000

// choose gives a column its choices, which are made once. What is called like another of
// them has its identifier behind its name.
func (b *Book) choose(c *Column, of string, options func() []grid.Option) {
	o, made := b.offers[of]
	if !made {
		o = offered(options())
		b.offers[of] = o
	}
	c.offer = o
	if len(o.options) <= mostOffered {
		c.Options = o.options
	}
}

func offered(options []grid.Option) *offer {
	times, names := map[string]int{}, make([]string, len(options))
	for n, o := range options {
		names[n] = fold(o.Label)
		times[names[n]]++
	}
	of := &offer{options: options, labels: map[string]string{}}
	same := map[string][]string{}
	for n, o := range options {
		if name := names[n]; times[name] > 1 {
			same[name] = append(same[name], o.Value)
			options[n].Label += " [" + o.Value + "]"
		}
		of.labels[o.Value] = options[n].Label
	}
	of.values = sync.OnceValue(func() map[string][]string {
		values := maps.Clone(same)
		for _, o := range options {
			values[fold(o.Label)] = []string{o.Value}
		}
		return values
	})
	of.names = sync.OnceValue(func() []string { return slices.Collect(maps.Keys(of.values())) })
	return of
}

// fold makes two ways of writing a name one.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// own fills in a column that is no field.
func (b *Book) own(k *Kind, c *Column) {
	switch c.Key {
	case Body:
		c.Heading, c.Kind, c.Width = b.say("Beskrivning", "Description"), grid.Prose, 60
		c.Help = b.say("Texten under fälten i filen, i Markdown.", "The text below the fields of the file, in Markdown.")
	case InPlan:
		c.Heading, c.Kind, c.Width = b.in(text.Label{SV: "{Plan}", EN: "{Plan}"}), grid.Choice, 22
		b.choose(c, InPlan, b.plans)
	case Whose:
		c.Kind, c.Width, c.Required = grid.Choice, 34, true
		if k.Schema == "initiative" {
			c.Heading = b.in(text.Label{SV: "{Initiative}", EN: "{Initiative}"})
			b.choose(c, Whose, b.initiatives)
		} else {
			c.Heading = b.in(text.Indicator)
			b.choose(c, "indicator", func() []grid.Option { return b.named([]string{"indicator"}) })
		}
		c.Help = b.say("Vad raden hör till. Välj i listan på en ny rad.", "What the row belongs to. Choose from the list in a new row.")
	case On:
		c.Heading, c.Kind, c.Width, c.Required = b.say("Lägesrapportens datum", "Date of the report"), grid.Date, 14, true
	case Measure:
		c.Heading, c.Kind, c.Width, c.Required = b.say("Mått", "Measure"), grid.Text, 26, true
	}
}

func width(c *Column) float64 {
	switch c.Kind {
	case grid.Date, grid.YesNo, grid.Number:
		return 13
	case grid.Dates:
		return 14
	case grid.Prose:
		return 48
	case grid.Many, grid.ManyOpen:
		return 32
	}
	if c.Key == "title" || c.Key == "name" {
		return 36
	}
	widest := 14
	for _, o := range c.Options {
		widest = max(widest, len([]rune(o.Label))+3)
	}
	if c.Options == nil {
		widest = 24
	}
	return float64(min(widest, 34))
}

// plans are the plans whose initiatives are here.
func (b *Book) plans() []grid.Option {
	var list []grid.Option
	for _, p := range b.source.Content.Plans {
		if !p.Known() {
			list = append(list, grid.Option{Value: p.ID.V, Label: p.Title.V})
		}
	}
	return list
}

// initiatives are those that are here.
func (b *Book) initiatives() []grid.Option {
	var list []grid.Option
	for _, i := range b.ordered() {
		name := cut(strings.Join(strings.Fields(i.Title.V), " "))
		if b.plan == "" {
			name += " (" + i.Plan.ID.V + ")"
		}
		list = append(list, grid.Option{Value: i.FullID(), Label: name})
	}
	return list
}
