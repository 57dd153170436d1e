package rewrite_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/edit"
	"samsyn/internal/load"
	"samsyn/internal/rewrite"
	"samsyn/internal/source"
)

// at finds the value at a path of fields and numbers below a value that can be changed,
// and makes those on the way changeable too. The last part may be missing; where one on
// the way is, there is no holder.
func at(v *rewrite.Value, path string) (holder *rewrite.Value, index int) {
	name, rest, more := strings.Cut(path, ".")
	i := slices.IndexFunc(v.Fields, func(f rewrite.Field) bool { return f.Name == name })
	if v.Kind == yaml.SequenceNode {
		i = int(name[0] - '0')
	}
	if !more {
		return v, i
	}
	if i < 0 || v.Kind == yaml.SequenceNode && i >= len(v.Items) {
		return nil, 0
	}
	slot := &v.Fields
	if v.Kind == yaml.SequenceNode {
		v.Items[i] = rewrite.Of(v.Items[i].Was)
		return at(v.Items[i], rest)
	}
	(*slot)[i].Value = rewrite.Of((*slot)[i].Value.Was)
	return at((*slot)[i].Value, rest)
}

// put makes a change as the tests write it: PATH=TEXT, PATH:=PLAIN, -PATH, +LIST=TEXT.
func put(root *rewrite.Value, change string) {
	if path, gone := strings.CutPrefix(change, "-"); gone {
		v, i := at(root, path)
		if v.Kind == yaml.SequenceNode {
			v.Items = slices.Delete(v.Items, i, i+1)
		} else {
			v.Fields = slices.Delete(v.Fields, i, i+1)
		}
		return
	}
	path, text, _ := strings.Cut(change, "=")
	if list, more := strings.CutPrefix(path, "+"); more {
		v, _ := at(root, list+".0")
		v.Items = append(v.Items, rewrite.Text(nil, text))
		return
	}
	path, plain := strings.CutSuffix(path, ":")
	v, i := at(root, path)
	if v == nil || v.Kind == yaml.SequenceNode && i >= len(v.Items) { // the path cannot tell two equal keys apart
		return
	}
	scalar := rewrite.Text
	if plain {
		scalar = rewrite.Plain
	}
	switch {
	case v.Kind == yaml.SequenceNode:
		v.Items[i] = scalar(v.Items[i].Was, text)
	case i < 0:
		v.Fields = append(v.Fields, rewrite.Field{Name: path[strings.LastIndexByte(path, '.')+1:], Value: scalar(nil, text)})
	default:
		v.Fields[i].Value = scalar(v.Fields[i].Value.Was, text)
	}
}

func TestWith(t *testing.T) {
	for name, test := range map[string]struct{ before, change, after string }{
		"a word":              {"# top\n\ntitle:   'A'   # why\nstatus: draft\n", "title=B", "# top\n\ntitle:   B   # why\nstatus: draft\n"},
		"what needs quotes":   {"title: A\n", "title=Yes: no # x", "title: \"Yes: no # x\"\n"},
		"a number":            {"year: 2025 # so\n", "year:=2026", "year: 2026 # so\n"},
		"CRLF":                {"title: A\r\nstatus: draft\r\n", "note=T", "title: A\r\nstatus: draft\r\nnote: T\r\n"},
		"a byte order mark":   {"\ufefftitle: A\n", "title=B", "\ufefftitle: B\n"},
		"no end of line":      {"title: A", "status:=draft", "title: A\nstatus: draft\n"},
		"a new field's place": {"title: A\n# about the note\nnote: T\n", "status:=draft", "title: A\nstatus: draft\n# about the note\nnote: T\n"},
		"behind its example":  {"title: A\n# The status\n#status: draft\n# About the note\n#note: x\n", "status:=draft", "title: A\n# The status\n#status: draft\nstatus: draft\n# About the note\n#note: x\n"},
		"a field that goes":   {"title: A\nyear: 2025\nnote: T\n", "-year", "title: A\nnote: T\n"},
		"a text of lines":     {"title: A\nnote: T # x\nyear: 2025\n", "note=a\n\nb", "title: A\nnote: |- # x\n  a\n\n  b\nyear: 2025\n"},
		"from several lines":  {"title: A\nnote: >-\n  a\n  b\n\n  c\nyear: 2025\n", "note=d", "title: A\nnote: d\nyear: 2025\n"},
		"a plain of lines":    {"title: A\nnote: a\n  b\nyear: 2025\n", "note=d", "title: A\nnote: d\nyear: 2025\n"},
		"an empty value":      {"title: A\nnote:\nyear: 2025\n", "note=d", "title: A\nnote: d\nyear: 2025\n"},
		"an item":             {"parties:\n- a\n- b # why\n", "parties.1=c", "parties:\n- a\n- c # why\n"},
		"one more item":       {"parties:\n- a\n- b # why\nnote: T\n", "+parties=c", "parties:\n- a\n- b # why\n- c\nnote: T\n"},
		"an item that goes":   {"parties:\n  # the first\n  - a\n  # the second\n  - b\n", "-parties.1", "parties:\n  # the first\n  - a\n"},
		"in brackets":         {"parties: [a, \"1\"] # x\nnote: T\n", "+parties=c", "parties: # x\n  - a\n  - \"1\"\n  - c\nnote: T\n"},
		"a first field":       {"priorities:\n  - cooperation_area: a\n    text: T\n  - cooperation_area: b\n", "-priorities.0.cooperation_area", "priorities:\n  - text: T\n  - cooperation_area: b\n"},
		"a field of an item":  {"priorities:\n  - cooperation_area: a # x\n    # why\n    text: T\n", "priorities.0.text=U", "priorities:\n  - cooperation_area: a # x\n    # why\n    text: U\n"},
		"more of an item":     {"priorities:\n  - cooperation_area: a\n  - cooperation_area: b\n", "priorities.0.text=U", "priorities:\n  - cooperation_area: a\n    text: U\n  - cooperation_area: b\n"},
		"of what is repeated": {"title: &t A\nnote: *t\n", "title=B", "title: B\nnote: A\n"},
		"what repeats":        {"title: &t A\nnote: *t\n", "note=B", "title: &t A\nnote: B\n"},
		"all in braces":       {"{title: A, year: 2025}\n", "title=B", "title: B\nyear: 2025\n"},
		"comments alone":      {"# nothing yet\n", "title=B", "# nothing yet\ntitle: B\n"},
		"an unknown field":    {"title: A\nodd: {a: [1, 2]}  # x\n", "title=B", "title: B\nodd: {a: [1, 2]}  # x\n"},
		"a mark of its begin": {"---\ntitle: A\n", "title=B", "---\ntitle: B\n"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := rewrite.Read("plan", false, []byte(test.before))
			if err != nil {
				t.Fatal(err)
			}
			v := &rewrite.Value{Kind: yaml.MappingNode}
			if f.Root != nil {
				v = rewrite.Of(f.Root)
			}
			put(v, test.change)
			after, err := f.With(v, nil)
			if err != nil || string(after) != test.after {
				t.Errorf("%v\n%s", err, after)
			}
		})
	}
}

// A text that ends the front matter has no line feed there, and gets one when a field
// follows it.
func TestBehindTheLastText(t *testing.T) {
	f, err := rewrite.Read("initiative", true, []byte("---\ntitle: A\nhow_to_join: |\n  So.\n---\n"))
	if err != nil {
		t.Fatal(err)
	}
	v := rewrite.Of(f.Root)
	put(v, "note=T")
	after, err := f.With(v, nil)
	if want := "---\ntitle: A\nhow_to_join: |\n  So.\nnote: T\n---\n"; err != nil || string(after) != want {
		t.Errorf("%v %q", err, after)
	}
}

func TestText(t *testing.T) {
	before := "---\r\ntitle: A\r\n---\r\n\r\nOld.\r\n"
	f, err := rewrite.Read("initiative", true, []byte(before))
	if err != nil {
		t.Fatal(err)
	}
	text := "\nNew.\n\nMore.\n"
	after, err := f.With(rewrite.Of(f.Root), &text)
	if want := "---\r\ntitle: A\r\n---\r\n\r\nNew.\r\n\r\nMore.\r\n"; err != nil || string(after) != want {
		t.Errorf("%v %q", err, after)
	}
}

// Values throughout three files of each kind in every county can be changed and taken away alone:
// no other line differs, and a file that was laid out as fmt does it still is.
func TestEveryValueAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("long: values of all counties")
	}
	for _, dir := range []string{"../..", "../../examples/storsjo", "../../examples/blekinge", "../../examples/skane"} {
		tree, err := source.Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		files, err := load.Files(tree)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]int{}
		for _, file := range files {
			if seen[file.Schema]++; seen[file.Schema] > 3 {
				continue
			}
			data, err := tree.Read(file.Path)
			if err != nil {
				t.Fatal(err)
			}
			if file.Schema == "" || len(data) > 20_000 {
				continue
			}
			everyValue(t, filepath.Join(dir, file.Path), file.Schema, file.Markdown, data)
		}
	}
}

func everyValue(t *testing.T, name, kind string, markdown bool, data []byte) {
	f, err := rewrite.Read(kind, markdown, data)
	if err != nil || f.Root == nil {
		t.Fatalf("%s: %v", name, err)
	}
	formed := laidOut(kind, markdown, data)
	all := paths(f.Root, "")
	for i := 0; i < len(all); i += 1 + len(all)/20 {
		path := all[i]
		for _, change := range []string{path + "=Något: annat", path + "=En rad\nen till", "-" + path} {
			v := rewrite.Of(f.Root)
			put(v, change)
			after, err := f.With(v, nil)
			switch {
			case strings.HasPrefix(change, "-") && alone(f.Root, path):
				// whoever takes the last item of a list takes the list away
			case err != nil:
				t.Errorf("%s: %s: %v", name, change, err)
			case formed && !laidOut(kind, markdown, after):
				t.Errorf("%s: %s: is not laid out:\n%s", name, change, after)
			case lines(data, after) > 3:
				t.Errorf("%s: %s: %d lines differ", name, change, lines(data, after))
			}
		}
	}
}

// alone tells whether what stands at a path is all that its list or mapping holds.
func alone(root *yaml.Node, path string) bool {
	holder, _ := at(rewrite.Of(root), path)
	return len(holder.Items)+len(holder.Fields) == 1
}

func laidOut(kind string, markdown bool, data []byte) bool {
	out, err := edit.Format(kind, markdown, data)
	return err == nil && bytes.Equal(out, data)
}

// lines counts the lines of a text that another lacks, and the other way round, but for
// those that have gone with a value of several.
func lines(a, b []byte) int {
	n := 0
	count := map[string]int{}
	for _, line := range bytes.Split(a, []byte("\n")) {
		count[string(line)]++
	}
	for _, line := range bytes.Split(b, []byte("\n")) {
		if count[string(line)]--; count[string(line)] < 0 {
			n++
		}
	}
	return n
}

var idLike = regexp.MustCompile("^[a-z][a-z0-9-]*$")

// paths lists the scalars of a node.
func paths(n *yaml.Node, at string) []string {
	n = doc.Target(n)
	var list []string
	switch n.Kind {
	case yaml.MappingNode:
		for p := range doc.Pairs(n) {
			if strings.ContainsAny(p.Key.Value, ".=+-:") && !idLike.MatchString(p.Key.Value) {
				continue // put would take it for something else
			}
			list = append(list, paths(p.Value, strings.TrimPrefix(at+"."+p.Key.Value, "."))...)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content[:min(2, len(n.Content))] {
			list = append(list, paths(item, at+"."+string(rune('0'+i)))...)
		}
	default:
		list = append(list, at)
	}
	return list
}

// Whatever a file looks like, a change gives one that says what it is to say, or an error.
func FuzzWith(f *testing.F) {
	_ = filepath.WalkDir("../../examples/storsjo", func(name string, d fs.DirEntry, err error) error {
		if data, err := os.ReadFile(name); err == nil && filepath.Ext(name) == ".yaml" && len(data) < 4000 {
			f.Add(data, "x")
		}
		return nil
	})
	f.Add([]byte("a: &x\n- - b: 1\n  -\n   - c\n- *x\n? d\n: |+2\n   e\n\n"), "")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		file, err := rewrite.Read("plan", false, data)
		if err != nil {
			return
		}
		if same, err := file.With(nil, nil); err != nil || !bytes.Equal(same, data) {
			t.Fatalf("not the same without a change: %v", err)
		}
		if file.Root == nil {
			return
		}
		for _, path := range paths(file.Root, "") {
			v := rewrite.Of(file.Root)
			if strings.Contains(path, "..") || strings.HasPrefix(path, ".") || strings.HasSuffix(path, ".") {
				continue
			}
			put(v, path+"="+text)
			after, err := file.With(v, nil)
			if err != nil {
				continue
			}
			if _, err := rewrite.Read("plan", false, after); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
		}
	})
}
