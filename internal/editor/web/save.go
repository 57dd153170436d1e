package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"maps"
	"slices"

	"samsyn/internal/access"
	"samsyn/internal/guard"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
)

// Change is what somebody wants to save: files made of a version, into a proposal.
type Change struct {
	Then    *project.Project // the version that they were made of
	From    proposal.Commit  // its name
	Files   map[string][]byte
	Into    string // the proposal that was chosen, where one works in none; "" for a new one
	Words   string // what a new one is called
	Message string
}

// ErrNothing says that the content is so already, so that no proposal is begun for it.
var ErrNothing = errors.New("nothing would change")

// same tells whether the files are so already.
func (c Change) same() bool {
	for name, text := range c.Files {
		there, err := c.Then.Tree.Read(name)
		if text == nil || err != nil || !bytes.Equal(there, text) {
			return false
		}
	}
	return true
}

// Saved saves a change where one works. What the visitor may is looked at twice: what they
// have changed, before anything is begun, and what would really be written, which is that
// together with what others have changed.
func (v *Visit) Saved(c Change) (*proposal.Saved, error) {
	if err := v.mayChange(c.Then, c.Files); err != nil {
		return nil, err
	}
	if v.Proposal == nil && c.Into == "" && c.same() {
		return nil, ErrNothing
	}
	begun, err := v.into(c.Into, c.Words)
	if err != nil {
		return nil, err
	}
	var saved *proposal.Saved
	if err = v.mayOpen(c.Files); err == nil {
		saved, err = v.Proposal.Apply(proposal.Edit{Who: v.Person(), Message: c.Message, From: c.From, Files: c.Files, Choose: v.Choice, May: v.mayNow})
	}
	var conflict *proposal.Conflict
	if err != nil && begun && !errors.As(err, &conflict) { // a proposal of nothing is no use to anybody
		err = errors.Join(err, v.Proposal.Drop())
		v.Proposal = nil
	}
	return saved, err
}

// into makes the visitor work in a proposal: the one that was chosen, or a new one. The
// chosen one is brought up to date with what the form was drawn of, if the visitor may do
// that with it.
func (v *Visit) into(name, words string) (begun bool, err error) {
	switch {
	case v.Proposal != nil:
		return false, nil
	case name == "":
		v.Proposal, begun, err = v.Opt.Store.StartOnce(v.Person(), words, v.mark())
		return begun, err
	}
	if v.Proposal, err = v.Opt.Store.Get(name); err != nil || !v.IsWhole(access.Write) {
		return false, err
	}
	if _, err = v.Proposal.Update(v.Person(), nil); err != nil {
		v.Proposal = nil // one works in none yet
	}
	return false, err
}

// mark is the same for a form that is sent once more as it was, by the same person.
func (v *Visit) mark() string {
	sent := maps.Clone(v.R.PostForm)
	delete(sent, guard.TokenField)
	sum := sha256.Sum256([]byte(v.Who.ID + "\x00" + v.R.URL.Path + "\x00" + sent.Encode()))
	return hex.EncodeToString(sum[:8])
}

// mayChange holds that the visitor may make a change to a version, and writes down that
// they tried.
func (v *Visit) mayChange(of *project.Project, files map[string][]byte) error {
	names := slices.Sorted(maps.Keys(files))
	for _, file := range names {
		if err := v.MayWrite(file); err != nil {
			return err
		}
	}
	if v.Who.Role != access.Party {
		return nil
	}
	was, err := of.Content()
	if err != nil {
		return err
	}
	is, err := of.With(files).Content()
	if err != nil {
		return err
	}
	for _, file := range names {
		before, err := of.Tree.Read(file)
		if err != nil {
			before = nil // a new file
		}
		may := v.Who.MayChange(access.Change{File: file, Before: before, After: files[file], Was: was, Is: is})
		if err := v.Held(may, access.Write, file); err != nil {
			return err
		}
	}
	return nil
}

// mayOpen holds that somebody of a party has something to do with the files as they are in
// the proposal: else they are not even asked what is to stand.
func (v *Visit) mayOpen(files map[string][]byte) error {
	if v.Who.Role != access.Party {
		return nil
	}
	now, err := v.Version(v.Proposal.Tip)
	if err != nil {
		return err
	}
	content, err := now.Content()
	if err != nil {
		return err
	}
	for file := range files {
		if now.Tree.IsFile(file) && !v.Who.MayOpen(file, content) {
			return v.Held(false, access.Write, file)
		}
	}
	return nil
}

// mayNow holds that somebody of a party may change the files of a proposal's newest version
// to what would be written: others may have changed it since the form was drawn.
func (v *Visit) mayNow(tip proposal.Commit, files map[string][]byte) error {
	if v.Who.Role != access.Party {
		return nil
	}
	now, err := v.Version(tip)
	if err != nil {
		return err
	}
	return v.mayChange(now, files)
}
