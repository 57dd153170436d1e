package doc

import (
	"errors"
	"strings"
)

// Fence is the line that opens and closes a front matter.
const Fence = "---"

// Why a file has no front matter.
var (
	ErrNotOpened = errors.New("no front matter")
	ErrNotClosed = errors.New("a front matter that does not end")
)

// Front is a Markdown file parted in two.
type Front struct {
	Fields   string // YAML, which begins on line 2 of the file
	Body     string
	BodyLine int // on which the body begins, from 1
}

func isFence(line string) bool { return strings.TrimRight(line, " \t\r\n") == Fence }

// Front parts a Markdown file into its fields and its body.
func (t Text) Front() (Front, error) { return FrontOf(t.Src) }

// FrontOf parts a Markdown file that Source has given.
func FrontOf(src string) (Front, error) {
	first, rest, _ := strings.Cut(src, "\n")
	if !isFence(first) {
		return Front{}, ErrNotOpened
	}
	size, number := 0, 2
	for line := range strings.Lines(rest) {
		if isFence(line) { // to which the line feed before it belongs
			return Front{strings.TrimSuffix(rest[:size], "\n"), rest[size+len(line):], number + 1}, nil
		}
		size += len(line)
		number++
	}
	return Front{}, ErrNotClosed
}

// String is the file again. Fields that do not end in a line feed get one.
func (f Front) String() string {
	fields := f.Fields
	if fields != "" && !strings.HasSuffix(fields, "\n") {
		fields += "\n"
	}
	return Fence + "\n" + fields + Fence + "\n" + f.Body
}
