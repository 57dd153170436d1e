package partyform

import (
	"crypto/sha256"
	"encoding/hex"

	"samsyn/internal/access"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
	"samsyn/internal/rewrite"
)

// draft is an initiative's file as the actor's report goes into it.
type draft struct {
	file    string
	before  []byte // as it is now: in the actor's proposal, else in force
	ground  []byte // the same without the report that the actor has sent before
	from    proposal.Commit
	in      *proposal.Proposal // nil where a new one is to be begun
	project *project.Project   // that before is of
	was     *model.Content     // of it
	sent    *model.Report      // what the actor has sent and nobody has taken up, nil for nothing
	close   func()
}

// draft opens an initiative's file. A report that was sent and is still the only thing
// that the proposal changes in the file is replaced by the next; else the next is added.
func (v *visit) draft(i *model.Initiative) (*draft, error) {
	d := &draft{file: i.Path, from: v.commit, project: v.main, was: v.content, close: func() {}}
	if v.mine != nil {
		done, err := v.fromProposal(d)
		if err != nil || done {
			return d, err
		}
	}
	data, err := v.main.Tree.Read(i.Path)
	d.before, d.ground = data, data
	return d, err
}

// fromProposal fills a draft from the actor's proposal; false where that has not the file.
func (v *visit) fromProposal(d *draft) (done bool, err error) {
	p, err := v.mine.Project()
	if err != nil {
		return false, err
	}
	data, err := p.Tree.Read(d.file)
	if err != nil { // begun before the initiative was there
		return false, p.Close()
	}
	c, err := p.Content()
	if err != nil {
		_ = p.Close() // the first error says more
		return false, err
	}
	now := c.InitiativeIn(d.file)
	if now == nil || !v.who.MayReport(now) {
		return false, p.Close()
	}
	d.before, d.ground, d.from, d.in, d.project, d.was = data, data, v.mine.Tip, v.mine, p, c
	d.close = func() { _ = p.Close() }
	if p.Base == nil {
		return true, nil
	}
	base, err := p.Base.Content()
	if err != nil {
		return true, nil //nolint:nilerr // what cannot be compared is added to
	}
	old := base.InitiativeIn(d.file)
	ground, err := p.Base.Tree.Read(d.file)
	if err != nil || old == nil || len(now.Reports) != len(old.Reports)+1 || !access.OnlyReports(ground, data) {
		return true, nil //nolint:nilerr // the same
	}
	last := &now.Reports[len(now.Reports)-1]
	if last.By.V == v.actor {
		d.ground, d.sent = ground, last
	}
	return true, nil
}

// seen names a draft's bytes, so that a form tells what it was made of.
func (d *draft) seen() string { return digest(d.before) }

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// with is the file with a report in it.
func (d *draft) with(report *rewrite.Value) ([]byte, error) {
	return rewrite.Append("initiative", true, d.ground, "reports", report)
}

// may tells whether the link is good for what is to be saved, whatever came before: the
// file of an initiative of the actor's, and in it the reports alone.
func (v *visit) may(d *draft, after []byte) (bool, error) {
	is, err := d.project.With(map[string][]byte{d.file: after}).Content()
	if err != nil {
		return false, err
	}
	return v.who.MayChange(access.Change{File: d.file, Before: d.before, After: after, Was: d.was, Is: is}), nil
}
