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

// FrontEnd finds the line, from 0, that closes the front matter of a file. The lines
// may have their ends.
func FrontEnd(lines []string) (end int, err error) {
	if len(lines) == 0 || !isFence(lines[0]) {
		return 0, ErrNotOpened
	}
	for n := 1; n < len(lines); n++ {
		if isFence(lines[n]) {
			return n, nil
		}
	}
	return 0, ErrNotClosed
}

func isFence(line string) bool { return strings.TrimRight(line, " \t\r\n") == Fence }

// Front parts a Markdown file into its fields and its body.
func (t Text) Front() (Front, error) {
	end, err := FrontEnd(t.Lines)
	if err != nil {
		return Front{}, err
	}
	size := -1 // of the fields: the line feed before the fence is the fence's own
	for _, line := range t.Lines[1:end] {
		size += len(line) + 1
	}
	_, rest, _ := strings.Cut(t.Src, "\n")
	_, body, _ := strings.Cut(rest[size+1:], "\n")
	return Front{Fields: rest[:max(size, 0)], Body: body, BodyLine: end + 2}, nil
}

// String is the file again. Fields that do not end in a line feed get one.
func (f Front) String() string {
	fields := f.Fields
	if fields != "" && !strings.HasSuffix(fields, "\n") {
		fields += "\n"
	}
	return Fence + "\n" + fields + Fence + "\n" + f.Body
}
