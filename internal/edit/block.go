package edit

import (
	"maps"
	"slices"
	"strings"

	"samsyn/internal/doc"
)

// SetBlock writes a mapping of texts as a top-level field of a Markdown file's
// front matter: in the place of the field, or before the first of the fields
// named in before. Nothing else in the file changes.
func SetBlock(data []byte, field string, values map[string]string, before ...string) ([]byte, error) {
	lines := strings.SplitAfter(string(data), "\n")
	end, err := doc.FrontEnd(lines)
	if err != nil {
		return nil, err
	}
	ending := "\n"
	if strings.HasSuffix(lines[0], "\r\n") {
		ending = "\r\n"
	}
	from, to := fieldLines(lines[:end], field)
	for i := 0; from == 0 && i < len(before); i++ {
		from, _ = fieldLines(lines[:end], before[i])
		to = from
	}
	if from == 0 {
		from, to = end, end
	}
	block := []string{field + ":" + ending}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		block = append(block, "  "+key+": "+values[key]+ending)
	}
	return []byte(strings.Join(slices.Concat(lines[:from], block, lines[to:]), "")), nil
}

// fieldLines finds the lines of a top-level field with what is indented below
// it; from is 0 where there is none.
func fieldLines(lines []string, field string) (from, to int) {
	for i := 1; i < len(lines); i++ {
		if !strings.HasPrefix(lines[i], field+":") {
			continue
		}
		to = i + 1
		for to < len(lines) && strings.HasPrefix(lines[to], " ") {
			to++
		}
		return i, to
	}
	return 0, 0
}

func withoutTrailingBlank(lines []string) []string {
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
