package diag

import (
	"encoding/binary"
	"fmt"
	"unique"
)

// Message is a sentence in both languages that is put into words only where somebody
// reads it: there may be as many findings as there are files. What it is made of is
// the same for many and kept once; each has only what it names.
type Message struct {
	sentence unique.Handle[Text]
	names    string // each behind its length: a list would take as much again
}

// Tell makes a message of a Swedish and an English sentence, formats where there are
// names to put into them. What holds for all, such as a field's name, may stand in
// the sentences themselves; what the content says must be a name.
func Tell(sv, en string, names ...string) Message {
	size := 0
	for _, name := range names {
		size += len(name) + binary.MaxVarintLen16
	}
	packed := make([]byte, 0, size)
	for _, name := range names {
		packed = append(binary.AppendUvarint(packed, uint64(len(name))), name...)
	}
	return Message{unique.Make(Text{sv, en}), string(packed)}
}

// Told is a message of what is in words already.
func Told(t Text) Message { return Tell("%[1]s", "%[2]s", t.SV, t.EN) }

// Parts are what Tell made the message of.
func (m Message) Parts() (sv, en string, names []string) {
	if m.IsZero() {
		return "", "", nil
	}
	for rest := m.names; rest != ""; {
		n, size := binary.Uvarint([]byte(rest[:min(len(rest), binary.MaxVarintLen64)]))
		names = append(names, rest[size:][:n])
		rest = rest[size:][n:]
	}
	t := m.sentence.Value()
	return t.SV, t.EN, names
}

// IsZero tells whether the message says nothing.
func (m Message) IsZero() bool { return m.sentence == unique.Handle[Text]{} }

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
	return m == as || m.In("sv") == as.In("sv") && m.In("en") == as.In("en")
}
