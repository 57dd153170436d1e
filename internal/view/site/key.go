package site

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"sync"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/part"
)

// Key names everything that a page is made from: as long as it is the same, so is
// the page.
type Key [sha256.Size]byte

// scope is what a page is made from beside what all pages are: the initiatives
// that it tells of, the thing whose past it tells, and what else makes a
// difference. A page without a scope may tell of anything.
type scope struct {
	initiatives []*model.Initiative
	past        [2]string // the kind and identifier of what the page is about
	more        []string
}

// Keys gives the keys of a site's pages.
type Keys struct {
	site        *Site
	ground      Key // of all that is no initiative
	everything  Key
	own         map[string]bool // the files that initiatives stand in
	initiatives map[*model.Initiative]Key
	fields      map[*model.Initiative]Key // without their texts
}

// Keys prepares the keys of the pages; nil where the site does not know what its
// content files are (Options.Contents).
func (s *Site) Keys() *Keys {
	k := s.keys
	if k != nil && k.everything == (Key{}) {
		k.ground = k.ofGround()
		k.everything = k.ofEverything()
	}
	return k
}

// startKeys begins with the keys of initiatives, which need to know of no page, while
// these are registered.
func (s *Site) startKeys() *sync.WaitGroup {
	var keyed sync.WaitGroup
	if s.Options.Contents != nil {
		n := len(s.Options.Contents)
		s.keys = &Keys{site: s, own: make(map[string]bool, n), initiatives: make(map[*model.Initiative]Key, n), fields: make(map[*model.Initiative]Key, n)}
		keyed.Go(s.keys.ofInitiatives)
	}
	return &keyed
}

// Key is the key of a page.
func (k *Keys) Key(e Entry) Key {
	h := newHash()
	h.say(e.Path, e.Lang, e.Kind, e.Title)
	if e.scope == nil {
		h.key(k.everything)
		return h.sum()
	}
	of := e.scope()
	h.key(k.ground)
	times := k.site.Times(e.source) // a plan's are those of its initiatives too
	h.say(times.Created.String(), times.Changed.String())
	h.count(len(of.initiatives))
	for _, i := range of.initiatives {
		h.key(k.initiatives[i])
	}
	h.say(of.more...)
	for _, p := range k.site.Past(of.past[0], of.past[1]) {
		said := p.Change.Sentence
		h.say(p.Day.String(), fmt.Sprint(p.First), said.SV, said.EN)
	}
	return h.sum()
}

// ofInitiatives makes the keys of the initiatives, with their translations.
func (k *Keys) ofInitiatives() {
	s := k.site
	translations := map[string][]*model.Translation{}
	for _, t := range s.Content.Translations {
		translations[t.Of] = append(translations[t.Of], t)
	}
	for _, p := range s.Content.Plans {
		for _, i := range p.Initiatives {
			h, fields := newHash(), newHash()
			h.say(i.FullID(), s.Options.Contents[i.Path])
			fields.say(i.FullID(), s.fieldsOf(i.Path))
			k.own[i.Path] = true
			for _, t := range translations[i.Path] {
				h.say(t.Language, s.Options.Contents[t.Path])
				fields.say(t.Language, s.fieldsOf(t.Path))
				k.own[t.Path] = true
			}
			k.initiatives[i], k.fields[i] = h.sum(), fields.sum()
		}
	}
}

// fieldsOf names the fields of a file: its bytes but for a text below them.
func (s *Site) fieldsOf(file string) string {
	if fields := s.Options.Fields[file]; fields != "" {
		return fields
	}
	return s.Options.Contents[file]
}

// Fields is the key of what tells of these initiatives' fields alone, and not of their
// texts, their history or their dates: tables and calendars.
func (k *Keys) Fields(of []*model.Initiative) Key {
	h := newHash()
	h.key(k.ground)
	for _, i := range of {
		h.key(k.fields[i])
	}
	return h.sum()
}

// AllFields is the key of what tells of every initiative's fields.
func (k *Keys) AllFields() Key {
	var all []*model.Initiative
	for _, p := range k.site.Content.Plans {
		all = append(all, p.Initiatives...)
	}
	return k.Fields(all)
}

// ofGround is the key of what every page may tell of: all files but those of
// initiatives, the day, and which pages there are beside those of initiatives and
// parts of plans.
func (k *Keys) ofGround() Key {
	s, o := k.site, k.site.Options
	h := newHash()
	h.say(o.Version, o.Today.String(), fmt.Sprint(o.Drafts), s.Main)
	h.say(s.Languages...)
	if o.Earlier != nil {
		h.say(fmt.Sprint(o.Earlier.Version), o.Earlier.BaseURL)
		h.say(slices.Sorted(maps.Keys(o.Earlier.Pages))...)
	}
	for _, file := range slices.Sorted(maps.Keys(o.Contents)) {
		if !k.own[file] {
			h.say(file, o.Contents[file])
		}
	}
	for _, file := range slices.Sorted(maps.Keys(o.Published)) {
		h.say(file, fmt.Sprint(o.Published[file]))
	}
	for _, e := range s.entries {
		if e.Kind != "initiative" && e.Kind != "filter" {
			h.say(e.Path)
		}
	}
	return h.sum()
}

// ofEverything is the key of the pages that may tell of anything.
func (k *Keys) ofEverything() Key {
	s, o := k.site, k.site.Options
	h := newHash()
	h.key(k.ground)
	h.say(o.Commit, o.Digest)
	for _, p := range s.Content.Plans {
		h.count(len(p.Initiatives))
		for _, i := range p.Initiatives {
			h.key(k.initiatives[i])
		}
	}
	for _, file := range slices.Sorted(maps.Keys(o.Changed)) {
		t := o.Changed[file]
		h.say(file, t.Created.String(), t.Changed.String())
	}
	for _, p := range o.History {
		h.past(p)
	}
	if o.Decided != nil {
		h.past(*o.Decided)
	}
	h.say(fmt.Sprint(o.Versions), fmt.Sprint(o.Documents))
	return h.sum()
}

func scopeOfPlan(t *view.Language, p *model.Plan) scope {
	of := scope{initiatives: slices.Clone(p.Initiatives), past: [2]string{"plan", p.ID.V}}
	if before := t.Facts.Before(p); before != nil {
		of.initiatives = append(of.initiatives, before.Initiatives...)
	}
	for _, d := range t.Options.Documents {
		if d.ID == part.PlanDocumentID(p) {
			of.more = append(of.more, fmt.Sprint(d))
		}
	}
	return of
}

// workOf are the initiatives that an actor has a part in.
func workOf(t *view.Language, actor string) []*model.Initiative {
	return slices.Concat(t.Facts.OwnedBy(actor), t.Facts.SharedBy(actor), t.Facts.JoinedBy(actor), t.Facts.FollowedBy(actor))
}

// around are an initiative and those that its page leads to by name.
func around(t *view.Language, i *model.Initiative) []*model.Initiative {
	list := append([]*model.Initiative{i}, t.Facts.ContinuedBy(i.FullID())...)
	for _, id := range []string{i.Continues.V, i.Withdrawn.ReplacedBy.V} {
		if other := t.Facts.Initiative(id); other != nil {
			list = append(list, other)
		}
	}
	return list
}

// servingArea are the initiatives that serve an area's cooperation areas.
func servingArea(t *view.Language, a *model.Area) []*model.Initiative {
	var list []*model.Initiative
	for _, c := range facts.CooperationsOf(a) {
		list = append(list, t.Facts.Serving(c.ID())...)
	}
	return list
}

// hasher makes a key of parts; where one ends and the next begins counts.
type hasher struct{ said []byte }

// hashers are used again: a site has as many keys as pages, and some are made of much.
var hashers = sync.Pool{New: func() any { return new(hasher) }}

func newHash() *hasher {
	h := hashers.Get().(*hasher)
	h.said = h.said[:0]
	return h
}

func (h *hasher) count(n int) { h.said = binary.LittleEndian.AppendUint64(h.said, uint64(n)) }

func (h *hasher) say(parts ...string) {
	h.count(len(parts))
	for _, p := range parts {
		h.count(len(p))
		h.said = append(h.said, p...)
	}
}

func (h *hasher) key(k Key) { h.said = append(h.said, k[:]...) }

func (h *hasher) past(p view.Past) {
	h.say(p.Day.String(), p.Commit)
	h.say(p.Tags...)
	h.count(len(p.Changes))
	for _, c := range p.Changes {
		h.say(c.Thing, c.ID, c.Sentence.SV, c.Sentence.EN)
	}
}

// sum is the key; the hasher is done.
func (h *hasher) sum() Key {
	k := sha256.Sum256(h.said)
	hashers.Put(h)
	return k
}
