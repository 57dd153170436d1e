package publish

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/view/site"
)

// pageKey names everything that a page is made from: as long as it is the same, so is
// the page.
type pageKey [sha256.Size]byte

// pageKeys gives the keys of a site's pages.
type pageKeys struct {
	site        *site.Site
	contents    map[string]string // names the bytes of each content file
	ground      pageKey           // of all that is no initiative
	everything  pageKey
	own         map[string]bool // the files that initiatives stand in
	initiatives map[*model.Initiative]pageKey
}

// newPageKeys prepares the keys of the pages. Contents names the bytes of each file of the
// content, by its path.
func newPageKeys(s *site.Site, contents map[string]string) *pageKeys {
	k := &pageKeys{site: s, contents: contents, own: map[string]bool{}, initiatives: map[*model.Initiative]pageKey{}}
	k.ofInitiatives()
	k.ground = k.ofGround()
	k.everything = k.ofEverything()
	return k
}

// of is the key of a page.
func (k *pageKeys) of(e site.Entry) pageKey {
	var h hasher
	h.say(e.Path, e.Lang, e.Kind, e.Title)
	if e.Scope == nil {
		h.key(k.everything)
		return h.sum()
	}
	of := e.Scope()
	h.key(k.ground)
	times := k.site.Times(e.Source) // a plan's are those of its initiatives too
	h.say(times.Created.String(), times.Changed.String())
	h.count(len(of.Initiatives))
	for _, i := range of.Initiatives {
		h.key(k.initiatives[i])
	}
	h.say(of.More...)
	for _, p := range k.site.Past(of.Past[0], of.Past[1]) {
		said := p.Change.Sentence
		h.say(p.Day.String(), fmt.Sprint(p.First), said.SV, said.EN)
	}
	return h.sum()
}

// ofInitiatives makes the keys of the initiatives, with their translations.
func (k *pageKeys) ofInitiatives() {
	translations := map[string][]*model.Translation{}
	for _, t := range k.site.Content.Translations {
		translations[t.Of] = append(translations[t.Of], t)
	}
	for _, p := range k.site.Content.Plans {
		for _, i := range p.Initiatives {
			var h hasher
			h.say(i.FullID(), k.contents[i.Path])
			k.own[i.Path] = true
			for _, t := range translations[i.Path] {
				h.say(t.Language, k.contents[t.Path])
				k.own[t.Path] = true
			}
			k.initiatives[i] = h.sum()
		}
	}
}

// ofGround is the key of what every page may tell of: all files but those of
// initiatives, the day, and which pages there are beside those of initiatives and
// parts of plans.
func (k *pageKeys) ofGround() pageKey {
	s, o := k.site, k.site.Options
	var h hasher
	h.say(o.Version, o.Today.String(), fmt.Sprint(o.Drafts), s.Main)
	h.say(s.Languages...)
	if o.Earlier != nil {
		h.say(fmt.Sprint(o.Earlier.Version), o.Earlier.BaseURL)
		h.say(slices.Sorted(maps.Keys(o.Earlier.Pages))...)
	}
	for _, file := range slices.Sorted(maps.Keys(k.contents)) {
		if !k.own[file] {
			h.say(file, k.contents[file])
		}
	}
	for _, file := range slices.Sorted(maps.Keys(o.Published)) {
		h.say(file, fmt.Sprint(o.Published[file]))
	}
	h.say(fmt.Sprint(o.Shapes))
	for _, e := range s.Pages() {
		if e.Kind != "initiative" && e.Kind != "filter" {
			h.say(e.Path)
		}
	}
	return h.sum()
}

// ofEverything is the key of the pages that may tell of anything.
func (k *pageKeys) ofEverything() pageKey {
	s, o := k.site, k.site.Options
	var h hasher
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

// hasher makes a key of parts; where one ends and the next begins counts.
type hasher struct{ said []byte }

func (h *hasher) count(n int) { h.said = binary.LittleEndian.AppendUint64(h.said, uint64(n)) }

func (h *hasher) say(parts ...string) {
	h.count(len(parts))
	for _, p := range parts {
		h.count(len(p))
		h.said = append(h.said, p...)
	}
}

func (h *hasher) key(k pageKey) { h.said = append(h.said, k[:]...) }

func (h *hasher) past(p diff.Occasion) {
	h.say(p.Day.String(), p.Commit)
	h.say(p.Tags...)
	h.count(len(p.Changes))
	for _, c := range p.Changes {
		h.say(c.Thing, c.ID, c.Sentence.SV, c.Sentence.EN)
	}
}

func (h *hasher) sum() pageKey { return sha256.Sum256(h.said) }
