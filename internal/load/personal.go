package load

import (
	"path"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
	"samsyn/internal/source"
)

func (t text) personal() []diag.Finding {
	var found []diag.Finding
	for n, line := range t.Lines {
		for _, m := range identity.Find(line) {
			found = append(found, personalFinding(t.Place(n, m[0], m[1]-m[0]), line[m[0]:m[1]]))
			if len(found) == mostOfAKind {
				return found
			}
		}
	}
	return found
}

// personalValues finds numbers that a quoted text spells with escapes, so that
// they stand on no line. What stands in phone is a number to call.
func (f *file) personalValues(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Style&yaml.DoubleQuotedStyle != 0 {
		at := f.locator.Place(n)
		for _, m := range identity.Find(n.Value) {
			if !f.personalOn(int(at.Range.Start.Line), int(at.Range.End.Line)) {
				f.findings = append(f.findings, personalFinding(at, n.Value[m[0]:m[1]]))
				break
			}
		}
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 1 && n.Content[i-1].Value == "phone" {
			continue
		}
		f.personalValues(c)
	}
}

// personalOn tells whether a number stands on the lines.
func (f *file) personalOn(first, last int) bool {
	for _, line := range f.text.Lines[first-1 : last] {
		if len(identity.Find(line)) > 0 {
			return true
		}
	}
	return false
}

// personalNames finds numbers in the names of files, and in a folder's name once.
func personalNames(entries []source.Entry) []diag.Finding {
	var found []diag.Finding
	told := map[string]bool{}
	for _, e := range entries {
		for name := e.Path; name != "."; name = path.Dir(name) {
			if len(identity.Find(path.Base(name))) > 0 && !told[name] {
				told[name] = true
				found = append(found, personalFinding(diag.Whole(e.Path), path.Base(name)))
			}
		}
	}
	return found
}

func personalFinding(at diag.Place, number string) diag.Finding {
	f := diag.New("personal-identity-number", at, diag.Say(
		"Här står ett personnummer eller samordningsnummer (%[1]s). Ta bort det. Säg också till den som sköter versionshistoriken, för numret finns kvar i äldre versioner.",
		"There is a personal identity number here (%[1]s). Remove it, and tell whoever looks after the history, since older versions still hold it.", identity.Mask(number)))
	f.Secret = true
	return f
}
