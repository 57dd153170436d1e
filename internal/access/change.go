package access

import (
	"bytes"
	"slices"
	"strings"

	"samsyn/internal/doc"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// right is what somebody may do with an initiative.
type right int

const (
	nothing  right = iota
	toReport       // the field reports alone
	toChange       // the whole file
)

// Change is a file before and after what somebody wants to save.
type Change struct {
	File          string // relative to the content, forward slashes
	Before, After []byte // Before is nil for a new file, After for one that goes
	// Was is the content without the change, Is the content with it.
	Was, Is *model.Content
}

// MayChange tells whether a person may save a change. Somebody of a party may change an
// initiative that their actors own before and after it, and begin one that they own; of
// one that they report on and do not own, the field reports alone. So it is with a link,
// whose actor must be the one that is to report.
func (p Person) MayChange(c Change) bool {
	if p.Role != Party && p.Role != Link {
		return p.May(Write)
	}
	is := c.Is.InitiativeIn(c.File)
	if is == nil || c.After == nil {
		return false
	}
	after := p.rights(is)
	was := c.Was.InitiativeIn(c.File)
	if was == nil {
		return c.Before == nil && after == toChange
	}
	switch min(after, p.rights(was)) {
	case toChange:
		return true
	case toReport:
		return OnlyReports(c.Before, c.After)
	}
	return false
}

// rights is what a person of a party, or a link, may do with an initiative.
func (p Person) rights(i *model.Initiative) right {
	if p.Role == Link {
		if p.actsFor(facts.Reporter(i).V) {
			return toReport
		}
		return nothing
	}
	owns := func(a model.Actor) bool { return p.actsFor(a.ID.V) }
	if owns(i.Owner) || slices.ContainsFunc(i.CoOwners, owns) {
		return toChange
	}
	if p.actsFor(i.FollowUp.ReportedBy.V) || p.actsFor(i.FollowUp.Responsible.V) {
		return toReport
	}
	return nothing
}

func (p Person) actsFor(actor string) bool { return actor != "" && slices.Contains(p.Actors, actor) }

// MayReport tells whether a link is good for reports on an initiative.
func (p Person) MayReport(i *model.Initiative) bool {
	return p.Role == Link && p.rights(i) == toReport
}

// OnlyReports tells whether two versions of an initiative's file are the same bytes but
// for the field reports.
func OnlyReports(before, after []byte) bool {
	b, ok := withoutReports(before)
	if !ok {
		return false
	}
	a, ok := withoutReports(after)
	return ok && bytes.Equal(b, a)
}

// withoutReports is a file without the lines of its field reports.
func withoutReports(data []byte) ([]byte, bool) {
	text := doc.NewText("", data)
	front, err := text.Front()
	if err != nil {
		return nil, false
	}
	root, err := doc.Parse(front.Fields)
	if err != nil || root == nil {
		return nil, false
	}
	at := doc.Locator{Text: text, Above: 1}
	lines := strings.SplitAfter(string(data), "\n")
	for f := range doc.Pairs(root) {
		if f.Key.Value == "reports" {
			from, to := at.Line(f.Key)-1, at.LastLine(f.Key)
			if from < 0 || to > len(lines) || to <= from || f.Key.Column != 1 {
				return nil, false
			}
			// Some readers of YAML end a line at these, and what follows is another field then.
			if said := strings.ReplaceAll(strings.Join(lines[from:to], ""), "\r\n", "\n"); strings.ContainsAny(said, "\r\u0085\u2028\u2029") {
				return nil, false
			}
			lines = slices.Delete(lines, from, to)
			break
		}
	}
	return []byte(strings.Join(lines, "")), true
}
