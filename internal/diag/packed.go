package diag

import "encoding/binary"

// packed is some texts in one, each behind its length: a list of them would take as
// much again.
type packed string

func pack(first string, rest []string) packed {
	size := len(first) + binary.MaxVarintLen16
	for _, t := range rest {
		size += len(t) + binary.MaxVarintLen16
	}
	all := append(binary.AppendUvarint(make([]byte, 0, size), uint64(len(first))), first...)
	for _, t := range rest {
		all = append(binary.AppendUvarint(all, uint64(len(t))), t...)
	}
	return packed(all)
}

// first is the first text, "" where there is none.
func (p packed) first() string {
	text, _ := p.cut()
	return text
}

// rest are the others.
func (p packed) rest() (texts []string) {
	for _, left := p.cut(); left != ""; {
		var text string
		text, left = left.cut()
		texts = append(texts, text)
	}
	return texts
}

func (p packed) cut() (text string, left packed) {
	n, size := binary.Uvarint([]byte(p[:min(len(p), binary.MaxVarintLen64)]))
	return string(p[size:][:n]), p[size:][n:]
}
