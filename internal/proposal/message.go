package proposal

import (
	"regexp"
	"strings"

	"samsyn/internal/diag"
)

// longestSubject is how many characters of a message stand in its first line.
const longestSubject = 100

// subject makes a line of some words.
func subject(s string) string {
	s = strings.Join(strings.Fields(printable(s)), " ")
	if s == "" {
		s = "Ändring"
	}
	return harmless(cut(s, longestSubject))
}

// message is a commit's message, with the trailer that says what it is. The trailer is
// last: git takes no other lines for trailers than those of the last paragraph.
func message(text, trailer string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(printable(text)), "\n")
	if rest = strings.TrimSpace(rest); rest != "" {
		rest = "\n\n" + harmless(rest)
	}
	return subject(first) + rest + "\n\n" + trailer + "\n"
}

// printable leaves out of a text what steers a screen, or turns the order of its words.
func printable(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(c rune) rune {
		if diag.Steers(c) && c != '\n' && c != '\t' {
			return -1
		}
		return c
	}, s)
}

// parts is a sign of no width, which parts what would be read together.
const parts = "\u200b"

// What forges and git act upon in messages, with the place where it is parted: references
// to issues, mentions and requests, what skips the checks ([skip ci], skip-checks: true),
// who else is an author or has signed (Co-authored-by:, Signed-off-by:), what closes an
// issue of another tracker, commands on a line of their own (GitLab's), what ends a message
// or begins a patch (git am), and commits that a rebase melts into others.
var steering = []struct {
	found *regexp.Regexp
	put   string
}{
	{regexp.MustCompile(`([#\[])`), "${1}" + parts},
	{regexp.MustCompile(`(^|[^\pL\pN._%+-])([@!])`), "${1}${2}" + parts},
	{regexp.MustCompile(`\*\*\*`), "*" + parts + "**"},
	{regexp.MustCompile(`(?m)^([ \t]*[A-Za-z][A-Za-z0-9-]*)([ \t]*:)`), "${1}" + parts + "${2}"},
	{regexp.MustCompile(`(?i)\b(clos|fix|resolv|implement|reopen)([a-z]*:?[ \t]+(?:https?://|[a-z][a-z0-9_]*-[0-9]))`), "${1}" + parts + "${2}"},
	{regexp.MustCompile(`(?m)^([ \t]*)(/|---|diff |Index: |From )`), "${1}" + parts + "${2}"},
	{regexp.MustCompile(`(?i)^(fixup|squash|amend)!`), "${1}" + parts + "!"},
}

// harmless parts what a forge or git would take for more than words: whoever writes a
// message, or a title that is told in one, steers neither. It looks as it did.
func harmless(s string) string {
	for _, a := range steering {
		s = a.found.ReplaceAllString(s, a.put)
	}
	return s
}

// cut shortens a line, between two words where that leaves most of it.
func cut(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	kept := string(r[:most-2])
	if end := strings.LastIndexByte(kept, ' '); r[most-2] != ' ' && end > len(kept)/2 {
		kept = kept[:end]
	}
	return strings.TrimRight(kept, " ,;:–-") + " …"
}
