package writing

import (
	"strings"
	"unicode"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// The rules of Markdown that readers would stumble over: what has no words, what was
// meant as Markdown and is none, and links that say nothing.

func emptyLinks(k pass.Pass) {
	links(k, func(l link) {
		if l.image == nil && wordless(l.inner) {
			k.Report(l.at, diag.Say(
				"Länken har ingen text att klicka på. Skriv vart den leder mellan [ och ]: [text](%s)",
				"The link has no text to follow. Write where it leads between [ and ]: [text](%s)", advice.Clip(l.target)))
		}
	})
	for _, t := range k.Texts {
		for _, h := range t.Doc.Headings() {
			if wordless(h.Inlines) {
				k.Report(in(t.Doc, h.At), diag.Say(
					"Rubriken har ingen text. Skriv den efter tecknet #, eller ta bort tecknet.",
					"The heading has no text. Write it after the sign #, or remove the sign."))
			}
		}
	}
}

// wordless tells whether nothing of the inlines can be seen or heard. An image counts
// by being there: that it lacks a description is told elsewhere.
func wordless(inlines []prose.Inline) bool {
	for _, i := range inlines {
		switch i := i.(type) {
		case *prose.Image, *prose.RawInline, *prose.FootnoteRef:
			return false
		case *prose.Emphasis:
			if !wordless(i.Inlines) {
				return false
			}
		case *prose.Link:
			if !wordless(i.Inlines) {
				return false
			}
		}
	}
	return strings.TrimFunc(prose.Plain(inlines), unseen) == ""
}

// unseen tells whether a character shows nothing, also between others.
func unseen(c rune) bool {
	return unicode.IsSpace(c) || unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || c == '\u2800' || c == '\u3164'
}

var literals = map[prose.LiteralKind]diag.Text{
	prose.SpacedLink: {SV: "blir ingen länk, eftersom det står ett mellanslag före parentesen. Skriv ] och ( intill varandra.",
		EN: "is no link, since a space stands before the parenthesis. Write ] and ( next to each other."},
	prose.SpaceInAddress: {SV: "blir ingen länk. Oftast står ett mellanslag i adressen: skriv %20 i stället.",
		EN: "is no link. Mostly there is a space in the address: write %20 for it."},
	prose.ReversedLink: {SV: "blir ingen länk. Texten skrivs inom [ ] och adressen inom ( ), i den ordningen.",
		EN: "is no link. The text is written within [ ] and the address within ( ), in that order."},
	prose.NoteWithoutText: {SV: "är ett fotnotsmärke utan fotnot. Skriv fotnotens text på en egen rad, som börjar med märket och ett kolon, eller ta bort märket.",
		EN: "is a footnote's mark without its note. Write the note's text on a line of its own that begins with the mark and a colon, or remove the mark."},
	prose.ExtraCells: {SV: "har fler celler än tabellens rubrik, och de sista visas inte. Ge raden lika många, eller skriv \\| för ett streck som hör till texten.",
		EN: "has more cells than the table's head, and the last ones are not shown. Give the row as many, or write \\| for a bar that is part of the text."},
	prose.NoTable: {SV: "blir ingen tabell, eftersom rubrikens rad och raden med streck har olika många celler. Ge dem lika många.",
		EN: "is no table, since the head's row and the row of dashes have different numbers of cells. Give them as many."},
	prose.UnspacedHeading: {SV: "blir ingen rubrik. Skriv ett mellanslag efter nummertecknen.",
		EN: "is no heading. Write a space after the number signs."},
}

func literalMarkdown(k pass.Pass) {
	for _, t := range k.Texts {
		if t.Doc == nil {
			continue
		}
		for _, l := range t.Doc.Literals {
			k.Report(in(t.Doc, l.At), diag.Say("”%s” %s", "“%s” %s", advice.Clip(l.Shown), literals[l.Kind]))
		}
	}
}

// vague are link texts that say nothing by themselves.
var vague = setOf("här", "klicka här", "tryck här", "klicka", "läs mer", "läs mer här", "mer här", "se här", "läs här", "länk", "länken", "denna länk", "den här länken",
	"mer information", "mer info", "läs vidare", "följ länken", "via länken",
	"here", "click here", "click", "read more", "read more here", "see here", "link", "this link", "more information", "more info", "learn more")

func setOf(all ...string) map[string]bool {
	set := make(map[string]bool, len(all))
	for _, s := range all {
		set[s] = true
	}
	return set
}

func linkTexts(k pass.Pass) {
	links(k, func(l link) {
		said := strings.TrimFunc(prose.Plain(l.inner), func(c rune) bool { return !unicode.IsLetter(c) })
		if l.image == nil && vague[strings.ToLower(strings.Join(strings.Fields(said), " "))] {
			k.Report(l.at, diag.Say(
				"Länktexten ”%s” säger inte vart länken leder. Skriv det, till exempel: [statistik om etablering](%s)",
				"The link's text “%s” does not say where it leads. Write that, such as: [figures on establishment](%s)", advice.Clip(said), advice.Clip(l.target)))
		}
	})
}
