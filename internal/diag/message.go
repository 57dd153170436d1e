package diag

import (
	"fmt"
	"slices"
	"unique"
)

// Message is a sentence in both languages that is put into words only where somebody
// reads it: there may be as many findings as there are files. What it is made of is
// the same for many and kept once; each has only what it names.
type Message struct {
	sentence unique.Handle[Text]
	said     packed // the suggestion that goes with it, and the names; nothing where there are none
}

// Tell makes a message of a Swedish and an English sentence, formats where there are
// names to put into them. What holds for all, such as a field's name, may stand in
// the sentences themselves; what the content says must be a name.
func Tell(sv, en string, names ...string) Message {
	m := Message{sentence: unique.Make(Text{sv, en})}
	if len(names) > 0 {
		m.said = pack("", names)
	}
	return m
}

// Told is a message of what is in words already.
func Told(t Text) Message { return Tell("%[1]s", "%[2]s", t.SV, t.EN) }

// Parts are what Tell made the message of.
func (m Message) Parts() (sv, en string, names []string) {
	if m.IsZero() {
		return "", "", nil
	}
	t := m.sentence.Value()
	return t.SV, t.EN, m.said.rest()
}

// IsZero tells whether the message says nothing.
func (m Message) IsZero() bool { return m.sentence == unique.Handle[Text]{} }

// suggesting is the message with a suggestion.
func (m Message) suggesting(s string) Message {
	if m.said = pack(s, m.said.rest()); len(m.said) == len(pack("", nil)) {
		m.said = ""
	}
	return m
}

// In gives the sentence in English for "en", else in Swedish.
func (m Message) In(lang string) string {
	sv, en, names := m.Parts()
	format := Text{sv, en}.In(lang)
	if len(names) == 0 {
		return format
	}
	args := make([]any, len(names))
	for i := range names {
		args[i] = names[i]
	}
	return fmt.Sprintf(format, args...)
}

// same tells whether two messages say the same.
func (m Message) same(as Message) bool {
	if m.sentence == as.sentence && slices.Equal(m.said.rest(), as.said.rest()) {
		return true
	}
	return m.In("sv") == as.In("sv") && m.In("en") == as.In("en")
}
