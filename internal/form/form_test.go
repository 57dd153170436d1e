package form_test

import (
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/form"
	"samsyn/internal/outfit"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// submitted are the values of a form as a browser sends them: line breaks as CR and LF.
func submitted(f *form.Form) url.Values {
	values := url.Values{}
	var add func(fields []*form.Field)
	add = func(fields []*form.Field) {
		for _, f := range fields {
			switch f.Kind {
			case form.Group, form.OneOf:
			case form.Many:
				values[f.Path] = append([]string{""}, f.Values...)
			default:
				values.Set(f.Path, strings.ReplaceAll(f.Value, "\n", "\r\n"))
			}
			add(f.Fields)
		}
	}
	add(f.Fields)
	return values
}

func counties(t testing.TB) []string {
	var dirs []string
	for _, dir := range []string{"../..", "../../examples/storsjo", "../../examples/blekinge", "../../examples/skane"} {
		dir, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	return dirs
}

// A form that is submitted as it was shown changes nothing, in any file of any county.
func TestUntouchedChangesNoByte(t *testing.T) {
	for i, dir := range counties(t) {
		p, err := project.Open(dir, project.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = p.Close() }()
		languages := []string{"sv"}
		if i == 1 {
			languages = append(languages, "en")
		}
		for _, language := range languages {
			things, err := form.Things(p, form.Options{Language: language})
			if err != nil {
				t.Fatal(err)
			}
			for _, thing := range things {
				was, err := p.Tree.Read(thing.File)
				if err != nil {
					t.Fatal(err)
				}
				f, err := form.Open(p, thing.File, form.Options{Language: language})
				if err != nil {
					t.Errorf("%s: %v", thing.File, err)
					continue
				}
				is, err := f.Take(submitted(f))
				if err != nil || string(is) != string(was) {
					t.Errorf("%s: changed, or %v", thing.File, err)
				}
			}
		}
	}
}

// Nor in the files of a new content, whose fields are explained in comments.
func TestUntouchedStarter(t *testing.T) {
	files, err := outfit.Repository(outfit.New{Year: 2027})
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	p := project.Of(source.FromFS(tree))
	things, err := form.Things(p, form.Options{})
	if err != nil || len(things) < 7 {
		t.Fatalf("%d things: %v", len(things), err)
	}
	for _, thing := range things {
		f, err := form.Open(p, thing.File, form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if is, err := f.Take(submitted(f)); err != nil || string(is) != string(tree[thing.File].Data) {
			t.Errorf("%s: changed, or %v", thing.File, err)
		}
	}
}

// Nothing in a form speaks of how files are written, whose words are not those of people
// who fill in forms.
func TestHelpIsOfForms(t *testing.T) {
	written := regexp.MustCompile(`\.yaml|---|\(true\)|\(false\)|post med|[a-z]_[a-z]|citattecken|decimalpunkt|Utelämna|\(file\)|\(owner\)`)
	p := storsjo(t)
	things, err := form.Things(p, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, thing := range things {
		f, err := form.Open(p, thing.File, form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var look func([]*form.Field)
		look = func(fields []*form.Field) {
			for _, field := range fields {
				if field.Path != "source.fetch.from" && written.MatchString(field.Help) && !strings.Contains(field.Help, "allowed_signers") {
					t.Errorf("%s %s: %s", thing.Kind, field.Path, field.Help)
				}
				if field.Label == "" || strings.Contains(field.Label, "{") {
					t.Errorf("%s %s is called %q", thing.Kind, field.Path, field.Label)
				}
				look(field.Fields)
			}
		}
		look(f.Fields)
	}
}

// Help says the county's own words, as labels do.
func TestHelpSaysTheCountysWords(t *testing.T) {
	_, f, _ := opened(t, sprakvan)
	if got, want := fieldAt(t, f, "sub_goals").Help, "De etappmål som insatsen bidrar till."; got != want {
		t.Errorf("got %q", got)
	}
}
