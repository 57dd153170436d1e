package writing

import (
	"path"
	"regexp"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// BrokenLink is the rule that a link into the repository leads somewhere.
var BrokenLink = diag.Rule{Name: "broken-link", Severity: diag.Error}

// brokenLinks holds links to files, and then those to a place in a file.
func brokenLinks(k pass.Pass) {
	into, guess := anchors{}, &guesser{content: k.Content}
	var placed []link
	links(k, func(l link) {
		switch t := l.resolved(); {
		case t.Kind == prose.Nowhere:
			k.Report(l.at, diag.Say("Länken leder ingenstans. Skriv en adress inom parentesen.",
				"The link leads nowhere. Write an address in the parentheses."))
		case t.Kind != prose.Inside || k.Outside[t.Path]:
		case t.Path != l.doc.File && !k.Exists(t.Path):
			noFile(k, guess, l, t)
		case t.Fragment != "":
			into[t.Path] = nil
			placed = append(placed, l)
		}
	})
	findAnchors(k, into)
	for _, l := range placed {
		t := l.resolved()
		if known := into[t.Path]; known != nil && !known[t.Fragment] {
			noAnchor(k, known, l, t)
		}
	}
}

// mostGuesses is for how many links a guess is made: each looks at all files, and a
// hostile text has thousands.
const mostGuesses = 200

var (
	// web is an address on the web without its scheme.
	web     = regexp.MustCompile(`(?i)^(?:www\.[^\s/]+\.[a-z]{2,}|(?:[\pL\pN-]+\.)+(?:se|nu|com|org|net|eu|info|io|gov|int))(?:[/?#]\S*)?$`)
	mailbox = regexp.MustCompile(`(?i)^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$`)
	slashed = regexp.MustCompile(`(?i)^https?/+(\S+)$`)
	onDisk  = regexp.MustCompile(`(?i)^(?:file:|[a-z]:)`)
)

// outward is how a link out of the content is written, where one was meant; else "".
func outward(target string) string {
	switch {
	case mailbox.MatchString(target):
		return "mailto:" + target
	case web.MatchString(target):
		return "https://" + target
	case slashed.MatchString(target):
		return "https://" + slashed.FindStringSubmatch(target)[1]
	}
	return ""
}

// guesser guesses which files are meant by links that lead nowhere.
type guesser struct {
	content *model.Content
	guesses int
	// The files of the content that were read, once they are asked for, by what a slip
	// of the hand leaves as it is: their figures, or their name without folder and ending.
	byFigures, byStem map[string][]string
}

// file finds the file that a link to another means: the one nearest in
// spelling, which can be put in its place, or the only one of that name elsewhere.
func (g *guesser) file(missing string) (file string, sure bool) {
	if g.guesses++; g.guesses > mostGuesses {
		return "", false
	}
	if g.byStem == nil {
		g.list()
	}
	if near := diag.NearestAlone(missing, g.byFigures[diag.Figures(missing)]); near != "" {
		return near, true
	}
	if same := g.byStem[stemOf(missing)]; len(same) == 1 {
		return same[0], false
	}
	return "", false
}

func stemOf(file string) string {
	base := path.Base(file)
	return strings.ToLower(strings.TrimSuffix(base, path.Ext(base)))
}

func (g *guesser) list() {
	g.byFigures, g.byStem = map[string][]string{}, map[string][]string{}
	seen := make(map[string]bool, len(g.content.Texts))
	add := func(file string) {
		if seen[file] {
			return
		}
		seen[file] = true
		figures, stem := diag.Figures(file), stemOf(file)
		g.byFigures[figures] = append(g.byFigures[figures], file)
		g.byStem[stem] = append(g.byStem[stem], file)
	}
	for _, t := range g.content.Texts {
		add(t.Doc.File)
	}
	for _, id := range g.content.Identifiers {
		add(id.At.File)
	}
}

// relative is the way from a file to another, as a link is written.
func relative(from, to string) string {
	a, b := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	if path.Dir(from) == "." {
		a = nil
	}
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.ReplaceAll(strings.Repeat("../", len(a))+strings.Join(b, "/"), " ", "%20")
}

// noFile tells of a link to a file that is not there.
func noFile(k pass.Pass, guess *guesser, l link, t prose.Target) {
	target := strings.TrimSpace(l.target)
	if whole := outward(target); whole != "" {
		k.Report(l.at, diag.Say("”%[1]s” läses som en fil i mappen. Skriv %[2]s i parentesen.",
			"“%[1]s” is read as a file of this folder. Write %[2]s in the parentheses.", advice.Clip(target), advice.Clip(whole)))
		return
	}
	file, sure := guess.file(t.Path)
	switch {
	case file == "" && l.image != nil:
		k.Report(l.at, diag.Say(
			"Bilden %s finns inte. Lägg till den, eller rätta namnet, som räknas från mappen där den här filen ligger.",
			"There is no image %s. Add it, or correct the name, which counts from this file's folder.", advice.Clip(t.Path)))
		return
	case file == "":
		k.Report(l.at, diag.Say(
			"Filen %s finns inte. Rätta länken, som räknas från mappen där den här filen ligger.",
			"There is no file %s. Correct the link, which counts from this file's folder.", advice.Clip(t.Path)))
		return
	}
	link := relative(l.doc.File, file)
	if t.Fragment != "" {
		link += "#" + t.Fragment
	}
	message := diag.Say(
		"Filen %s finns inte. Menade du %s? Länkar räknas från mappen där den här filen ligger.",
		"There is no file %s. Did you mean %s? Links count from this file's folder.", advice.Clip(t.Path), link)
	if !sure {
		link = ""
	}
	k.Suggest(l.at, message, link)
}

// unsafe says what to do about a link that may not be followed.
func unsafe(url string) diag.Text {
	if onDisk.MatchString(url) {
		return diag.Say("Länken ”%s” leder till en fil på en dator, som ingen annan når. Lägg filen på webben och länka dit, eller lägg den här och skriv namnet på den.",
			"The link “%s” leads to a file on a computer, which nobody else can reach. Put the file on the web and link to that, or put it here and write its name.", advice.Clip(url))
	}
	return diag.Say(
		"Länken ”%s” går inte att använda. Länka med https, http, mailto eller tel.",
		"The link “%s” cannot be used. Link with https, http, mailto or tel.", advice.Clip(url))
}
