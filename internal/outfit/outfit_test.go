package outfit

import (
	"encoding/json"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"samsyn/docs"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
	"samsyn/internal/source"
	"samsyn/schema"
)

func newRepository(t *testing.T) map[string]safewrite.File {
	t.Helper()
	list, err := Repository(New{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	if list[len(list)-1].Path != source.Marker {
		t.Error("the marker does not come last: what is half would be a repository")
	}
	files := map[string]safewrite.File{}
	for _, f := range list {
		files[f.Path] = f
	}
	return files
}

// A new repository holds no error on any day of its first year, and no warning but of
// what there is still to write.
func TestRepositoryIsSound(t *testing.T) {
	tree := fstest.MapFS{}
	for name, f := range newRepository(t) {
		tree[name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	for _, day := range []model.Date{{Year: 2026, Month: 1, Day: 1}, {Year: 2026, Month: 12, Day: 31}} {
		r, err := project.Of(source.FromFS(tree)).Inspect(day)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			if f.Rule.Name != "accessibility-statement-missing" && f.Rule.Name != "placeholder" {
				t.Errorf("%v: %s: %s", day, f.File, f.Message.In("sv"))
			}
		}
	}
}

// neverNew are the fields that a new thing has no use for.
var neverNew = map[string]bool{"withdrawn": true, "adopted_wording": true}

// Every field of each kind is explained where it may stand, and what is given as
// an example can be taken into use: with the signs removed the file is YAML whose
// fields the schema knows.
func TestRepositoryExplainsEveryField(t *testing.T) {
	for name, f := range newRepository(t) {
		kind := starterKind(name)
		if kind == "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			text := string(f.Data)
			if path.Ext(name) == ".md" {
				front, err := doc.NewText(name, f.Data).Front()
				if err != nil {
					t.Fatal(err)
				}
				text = front.Fields
			}
			typ, err := schema.TypeOf(kind)
			if err != nil {
				t.Fatal(err)
			}
			var used map[string]any
			if err := yaml.Unmarshal([]byte(inUse(text)), &used); err != nil {
				t.Fatalf("%v\n%s", err, inUse(text))
			}
			for _, field := range typ.FieldNames() {
				if _, there := used[field]; there == neverNew[field] {
					t.Errorf("field %s: there is %v", field, there)
				}
			}
			for _, field := range typ.Fields {
				words := strings.Fields(field.Type.Description)
				if !neverNew[field.Name] && !strings.Contains(text, "# "+strings.Join(words[:min(3, len(words))], " ")) {
					t.Errorf("field %s is not explained", field.Name)
				}
			}
		})
	}
}

// The handbook's table of identifiers names every file that an identifier stands
// in, and its command finds every file that holds an example.
func TestHandbookTellsOfTheExamples(t *testing.T) {
	files, handbook := newRepository(t), docs.Handbook
	if string(files["handbok.md"].Data) != handbook {
		t.Error("the new repository has another handbook")
	}
	rows := regexp.MustCompile("(?m)^\\| `([a-z0-9-]+)` \\| [a-zåäö]+ \\| (`.*`) \\|$").FindAllStringSubmatch(handbook, -1)
	if len(rows) < 6 {
		t.Fatalf("only %d identifiers were read from the handbook", len(rows))
	}
	for _, row := range rows {
		told := strings.Split(strings.ReplaceAll(strings.Trim(row[2], "`"), "ÅR", "2026"), "`, `")
		is := regexp.MustCompile(`(?m)^(?: *[a-z_-][^#\n]*|#\S*/.*)[ /@]` + row[1] + `(?: .*)?$`)
		var found []string
		for name, f := range files {
			if !strings.HasPrefix(name, ".") && path.Ext(name) != ".json" && name != "handbok.md" && name != "README.md" && is.Match(f.Data) {
				found = append(found, name)
			}
		}
		slices.Sort(found)
		slices.Sort(told)
		if !slices.Equal(found, told) {
			t.Errorf("%s stands in %v; the handbook says %v", row[1], found, told)
		}
	}

	command := regexp.MustCompile(`(?m)^git grep --untracked -n -i -E "(.*)" -- agreement plans samsyn.yaml$`).FindStringSubmatch(handbook)
	if command == nil {
		t.Fatal("the handbook does not say how to find the examples")
	}
	example := regexp.MustCompile("(?i)" + command[1])
	var all []safewrite.File
	for _, f := range files {
		all = append(all, f)
	}
	names := Examples(all)
	if len(names) < 8 {
		t.Errorf("only %v hold examples", names)
	}
	for _, name := range names {
		fields, body, _ := strings.Cut(string(files[name].Data), "\n---\n")
		if !example.MatchString(string(files[name].Data)) {
			t.Errorf("nothing of %s would be found", name)
		}
		for line := range strings.Lines(fields) {
			if strings.HasPrefix(strings.TrimSpace(line), "#") && path.Ext(name) == ".yaml" && example.MatchString(line) {
				t.Errorf("%s: an explanation would be found: %s", name, line)
			}
		}
		for _, paragraph := range strings.Split(body, "\n\n") {
			if p := strings.TrimSpace(paragraph); p != "" && p[0] != '#' && !example.MatchString(p) {
				t.Errorf("%s: this would not be found: %s", name, p)
			}
		}
	}
}

var leftOut = regexp.MustCompile(`(?m)^( *)#( *(?:- )?[a-z_]+:.*|  *- .*)$`)

// inUse takes all fields that are left out into use. A field that may only stand
// in another's stead stays out.
func inUse(text string) string {
	text = strings.Replace(text, "    #part: areas\n", "", 1)
	return leftOut.ReplaceAllString(text, "$1$2")
}

func TestRepositoryEditorSettings(t *testing.T) {
	files := newRepository(t)
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(files[".vscode/settings.json"].Data, &settings); err != nil {
		t.Fatal(err)
	}
	for file := range settings.Schemas {
		if _, there := files[strings.TrimPrefix(file, "./")]; !there {
			t.Errorf("%s is not there", file)
		}
	}
	for name, f := range files {
		m := regexp.MustCompile(`(?m)^# yaml-language-server: \$schema=(.*)$`).FindSubmatch(f.Data)
		if m == nil {
			if starterKind(name) != "" && path.Ext(name) == ".yaml" {
				t.Errorf("%s names no schema", name)
			}
			continue
		}
		if _, there := files[path.Join(path.Dir(name), string(m[1]))]; !there {
			t.Errorf("%s: %s is not there", name, m[1])
		}
	}
}

func TestRepositoryScriptsCanRun(t *testing.T) {
	for name, f := range newRepository(t) {
		script := strings.HasSuffix(name, ".sh") || strings.Contains(name, "/hooks/")
		if f.Executable != script {
			t.Errorf("%s: executable %v", name, f.Executable)
		}
	}
}

// What init writes goes where the tool's own repository does not: every link in it that
// leads to a file leads to one of those it writes.
func TestLinksLeadSomewhere(t *testing.T) {
	files := newRepository(t)
	link := regexp.MustCompile(`\]\(([^)#\s]+)(?:#[^)]*)?\)`)
	seen := 0
	for name, f := range files {
		text := regexp.MustCompile("(?s)```.*?```|`[^`\n]*`").ReplaceAllString(string(f.Data), "")
		if path.Ext(name) != ".md" {
			continue
		}
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], ":") {
				continue
			}
			seen++
			to := path.Join(path.Dir(name), m[1])
			within := func(other string) bool { return other == to || strings.HasPrefix(other, to+"/") }
			if !slices.ContainsFunc(slices.Collect(maps.Keys(files)), within) {
				t.Errorf("%s links to %s, which is not there", name, m[1])
			}
		}
	}
	if seen == 0 {
		t.Error("no link was found")
	}
}

// Whoever takes one of the sample's own words gets a word with its own forms and gender.
func TestOwnWordsAreSampledEachByItself(t *testing.T) {
	site := string(newRepository(t)["samsyn.yaml"].Data)
	for _, word := range []string{"one: åtgärd\n", "the_many: åtgärderna\n", "one: etappmål\n", "many: årsplaner\n"} {
		if strings.Count(site, word) != 1 {
			t.Errorf("the sample has %q %d times", word, strings.Count(site, word))
		}
	}
	if en, ett := strings.Count(site, "gender: en\n"), strings.Count(site, "gender: ett\n"); en != 2 || ett != 4 {
		t.Errorf("%d words with en and %d with ett", en, ett)
	}
}
