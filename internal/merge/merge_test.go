package merge_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/merge"
)

const before = `---
title: Språkcafé
owner: kommunen
cooperation_area: sprak
follow_up: # så följs den upp
  method: Enkät
  due: [2026-06-01]
measures:
  - id: deltagare
    title: Deltagare
  - id: traffar
    title: Träffar
partners: [lansstyrelsen]
---

Första stycket.

Andra stycket
på två rader.

Tredje stycket.
`

func changed(pairs ...string) []byte { return []byte(strings.NewReplacer(pairs...).Replace(before)) }

var initiative = merge.File{Schema: "initiative", Markdown: true}

// Two who change different fields, entries or paragraphs get both changes, and all else
// stays byte for byte.
func TestDifferentFieldsAreMerged(t *testing.T) {
	for name, c := range map[string]struct{ mine, theirs, want []byte }{
		"two fields beside each other": {changed("Språkcafé", "Språkkafé"), changed("owner: kommunen", "owner: regionen"), changed("Språkcafé", "Språkkafé", "owner: kommunen", "owner: regionen")},
		"a comment is theirs":          {changed("Enkät", "Intervju"), changed("# så följs", "# så skall det följas"), changed("Enkät", "Intervju", "# så följs", "# så skall det följas")},
		"a field of a group each":      {changed("Enkät", "Intervju"), changed("2026-06-01", "2026-09-01"), changed("Enkät", "Intervju", "2026-06-01", "2026-09-01")},
		"an entry each":                {changed("title: Deltagare", "title: De som deltar"), changed("title: Träffar", "title: Möten"), changed("title: Deltagare", "title: De som deltar", "title: Träffar", "title: Möten")},
		"an entry goes, another changes": {changed("  - id: traffar\n    title: Träffar\n", ""), changed("title: Deltagare", "title: De som deltar"),
			changed("  - id: traffar\n    title: Träffar\n", "", "title: Deltagare", "title: De som deltar")},
		"both add an entry": {changed("    title: Träffar\n", "    title: Träffar\n  - id: timmar\n    title: Timmar\n"), changed("    title: Träffar\n", "    title: Träffar\n  - id: platser\n    title: Platser\n"),
			changed("    title: Träffar\n", "    title: Träffar\n  - id: timmar\n    title: Timmar\n  - id: platser\n    title: Platser\n")},
		"entries are moved and changed": {changed("  - id: deltagare\n    title: Deltagare\n  - id: traffar\n    title: Träffar\n", "  - id: traffar\n    title: Träffar\n  - id: deltagare\n    title: Deltagare\n"),
			changed("title: Träffar", "title: Möten"), changed("  - id: deltagare\n    title: Deltagare\n  - id: traffar\n    title: Träffar\n", "  - id: traffar\n    title: Möten\n  - id: deltagare\n    title: Deltagare\n")},
		"paragraphs beside each other": {changed("Andra stycket", "Det andra stycket"), changed("Tredje", "Det tredje"), changed("Andra stycket", "Det andra stycket", "Tredje", "Det tredje")},
		"a paragraph and a field":      {changed("Tredje", "Det tredje"), changed("Enkät", "Intervju"), changed("Tredje", "Det tredje", "Enkät", "Intervju")},
		"both add a paragraph":         {changed("Tredje stycket.\n", "Tredje stycket.\n\nMitt.\n"), changed("Tredje stycket.\n", "Tredje stycket.\n\nDeras.\n"), changed("Tredje stycket.\n", "Tredje stycket.\n\nDeras.\n\nMitt.\n")},
		"a paragraph goes, one comes":  {changed("Första stycket.\n\n", ""), changed("Tredje stycket.\n", "Tredje stycket.\n\nDeras.\n"), changed("Första stycket.\n\n", "", "Tredje stycket.\n", "Tredje stycket.\n\nDeras.\n")},
		"the same":                     {changed("Enkät", "Intervju"), changed("Enkät", "Intervju"), changed("Enkät", "Intervju")},
		"the same and another":         {changed("Enkät", "Intervju", "kommunen", "x"), changed("Enkät", "Intervju", "Tredje", "3"), changed("Enkät", "Intervju", "kommunen", "x", "Tredje", "3")},
		"a field goes":                 {changed("owner: kommunen\n", ""), changed("Enkät", "Intervju"), changed("owner: kommunen\n", "", "Enkät", "Intervju")},
		"a field comes":                {changed("owner: kommunen\n", "owner: kommunen\nstatus: planned\n"), changed("Enkät", "Intervju"), changed("partners: [lansstyrelsen]\n", "partners: [lansstyrelsen]\nstatus: planned\n", "Enkät", "Intervju")},
		"partners each":                {changed("[lansstyrelsen]", "[lansstyrelsen, regionen]"), changed("[lansstyrelsen]", "[lansstyrelsen, kommunen]"), changed(" [lansstyrelsen]", "\n  - lansstyrelsen\n  - regionen\n  - kommunen")},
	} {
		got, clashes := merge.Texts(initiative, []byte(before), c.mine, c.theirs, nil)
		if len(clashes) > 0 {
			t.Errorf("%s: %+v", name, clashes)
		} else if string(got) != string(c.want) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// Two who change the same are told of it with both values, and whoever decides gets what
// was chosen together with all that did not clash.
func TestTheSameFieldClashes(t *testing.T) {
	for name, c := range map[string]struct {
		mine, theirs []byte
		want         []merge.Clash
	}{
		"a value":           {changed("Enkät", "Intervju"), changed("Enkät", "Samtal"), []merge.Clash{{Field: "follow_up.method", Before: "Enkät", Mine: "Intervju", Theirs: "Samtal"}}},
		"of an entry":       {changed("title: Träffar", "title: Möten"), changed("title: Träffar", "title: Samlingar"), []merge.Clash{{Field: "measures[1].title", Before: "Träffar", Mine: "Möten", Theirs: "Samlingar"}}},
		"gone and changed":  {changed("owner: kommunen\n", ""), changed("kommunen", "regionen"), []merge.Clash{{Field: "owner", Before: "kommunen", Theirs: "regionen"}}},
		"an entry gone":     {changed("  - id: traffar\n    title: Träffar\n", ""), changed("title: Träffar", "title: Möten"), []merge.Clash{{Field: "measures[1]", Before: "id: traffar\ntitle: Träffar", Theirs: "id: traffar\ntitle: Möten"}}},
		"a paragraph":       {changed("Andra", "2:a"), changed("Andra", "II"), []merge.Clash{{Field: merge.Body, Part: 1, Before: "Andra stycket\npå två rader.", Mine: "2:a stycket\npå två rader.", Theirs: "II stycket\npå två rader."}}},
		"two of three":      {changed("Första", "1", "Enkät", "a", "kommunen", "b"), changed("Första", "I", "Enkät", "A", "Språkcafé", "S"), []merge.Clash{{Field: "follow_up.method", Before: "Enkät", Mine: "a", Theirs: "A"}, {Field: merge.Body, Part: 1, Before: "Första stycket.", Mine: "1 stycket.", Theirs: "I stycket."}}},
		"a field both made": {changed("owner: kommunen\n", "owner: kommunen\nstatus: planned\n"), changed("owner: kommunen\n", "owner: kommunen\nstatus: done\n"), []merge.Clash{{Field: "status", Mine: "planned", Theirs: "done"}}},
		"unreadable":        {changed("owner: kommunen", "owner: [kommunen"), changed("Enkät", "Samtal"), []merge.Clash{{Before: before, Mine: string(changed("owner: kommunen", "owner: [kommunen")), Theirs: string(changed("Enkät", "Samtal"))}}},
		"the file":          {nil, changed("Enkät", "Samtal"), []merge.Clash{{Before: before, Theirs: string(changed("Enkät", "Samtal"))}}},
	} {
		_, clashes := merge.Texts(initiative, []byte(before), c.mine, c.theirs, nil)
		if !reflect.DeepEqual(clashes, c.want) {
			t.Errorf("%s: %+v", name, clashes)
		}
		for choice, want := range map[merge.Choice]int{merge.Mine: 1, merge.Theirs: 2} {
			text, left := merge.Texts(initiative, []byte(before), c.mine, c.theirs, func(merge.Clash) merge.Choice { return choice })
			if len(left) > 0 {
				t.Errorf("%s: %v are left", name, left)
			}
			for _, clash := range c.want {
				value := clash.Mine
				if want == 2 {
					value = clash.Theirs
				}
				value = value[strings.LastIndex(strings.TrimSpace(value), "\n")+1:]
				if !strings.Contains(string(text), value) {
					t.Errorf("%s, %d: lacks %q\n%s", name, choice, value, text)
				}
			}
		}
	}
	text, _ := merge.Texts(initiative, []byte(before), changed("Första", "1", "Enkät", "a", "kommunen", "b"), changed("Första", "I", "Enkät", "A", "Språkcafé", "S"), func(c merge.Clash) merge.Choice {
		if c.Part == 1 {
			return merge.Mine
		}
		return merge.Theirs
	})
	if want := string(changed("Första", "1", "Enkät", "A", "kommunen", "b", "Språkcafé", "S")); string(text) != want {
		t.Errorf("each decided:\n%s", text)
	}
}

// Files that somebody else has made, and ones that have no fields.
func TestOtherFiles(t *testing.T) {
	text := merge.File{Markdown: true}
	if got, clashes := merge.Texts(text, []byte("A\n\nB\n"), []byte("A1\n\nB\n"), []byte("A\n\nB1\n\nC\n"), nil); string(got) != "A1\n\nB1\n\nC\n" || clashes != nil {
		t.Errorf("a chapter: %q, %v", got, clashes)
	}
	if got, clashes := merge.Texts(merge.File{}, []byte("a"), []byte("b"), []byte("c"), nil); len(clashes) != 1 {
		t.Errorf("a picture: %q, %v", got, clashes)
	}
	plan := merge.File{Schema: "plan"}
	if got, clashes := merge.Texts(plan, nil, []byte("title: A\nyear: 2026\n"), []byte("title: A\nstatus: draft\n"), nil); clashes != nil || !strings.Contains(string(got), "year: 2026") || !strings.Contains(string(got), "status: draft") {
		t.Errorf("both made it: %q, %v", got, clashes)
	}
	for _, data := range []string{"", "---\n---\n", "- a\n", "\xff", "a: &x [*x]\n", strings.Repeat("[", 1000)} {
		merge.Texts(plan, []byte(data), []byte("title: B\n"), []byte("title: A\n"), nil)
		merge.Texts(initiative, []byte("---\ntitle: B\n---\n"), []byte(data), []byte("---\ntitle: A\n---\n"), nil)
	}
}

// Whatever two do to a text, each paragraph that one of them has put in is there
// afterwards, and one that nobody has touched stays; whoever has changed nothing changes
// nothing.
func TestNothingIsLost(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 2))
	made := 0
	changed := func(old []string) (now []string) {
		for _, p := range old {
			switch rnd.IntN(6) {
			case 0:
				continue
			case 1:
				made++
				p = fmt.Sprintf("Nytt %d.", made)
			case 2:
				made++
				now = append(now, fmt.Sprintf("Nytt %d.", made))
			}
			now = append(now, p)
		}
		return now
	}
	text := func(list []string) []byte { return []byte(strings.Join(list, "\n\n") + "\n") }
	chapter := merge.File{Markdown: true}
	merged := 0
	for range 3000 {
		var old []string
		for n := range rnd.IntN(6) {
			old = append(old, fmt.Sprintf("Stycke %d.", n))
		}
		mine, theirs := changed(old), changed(old)
		if got, clashes := merge.Texts(chapter, text(old), text(mine), text(old), nil); string(got) != string(text(mine)) || clashes != nil {
			t.Fatalf("mine alone: %q", got)
		}
		if got, clashes := merge.Texts(chapter, text(old), text(old), text(theirs), nil); string(got) != string(text(theirs)) || clashes != nil {
			t.Fatalf("theirs alone: %q", got)
		}
		got, clashes := merge.Texts(chapter, text(old), text(mine), text(theirs), nil)
		if len(clashes) > 0 {
			continue
		}
		merged++
		now := strings.Split(strings.TrimSuffix(string(got), "\n"), "\n\n")
		for _, p := range slices.Concat(mine, theirs) {
			untouched := slices.Contains(mine, p) && slices.Contains(theirs, p)
			if (untouched || strings.HasPrefix(p, "Nytt")) && !slices.Contains(now, p) {
				t.Fatalf("%q is lost:\n%q\n%q\n%q\n%q", p, old, mine, theirs, now)
			}
		}
		for _, p := range old {
			if slices.Contains(now, p) && (!slices.Contains(mine, p) || !slices.Contains(theirs, p)) {
				t.Fatalf("%q came back:\n%q\n%q\n%q\n%q", p, old, mine, theirs, now)
			}
		}
	}
	if merged < 500 {
		t.Errorf("only %d were merged", merged)
	}
}
