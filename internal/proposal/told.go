package proposal

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/project"
)

// mostTold is how many changes a message tells.
const mostTold = 50

// told says in words what files change in a version. Where the content cannot be read,
// or nothing changes in substance, the files are named.
func (s *Store) told(tip Commit, files map[string][]byte) string {
	changes, err := s.changes(tip, files)
	if err != nil || len(changes) == 0 {
		list := strings.Join(slices.Sorted(maps.Keys(files)), ", ")
		if err == nil {
			return "Ingen ändring i sak: " + list
		}
		return "Ändra " + list
	}
	whole := strings.TrimSuffix(changes[0].Sentence.SV, ".")
	first := strings.TrimSuffix(changes[0].Brief("sv"), ".")
	if len(changes) == 1 && first == whole && len([]rune(first)) <= longestSubject {
		return first
	}
	if n := len(changes) - 1; n > 0 {
		first = fmt.Sprintf("%s (och %s till)", cut(first, longestSubject-len(" (och 1000 till)")), counted(n))
	}
	var b strings.Builder
	b.WriteString(first + "\n\n")
	for i, c := range changes {
		if i == mostTold {
			fmt.Fprintf(&b, "- … och %s till\n", counted(len(changes)-i))
			break
		}
		b.WriteString("- " + strings.Join(strings.Fields(c.Sentence.SV), " ") + "\n")
	}
	return b.String()
}

// counted is a number as it is said in a sentence.
func counted(n int) string {
	if n == 1 {
		return "en"
	}
	return strconv.Itoa(n)
}

// changes are what files change in a version.
func (s *Store) changes(tip Commit, files map[string][]byte) ([]diff.Change, error) {
	was, err := project.InGit(s.repo, project.Options{Rev: string(tip)})
	if err != nil {
		return nil, err
	}
	before, err := was.Content()
	if err != nil {
		return nil, err
	}
	after, err := was.With(files).Content()
	if err != nil {
		return nil, err
	}
	return diff.Contents(before, after), nil
}
