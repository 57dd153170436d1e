package part

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Joining says how one takes part in an initiative, and whom to ask.
func Joining(t *view.Language, i *model.Initiative) []block.Block {
	blocks := block.Paragraph(block.Words(t.Text(i.HowToJoin, "how_to_join")))
	return append(blocks, Contact(t, i.Contact)...)
}

// Contact says how one reaches somebody.
func Contact(t *view.Language, c model.Contact) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Contact), block.Words(t.Own(c.Name.V)))
	f.Add(t.Say(text.Email), block.Joined([]block.Span{Email(c)}, ""))
	f.Add(t.Say(text.Phone), block.Joined([]block.Span{Phone(c)}, ""))
	f.Add(t.Say(text.Web), view.Outside(block.Text{}, c.URL))
	return f.Blocks()
}

// Email leads to a letter to somebody.
func Email(c model.Contact) block.Span {
	return block.Span{Text: block.Text{S: c.Email.V}, Ref: view.LetterTo(c.Email.V)}
}

// Phone leads to a call to somebody.
func Phone(c model.Contact) block.Span {
	return block.Span{Text: block.Text{S: c.Phone.V}, Ref: view.SafeURL("tel:" + digits(c.Phone.V))}
}

// digits is a telephone number as a telephone wants it.
func digits(phone string) string {
	out := ""
	for n, c := range phone {
		if c >= '0' && c <= '9' || c == '+' && n == 0 {
			out += string(c)
		}
	}
	return out
}

// WithdrawnLines say the same as WithdrawnNotice of what stands among others of its kind.
func WithdrawnLines(t *view.Language, w model.Withdrawn, kind, at string) []block.Line {
	if !w.Given() {
		return nil
	}
	mark := block.Mark(t.Sayf(text.WithdrawnOn, t.Date(w.Date.V).S), block.Off)
	return append([]block.Line{{mark}}, WhyWithdrawn(t, w, kind, at)...)
}

// WhyWithdrawn says why a thing has gone out of use, and what of the same kind came instead.
func WhyWithdrawn(t *view.Language, w model.Withdrawn, kind, at string) []block.Line {
	r, title := t.Thing(kind, w.ReplacedBy.V)
	return []block.Line{block.Words(t.Text(w.Reason, at+"withdrawn/reason")), block.Labelled(t.Say(text.ReplacedBy), block.Linked(title, r))}
}

// apartFrom parts the mark of WithdrawnLines, which stands with the name in a table, from
// the reason, which would be heard with each cell of the row if it did.
func apartFrom(withdrawn []block.Line) (mark, why []block.Line) {
	n := min(1, len(withdrawn))
	return withdrawn[:n], withdrawn[n:]
}

// WithdrawnNotice says that a thing has gone out of use, why, and what of the
// same kind came instead. at is where its fields stand in its file.
func WithdrawnNotice(t *view.Language, w model.Withdrawn, kind, at string) block.Block {
	why := block.CellOf(WhyWithdrawn(t, w, kind, at)...)
	return block.Notice{Tone: block.Off, Title: t.Sayf(text.WithdrawnOn, t.Date(w.Date.V).S), Blocks: why.Blocks}
}
