// Package canon gives content its canonical form, in which only what was said
// counts and not how it was written down: the order of keys, the wrapping of
// paragraphs, line ends, quotation marks in YAML and decomposed letters make no
// difference; a changed word, number or order does.
//
// The form is JSON with sorted keys and without white space (RFC 8259), in
// UTF-8, normalised to NFC. Every text has its runs of white space folded to one
// space and none at its ends. Markdown becomes its structure (see Prose). What
// is absent has no key. A digest is the SHA-256 of the object
//
//	{"content": …, "form": 1, "kind": …}
//
// written "sha256:" and 64 hexadecimal digits. Digests stand in signed
// documents: the form may be added to under a new number, never changed.
package canon

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/model"
)

const form = 1

// digest hashes the canonical form of content. kind tells what it is, so that
// two things with the same words do not share a digest.
func digest(kind string, content any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	// A tree of maps, slices, texts and finite numbers cannot fail to encode.
	if err := e.Encode(map[string]any{"form": form, "kind": kind, "content": content}); err != nil {
		panic("canon: " + err.Error())
	}
	sum := sha256.Sum256(bytes.TrimRight(b.Bytes(), "\n"))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Text is a text's canonical form: NFC, white space folded.
func Text(s string) string {
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// Digest is a digest over the whole of something and one for each of its parts.
type Digest struct {
	Whole string
	Parts map[string]string
}

// Signed digests what the parties put their names to: the agreement's title,
// subtitle and period ("agreement"), the chapters' text ("chapter/<name>"), the
// areas with their sub-goals and cooperation areas ("area/<id>"),
// "target-groups", "terms", the identifiers of the "parties", and the "duties" where
// the chapters have them for a part. The whole also
// holds the order of the chapters and areas, but not their files' names.
func Signed(c *model.Content) Digest {
	d := Digest{Parts: map[string]string{}}
	whole := map[string]any{}
	part := func(name string, content any) any {
		d.Parts[name] = digest("part", content)
		return content
	}
	if a := c.Agreement; a != nil {
		whole["agreement"] = part("agreement", object{}.text("title", a.Title).text("subtitle", a.Subtitle).put("period", period(a.Period)))
		whole["target_groups"] = part("target-groups", targetGroups(a.TargetGroups))
		whole["terms"] = part("terms", terms(a.Terms))
	}
	chapters := []any{}
	for _, chapter := range c.Chapters {
		chapters = append(chapters, part("chapter/"+chapter.Name, Prose(chapter.Body)))
	}
	whole["chapters"] = chapters
	areas := []any{}
	for _, a := range c.Areas {
		areas = append(areas, part("area/"+a.ID.V, area(a)))
	}
	whole["areas"] = areas
	parties := []any{}
	for _, p := range c.Parties.All() {
		parties = append(parties, p.ID.V)
	}
	whole["parties"] = part("parties", parties)
	if duties := signedDuties(c); duties != nil {
		whole["duties"] = part("duties", duties)
	}
	d.Whole = digest("signed", whole)
	return d
}

// signedDuties are the duties, where the parties have put their names to them: where
// the chapters have the part.
func signedDuties(c *model.Content) any {
	if c.Agreement == nil || c.Parties == nil || !slices.ContainsFunc(c.Agreement.Chapters, func(r model.ChapterRef) bool { return r.Part.V == "duties" }) {
		return nil
	}
	own := object{}
	for _, p := range c.Parties.Parties {
		own.put(p.ID.V, Value(p.Duties))
	}
	return object{"own": own}.put("shared", Value(c.Parties.Duties))
}

// Wording digests the words of a cooperation area or sub-goal: the fingerprint
// that an initiative's adopted_wording keeps. Where an area has no cooperation
// areas of its own, its identifier serves, and its title and introduction are
// the words. ok is false where there is no such thing.
func Wording(c *model.Content, ref string) (fingerprint string, ok bool) {
	for _, a := range c.Areas {
		for _, s := range a.SubGoals {
			if s.ID.V == ref {
				return digest("sub-goal", Text(s.Text.V)), true
			}
		}
		for _, s := range a.CooperationAreas {
			if s.ID.V == ref {
				return digest("cooperation-area", Text(s.Text.V)), true
			}
		}
		if a.ID.V == ref {
			return digest("area", object{}.text("title", a.Title).put("text", Prose(a.Body))), true
		}
	}
	return "", false
}

// object is a JSON object under construction; what is absent is left out.
type object map[string]any

func (o object) text(key string, t model.Text) object {
	if t.Given() {
		o[key] = Text(t.V)
	}
	return o
}

func (o object) put(key string, v any) object {
	if v != nil {
		o[key] = v
	}
	return o
}

func period(p model.Period) any {
	if !p.Given() {
		return nil
	}
	o := object{}
	if p.From.Given() {
		o["from"] = p.From.V.String()
	}
	if p.To.Given() {
		o["to"] = p.To.V.String()
	}
	return o
}

func targetGroups(groups []model.TargetGroup) any {
	list := []any{}
	for _, g := range groups {
		list = append(list, object{}.text("name", g.Name).text("rank", g.Rank).text("definition", g.Definition))
	}
	return list
}

func terms(all []model.Term) any {
	list := []any{}
	for _, t := range all {
		list = append(list, object{}.text("term", t.Term).text("definition", t.Definition).text("source", t.Source))
	}
	return list
}

func area(a *model.Area) any {
	goals, cooperation := []any{}, []any{}
	for _, s := range a.SubGoals {
		if s.Title.Given() { // those without a title keep the form that they had
			goals = append(goals, object{}.text("title", s.Title).text("text", s.Text))
			continue
		}
		goals = append(goals, Text(s.Text.V))
	}
	for _, s := range a.CooperationAreas {
		cooperation = append(cooperation, Text(s.Text.V))
	}
	return object{"sub_goals": goals, "cooperation_areas": cooperation}.text("title", a.Title).put("text", Prose(a.Body))
}
