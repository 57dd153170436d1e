package diff

import (
	"cmp"
	"strings"

	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/text"
)

// names knows what the things of one version are called.
type names struct{ *index.Index }

func namesOf(c *model.Content) names { return names{index.New(c)} }

// called gives what an identifier of a kind names its name, or the identifier where it
// has none. Of a party or body it is the short one.
func (n names) called(kind, id string) string {
	return cmp.Or(canon.Text(n.Name(kind, id).Short), id)
}

func (n names) actor(id model.Ref) value { return n.referred("party", id.V) }

func (n names) wording(id model.Ref) value { return n.referred("cooperation-area", id.V) }

// anyone is an actor of the agreement or somebody named. The raw name is told
// from an identifier by its quotation marks.
func (n names) anyone(a model.Actor) value {
	if a.ID.Given() {
		return n.actor(a.ID)
	}
	s := canon.Text(a.Name.V)
	return value{`"` + s + `"`, same(s)}
}

// referred is what an identifier of a kind leads to. A sub-goal and a cooperation area are
// quoted, an initiative has its plan: ”Språkvän (Handlingsplan 2024)”.
func (n names) referred(kind, id string) value {
	s := n.called(kind, id)
	switch kind {
	case "cooperation-area", "sub-goal":
		return value{id, quote(s)}
	case "initiative":
		if plan, _, ok := strings.Cut(id, "/"); ok && n.Name("plan", plan).Full != "" {
			s += " (" + n.called("plan", plan) + ")"
		}
	}
	return value{id, same(s)}
}

func each[T any](all []T, say func(T) value) []value {
	list := make([]value, len(all))
	for i, v := range all {
		list[i] = say(v)
	}
	return list
}

// number words: up to twelve as words, as one writes them.
var (
	numeralsSV = []string{"Ingen", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"}
	numeralsEN = []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}
)

// counted says how many initiatives there are and what they do: ”Tre insatser
// hör till samverkansområdet.”
func (t *taker) counted(n int, verbSV, verbEN, verbsEN string) diag.Text {
	if n == 0 {
		return diag.Text{}
	}
	sv, en := text.FormatNumber(float64(n), "sv"), text.FormatNumber(float64(n), "en")
	if n < len(numeralsSV) {
		sv, en = numeralsSV[n], numeralsEN[n]
	}
	if n == 1 {
		return expanded(t.words, diag.Text{SV: "{initiative:En|Ett} {initiative} " + verbSV + ".", EN: en + " {initiative} " + verbEN + "."})
	}
	return expanded(t.words, diag.Text{SV: sv + " {initiatives} " + verbSV + ".", EN: en + " {initiatives} " + verbsEN + "."})
}

// plainText is a text's words, and where its links and pictures lead if that is asked for.
func plainText(d *prose.Doc, addresses bool) string {
	var b strings.Builder
	leads := func(target string) {
		if addresses {
			b.WriteString(" (" + target + ")")
		}
	}
	var inline func([]prose.Inline)
	inline = func(list []prose.Inline) {
		for _, in := range list {
			switch in := in.(type) {
			case *prose.Emphasis:
				inline(in.Inlines)
			case *prose.Link:
				inline(in.Inlines)
				leads(in.Target)
			case *prose.Image:
				b.WriteString(in.Alt)
				leads(in.Target)
			default:
				b.WriteString(prose.Plain([]prose.Inline{in}))
			}
		}
		b.WriteByte(' ')
	}
	d.Walk(func(block prose.Block) {
		switch block := block.(type) {
		case *prose.Heading:
			inline(block.Inlines)
		case *prose.Paragraph:
			inline(block.Inlines)
		case *prose.Code:
			b.WriteString(block.Text + " ")
		case *prose.Table:
			for _, row := range append([][][]prose.Inline{block.Head}, block.Rows...) {
				for _, cell := range row {
					inline(cell)
				}
			}
		}
	}, nil)
	return b.String()
}
