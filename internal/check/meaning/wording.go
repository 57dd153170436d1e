package meaning

import (
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/canon"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/model"
)

// signedContent holds the content that was signed to the digest of then.
func signedContent(k pass.Pass) {
	s := k.Content.Signatures
	if s == nil || !s.Digest.Given() || !signedWhole(k) {
		return
	}
	now := canon.Signed(k.Content)
	if now.Whole == s.Digest.V {
		return
	}
	k.Report(s.Digest.At, diag.Say(
		"Texten är inte längre den som undertecknades%s. %sÅterställ den, eller låt parterna besluta om ändringen.",
		"The text is no longer the one that was signed%s. %sRestore it, or let the parties decide on the change.",
		changedParts(k, s.Parts, now.Parts), changedWords(k, s.Commit.V)))
}

// mostWords is how many changes a message tells in words.
const mostWords = 3

// changedWords tells what was changed since the commit that was signed, where
// it can be had.
func changedWords(k pass.Pass, commit string) diag.Text {
	if commit == "" || k.Signed == nil {
		return diag.Text{}
	}
	signed := k.Signed(commit)
	if signed == nil {
		return diag.Text{}
	}
	var words diag.Text
	told := 0
	for _, c := range diff.Contents(signed, k.Content) {
		if !c.Signed || told == mostWords {
			continue
		}
		words = diag.Say("%s%s ", "%s%s ", words, c.Sentence)
		told++
	}
	return words
}

// signedWhole tells whether all that the digest covers could be read.
func signedWhole(k pass.Pass) bool {
	if k.Agreement == nil || k.Agreement.Broken || k.Parties == nil || k.Parties.Broken || k.Unread["area"] {
		return false
	}
	for _, named := range k.Agreement.Chapters {
		there := func(c *model.Chapter) bool { return c.Path == path.Join("agreement", named.File.V) }
		if named.File.Given() && !slices.ContainsFunc(k.Chapters, there) {
			return false // that it is missing is told
		}
	}
	return !slices.ContainsFunc(k.Areas, func(a *model.Area) bool { return a.Broken }) &&
		!slices.ContainsFunc(k.Chapters, func(c *model.Chapter) bool { return c.Broken })
}

// changedParts says which parts have another digest, where signatures.yaml has
// theirs.
func changedParts(k pass.Pass, then map[string]model.Text, now map[string]string) diag.Text {
	if len(then) == 0 {
		return diag.Text{}
	}
	names := slices.AppendSeq(slices.Collect(maps.Keys(now)), maps.Keys(then))
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return then[name].V == now[name] })
	if len(names) == 0 {
		return diag.Say(" (ordningen)", " (the order)")
	}
	for i, name := range names {
		if file := fileOfPart(k, name); file != "" {
			names[i] = name + ": " + file
		}
	}
	return diag.Say(" (%s)", " (%s)", strings.Join(names, ", "))
}

// fileOfPart is where the text of a signed part stands, "" where it is gone.
func fileOfPart(k pass.Pass, part string) string {
	kind, name, _ := strings.Cut(part, "/")
	switch kind {
	case "agreement", "terms", "target-groups":
		return k.Agreement.Path
	case "parties":
		return k.Parties.Path
	case "chapter":
		for _, c := range k.Chapters {
			if c.Name == name {
				return c.Path
			}
		}
	case "area":
		if a := k.Index.Area(name); a != nil {
			return a.Path
		}
	}
	return ""
}

// wording holds initiatives to the wording that they were adopted under.
func wording(k pass.Pass) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		refs := append(append([]model.Ref{i.CooperationArea}, i.Related...), i.SubGoals...)
		for _, r := range refs {
			adopted, kept := i.AdoptedWording[r.V]
			if !r.Given() || !kept || !adopted.Given() {
				continue
			}
			if now, known := canon.Wording(k.Content, r.V); known && now != adopted.V {
				k.About(i.FullID(), r.At, k.Say(
					"Lydelsen av %s har ändrats sedan {the_initiative} beslutades. Läs den nya. Passar {the_initiative} fortfarande: bekräfta det högst upp i formuläret (samsyn edit), eller med samsyn review.",
					"The wording of %s has changed since {the_initiative} was adopted. Read the new one. If {the_initiative} still fits, confirm that at the top of its form (samsyn edit), or with samsyn review.", r.V))
			}
		}
	})
}
