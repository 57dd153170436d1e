package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/text"
	"samsyn/internal/view/block"
)

// What is over says so at the top of its page, so that nobody takes it for what
// applies now. What has been withdrawn has a notice of its own.

// Over tells whether the agreement applies no longer.
func (t *Language) Over() bool {
	a := t.Agreement
	return !t.Proposed() && (a.Status.V == "superseded" || !t.Options.Today.IsZero() && a.Period.Ended(t.Options.Today))
}

// Proposed tells whether the agreement has yet to be adopted.
func (t *Language) Proposed() bool {
	return t.Agreement.Status.V == "draft" || t.Agreement.Status.V == "signing"
}

// Renders tells whether what the parties have agreed on is another document than this
// text.
func (t *Language) Renders() bool {
	a := t.Agreement
	return !t.Proposed() && (a.Document.Given() || a.Source.Given() && t.Content.Signatures == nil)
}

// Rendering says in a line how the text stands to what was signed: in the words of
// the content where these are few and in the reader's language.
func (t *Language) Rendering() block.Line {
	if !t.Renders() {
		return nil
	}
	how := t.Say(text.Rendering)
	note := t.Text(t.Agreement.Source.Note, "source/note")
	if s := firstSentence(note.S); s != "" && note.Lang == "" && utf8.RuneCountInString(s) <= 100 {
		how = block.Text{S: s}
	}
	original := text.OriginalIsSigned
	if t.Manner() != Signed {
		original = text.OriginalApplies
	}
	return block.Line{{Text: how}, block.Run(" "), {Text: t.Say(original)}}
}

// firstSentence is a text up to the first full stop before a capital, or all of it.
func firstSentence(s string) string {
	s = strings.TrimSpace(s)
	for i := range s {
		if next, found := strings.CutPrefix(s[i:], ". "); found {
			if c, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(c) {
				return s[:i+1]
			}
		}
	}
	return s
}
