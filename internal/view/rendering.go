package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/text"
)

// renders tells whether the parties have signed another document than this text.
func (t *tongue) renders() bool {
	a := t.Content.Agreement
	if a == nil || t.proposed() {
		return false
	}
	return a.Document.Given() || a.Source.Given() && t.Content.Signatures == nil
}

// rendering says in a line how the text stands to what was signed: in the words of
// the content where these are few and in the reader's language.
func (t *tongue) rendering() Line {
	if !t.renders() {
		return nil
	}
	how := t.say(text.Rendering)
	note := t.tr(t.Content.Agreement.Source.Note, "source/note")
	if s := firstSentence(note.S); s != "" && note.Lang == "" && utf8.RuneCountInString(s) <= 100 {
		how = Text{S: s}
	}
	return Line{{Text: how}, plain(" "), {Text: t.say(text.OriginalIsSigned)}}
}

// renderingHere is that line for the top of a page, with a link to the whole of it.
func (t *tongue) renderingHere(on string) []Block {
	line := t.rendering()
	if line == nil {
		return nil
	}
	more := t.at("agreement", aboutTheText)
	if on == "agreement" {
		more = Ref{Fragment: aboutTheText}
	}
	return []Block{Para{Tone: Quiet, Line: append(line, plain(" "), Span{Text: t.say(text.AboutThisText), Ref: more})}}
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
