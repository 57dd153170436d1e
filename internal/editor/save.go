package editor

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

// change is what somebody wants to save: files made of a version, into a proposal.
type change struct {
	then    *project.Project // the version that they were made of
	from    proposal.Commit  // its name
	files   map[string][]byte
	into    string // the proposal that was chosen, where one works in none; "" for a new one
	words   string // what a new one is called
	message string
}

// errNothing says that the content is so already, so that no proposal is begun for it.
var errNothing = errors.New("nothing would change")

// same tells whether the files are so already.
func (c change) same() bool {
	for name, text := range c.files {
		there, err := c.then.Tree.Read(name)
		if text == nil || err != nil || !bytes.Equal(there, text) {
			return false
		}
	}
	return true
}

// saved saves a change where one works. What the visitor may is looked at twice: what they
// have changed, before anything is begun, and what would really be written, which is that
// together with what others have changed.
func (v *visit) saved(c change) (*proposal.Saved, error) {
	if err := v.mayChange(c.then, c.files); err != nil {
		return nil, err
	}
	if v.proposal == nil && c.into == "" && c.same() {
		return nil, errNothing
	}
	begun, err := v.into(c.into, c.words)
	if err != nil {
		return nil, err
	}
	var saved *proposal.Saved
	if err = v.mayOpen(c.files); err == nil {
		saved, err = v.proposal.Apply(proposal.Edit{Who: v.person(), Message: c.message, From: c.from, Files: c.files, Choose: v.choice, May: v.mayNow})
	}
	var conflict *proposal.Conflict
	if err != nil && begun && !errors.As(err, &conflict) { // a proposal of nothing is no use to anybody
		err = errors.Join(err, v.proposal.Drop())
		v.proposal = nil
	}
	return saved, err
}

// into makes the visitor work in a proposal: the one that was chosen, or a new one. The
// chosen one is brought up to date with what the form was drawn of, if the visitor may do
// that with it.
func (v *visit) into(name, words string) (begun bool, err error) {
	switch {
	case v.proposal != nil:
		return false, nil
	case name == "":
		v.proposal, begun, err = v.opt.Store.StartOnce(v.person(), words, v.mark())
		return begun, err
	}
	if v.proposal, err = v.opt.Store.Get(name); err != nil || !v.isWhole(access.Write) {
		return false, err
	}
	if _, err = v.proposal.Update(v.person(), nil); err != nil {
		v.proposal = nil // one works in none yet
	}
	return false, err
}

// mark is the same for a form that is sent once more as it was, by the same person.
func (v *visit) mark() string {
	sent := maps.Clone(v.r.PostForm)
	delete(sent, guard.TokenField)
	sum := sha256.Sum256([]byte(v.who.ID + "\x00" + v.r.URL.Path + "\x00" + sent.Encode()))
	return hex.EncodeToString(sum[:8])
}

// mayChange holds that the visitor may make a change to a version, and writes down that
// they tried.
func (v *visit) mayChange(of *project.Project, files map[string][]byte) error {
	names := slices.Sorted(maps.Keys(files))
	for _, file := range names {
		if err := v.mayWrite(file); err != nil {
			return err
		}
	}
	if v.who.Role != access.Party {
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
		may := v.who.MayChange(access.Change{File: file, Before: before, After: files[file], Was: was, Is: is})
		if err := v.held(may, access.Write, file); err != nil {
			return err
		}
	}
	return nil
}

// mayOpen holds that somebody of a party has something to do with the files as they are in
// the proposal: else they are not even asked what is to stand.
func (v *visit) mayOpen(files map[string][]byte) (err error) {
	if v.who.Role != access.Party {
		return nil
	}
	now, err := v.proposal.Project()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, now.Close()) }()
	content, err := now.Content()
	if err != nil {
		return err
	}
	for file := range files {
		if now.Tree.IsFile(file) && !v.who.MayOpen(file, content) {
			return v.held(false, access.Write, file)
		}
	}
	return nil
}

// mayNow holds that somebody of a party may change the files of a proposal's newest version
// to what would be written: others may have changed it since the form was drawn.
func (v *visit) mayNow(tip proposal.Commit, files map[string][]byte) (err error) {
	if v.who.Role != access.Party {
		return nil
	}
	now, err := v.proposal.At(tip)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, now.Close()) }()
	return v.mayChange(now, files)
}
