package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// example is the made-up county that uses every field.
func example(t testing.TB) fstest.MapFS {
	t.Helper()
	return loadtest.Copy(t, "../../examples/storsjo")
}

func contentOf(t testing.TB, files fs.FS) *model.Content {
	t.Helper()
	return loadtest.Content(t, source.FromFS(files))
}

func sentences(changes []Change) string {
	var b strings.Builder
	for _, c := range changes {
		fmt.Fprintln(&b, c.Tell("sv"))
	}
	return b.String()
}

func TestNothingChanged(t *testing.T) {
	for _, root := range []string{"../..", "../../examples/storsjo"} {
		c := loadtest.Folder(t, root)
		if got := Contents(c, c); len(got) > 0 {
			t.Errorf("%s differs from itself: %s", root, sentences(got))
		}
		all := Contents(nil, c)
		if len(all) < 20 {
			t.Errorf("%s: only %d things", root, len(all))
		}
		for _, c := range all {
			if c.Kind != Added || c.Title == "" || c.File == "" || !strings.HasSuffix(c.Sentence.SV, ".") && !strings.HasSuffix(c.Sentence.SV, "?") {
				t.Errorf("%+v", c)
			}
		}
	}
}

// Every field of the model that holds a value must be told when it changes: the
// test changes the first two values that the example has of each field, one in turn. All but
// the translations are tried without them: two versions are then held against each other
// only in what they do not share, which is a part of the content at a time.
func TestEveryFieldIsTold(t *testing.T) {
	files := example(t)
	everyFieldIsTold(t, files, func(part string) bool { return part == "Translations" })
	maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return strings.Count(path.Base(name), ".") > 1 })
	everyFieldIsTold(t, files, func(part string) bool { return part != "Translations" })
}

func everyFieldIsTold(t *testing.T, files fstest.MapFS, part func(name string) bool) {
	old := contentOf(t, files)
	new := *old
	var visit func(v reflect.Value, path string, undoable func(string))
	tried := map[string]int{} // how many values of a field, in whatever item of a list
	item := regexp.MustCompile(`\[\d+\]`)
	try := func(path string) {
		field := item.ReplaceAllString(path, "[]")
		if tried[field]++; tried[field] > 2 {
			return
		}
		changes := Contents(old, &new)
		if len(changes) == 0 {
			t.Errorf("%s may change without being told", path)
		}
		for _, c := range changes {
			if toItself(c.Sentence.SV, " från ", " till ") || toItself(c.Sentence.SV, " har ", " tillkommit och ") {
				t.Errorf("%s: what changed is not told: %s", path, c.Sentence.SV)
			}
		}
	}
	skip := map[string]bool{"Identifiers": true, "References": true, "Unread": true, "Texts": true, "Broken": true, "Path": true, "File": true, "At": true, "SignaturesAt": true, "Of": true, "Language": true}
	visit = func(v reflect.Value, path string, _ func(string)) {
		switch x := v.Interface().(type) {
		case model.Text:
			if x.Given() {
				v.Set(reflect.ValueOf(model.Text{V: x.V + "x", At: x.At}))
				try(path)
				v.Set(reflect.ValueOf(x))
			}
			return
		case model.Int:
			alter(v, x, model.Int{V: x.V + 1, At: x.At}, x.Given(), func() { try(path) })
			return
		case model.Number:
			alter(v, x, model.Number{V: x.V + 1, At: x.At}, x.Given(), func() { try(path) })
			return
		case model.Bool:
			alter(v, x, model.Bool{V: !x.V, At: x.At}, x.Given(), func() { try(path) })
			return
		case model.When:
			alter(v, x, model.When{V: model.Date{Year: x.V.Year + 1, Month: x.V.Month, Day: x.V.Day}, At: x.At}, x.Given(), func() { try(path) })
			return
		case *prose.Doc:
			if x != nil && len(x.Blocks) > 0 {
				alter(v, x, &prose.Doc{Blocks: x.Blocks[1:]}, true, func() { try(path) })
			}
			return
		case map[string]model.Text:
			for k, was := range x {
				x[k] = model.Text{V: was.V + "x", At: was.At}
				try(path)
				x[k] = was
			}
			return
		case map[string]string:
			for k, was := range x {
				x[k] = was + "x"
				try(path)
				x[k] = was
			}
			return
		case map[string]model.Count:
			for k, was := range x {
				x[k] = model.Count{Total: model.Number{V: was.Total.V + 1, At: diag.Whole("x")}, At: diag.Whole("x")}
				try(path)
				x[k] = was
			}
			return
		}
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				visit(v.Elem(), path, nil)
			}
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i), fmt.Sprintf("%s[%d]", path, i), nil)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Type().Field(i)
				if !skip[f.Name] && f.Name != "Plan" {
					visit(v.Field(i), path+"."+f.Name, nil)
				}
			}
		}
	}
	whole, shared, apart := reflect.ValueOf(&new).Elem(), reflect.ValueOf(old).Elem(), reflect.ValueOf(contentOf(t, files)).Elem()
	for i := range whole.NumField() {
		name := whole.Type().Field(i).Name
		if skip[name] || !part(name) {
			continue
		}
		whole.Field(i).Set(apart.Field(i))
		visit(whole.Field(i), "."+name, nil)
		if got := Contents(old, &new); len(got) > 0 {
			t.Errorf("the test left changes behind: %s", sentences(got))
		}
		whole.Field(i).Set(shared.Field(i))
	}
	if len(tried) == 0 {
		t.Error("no field was tried")
	}
}

// A thing whose name says what it is is not called so twice.
func TestTheKindIsSaidOnce(t *testing.T) {
	for _, c := range []struct{ kind, title, want string }{
		{"body", "Gruppen för boende", "Gruppen för boende"}, {"body", "Gruppens vänner", "gruppen Gruppens vänner"},
		{"body", "Jobb", "gruppen Jobb"}, {"body", "Gruppen", "gruppen Gruppen"},
		{"plan", "Handlingsplan 2025", "Handlingsplan 2025"}, {"plan", "Program 2025", "planen Program 2025"}, {"plan", "Planer", "planen Planer"},
	} {
		if got := (&thing{kind: c.kind, title: same(c.title)}).name().SV; got != c.want {
			t.Errorf("%s is called %s", c.title, got)
		}
	}
}

// toItself tells a sentence that says of something that it became what it was.
func toItself(sentence, before, between string) bool {
	for rest := sentence; ; {
		_, after, found := strings.Cut(rest, before)
		if !found {
			return false
		}
		for i := range after {
			if left, right := after[:i], after[i:]; left != "" && strings.HasPrefix(right, between) && strings.HasPrefix(right[len(between):], left) &&
				strings.Contains(" .", right[len(between)+len(left):][:1]) {
				return true
			}
		}
		rest = after
	}
}

func alter[T any](v reflect.Value, was, is T, given bool, try func()) {
	if given {
		v.Set(reflect.ValueOf(is))
		try()
		v.Set(reflect.ValueOf(was))
	}
}

func TestJSON(t *testing.T) {
	files := example(t)
	old := contentOf(t, files)
	p := "plans/2025/sprakvan.md"
	files[p] = &fstest.MapFile{Data: bytes.Replace(files[p].Data, []byte("owner: oppen-dorr"), []byte("owner: fjallsta"), 1)}
	var b bytes.Buffer
	if err := WriteJSON(&b, Contents(old, contentOf(t, files))); err != nil {
		t.Fatal(err)
	}
	var got struct{ Changes []map[string]string }
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	wanted := map[string]string{"kind": "changed", "thing": "initiative", "id": "2025/sprakvan", "title": "Språkvän", "field": "owner", "old": "oppen-dorr", "new": "fjallsta"}
	if len(got.Changes) != 1 || !reflect.DeepEqual(got.Changes[0], wanted) {
		t.Errorf("%s", b.String())
	}
	b.Reset()
	if err := WriteJSON(&b, nil); err != nil || strings.Join(strings.Fields(b.String()), "") != `{"changes":[]}` {
		t.Errorf("%s", b.String())
	}
}

// One change of the example at a time, and what is said of it.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ file, old, new, sv, en string }{
		{"agreement/areas/arbete.md", "text: Öppna fler arbetsplatser för praktik.", "text: Öppna fler arbetsplatser för arbete.",
			"Samverkansområdet ”Öppna fler arbetsplatser för arbete”: lydelse omformulerad. Tidigare: ”Öppna fler arbetsplatser för praktik.” Nu: ”Öppna fler arbetsplatser för arbete.” Två insatser hör till samverkansområdet. Det rör text som parterna har ställt sig bakom.",
			"The cooperation area “Öppna fler arbetsplatser för arbete”: wording reworded. Before: “Öppna fler arbetsplatser för praktik.” Now: “Öppna fler arbetsplatser för arbete.” Two initiatives belong to the cooperation area. This is text that the parties have put their names to."},
		{"agreement/areas/kultur.md", "till området som helhet", "till hela området",
			"Området Kultur: inledning omformulerad. Tidigare: ”… samverkansområden. Insatser knyts till området som helhet.” Nu: ”… samverkansområden. Insatser knyts till hela området.” En insats hör till området. Det rör text som parterna har ställt sig bakom.",
			"The area Kultur: introduction reworded. Before: “… samverkansområden. Insatser knyts till området som helhet.” Now: “… samverkansområden. Insatser knyts till hela området.” One initiative belongs to the area. This is text that the parties have put their names to."},
		{"plans/2025/sprakvan.md", "cooperation_area: arbete-2", "cooperation_area: kultur",
			"Insatsen Språkvän har flyttats från samverkansområdet ”Skapa mötesplatser där nya och gamla invånare talar svenska” till ”Kultur”.",
			"The initiative Språkvän was moved from the cooperation area “Skapa mötesplatser där nya och gamla invånare talar svenska” to “Kultur”."},
		{"plans/2025/sprakvan.md", "  - name: Kafé Kanelbullen\n", "",
			"Insatsen Språkvän: bland medverkande har Kafé Kanelbullen tagits bort.",
			"The initiative Språkvän: Kafé Kanelbullen removed among partners."},
		{"agreement/parties.yaml", "name: Fjällsta kommun", "name: Fjällsta stad",
			"Parten Fjällsta kommun heter nu Fjällsta stad.",
			"The party Fjällsta kommun is now called Fjällsta stad."},
		{"agreement/indicators/i-arbete.yaml", "direction: up", "direction: down",
			"Indikatorn Nya invånare i arbete: önskad utveckling ändrad från Ökar till Minskar.",
			"The indicator Nya invånare i arbete: wanted course changed from Rises to Falls."},
		{"agreement/agreement.yaml", "to: 2028-06", "to: 2029-06",
			"Överenskommelsen: giltighetstid ändrad från 15 maj 2023 – juni 2028 till 15 maj 2023 – juni 2029. Det rör text som parterna har ställt sig bakom.",
			"The agreement: validity changed from 15 May 2023 – June 2028 to 15 May 2023 – June 2029. This is text that the parties have put their names to."},
		{"agreement/agreement.yaml", "  to: 2028-06\n", "",
			"Överenskommelsen: giltighetstid ändrad från 15 maj 2023 – juni 2028 till ”från 15 maj 2023”. Det rör text som parterna har ställt sig bakom.",
			"The agreement: validity changed from 15 May 2023 – June 2028 to “from 15 May 2023”. This is text that the parties have put their names to."},
		{"plans/2025/sprakvan.md", "    amount_sek: 450000\n", "    amount_sek: 500000\n",
			"Insatsen Språkvän: bland finansiärerna har Påhittade kulturfonden, Bidragsgivare, Möten som gör skillnad, 500 000 kronor tillkommit och Påhittade kulturfonden, Bidragsgivare, Möten som gör skillnad, 450 000 kronor tagits bort.",
			"The initiative Språkvän: Påhittade kulturfonden, Bidragsgivare, Möten som gör skillnad, 500,000 SEK added and Påhittade kulturfonden, Bidragsgivare, Möten som gör skillnad, 450,000 SEK removed among funding."},
		{"agreement/agreement.yaml", "  note: Påhittad källa.\n", "  note: Hopdiktad källa.\n",
			"Överenskommelsen: anmärkning (källa) ändrad från ”Påhittad källa” till ”Hopdiktad källa”.",
			"The agreement: note (source) changed from “Påhittad källa” to “Hopdiktad källa”."},
		{"agreement/organisation.yaml", "    reports_to: forum\n    prepares_for", "    prepares_for",
			"Beredningsgruppen rapporterar inte längre till Forum.",
			"The group Beredningsgruppen no longer reports to Forum."},
		{"agreement/organisation.yaml", "    reports_to: forum\n    prepares_for", "    reports_to: jobbgruppen\n    prepares_for",
			"Beredningsgruppen rapporterar nu till Jobbgruppen, tidigare Forum.",
			"The group Beredningsgruppen now reports to Jobbgruppen, before Forum."},
		{"agreement/agreement.yaml", "  note: Påhittad källa.\n", "",
			"Överenskommelsen: anmärkning (källa) borttagen (var ”Påhittad källa”).",
			"The agreement: note (source) removed (was “Påhittad källa”)."},
		{"agreement/calendar.yaml", "        areas:\n          - boende\n", "",
			"Händelsen Länsdialog om boende: uppgifterna om ”Så bygger vi smått, Eva Mall, Ödeby kommun” ändrade (områden).",
			"The event Länsdialog om boende: what is said of “Så bygger vi smått, Eva Mall, Ödeby kommun” changed (areas)."},
		{"plans/2025/sprakvan.md", "Inspirationen kommer från [språkkaféet", "Idén kommer från [språkkaféet",
			"Insatsen Språkvän: beskrivning omformulerad. Tidigare: ”… veckan och talar svenska. Inspirationen kommer från språkkaféet i …” Nu: ”… veckan och talar svenska. Idén kommer från språkkaféet i …”",
			"The initiative Språkvän: description reworded. Before: “… veckan och talar svenska. Inspirationen kommer från språkkaféet i …” Now: “… veckan och talar svenska. Idén kommer från språkkaféet i …”"},
		{"plans/2025/sprakvan.md", "../../agreement/resources/sprakkafe-i-angsvik.md", "https://angsvik.example/",
			"Insatsen Språkvän: en länk eller bild leder till en annan adress än förut.",
			"The initiative Språkvän: a link or picture leads to another address than before."},
		{"agreement/areas/arbete.en.md", "title: Work and language", "title: Work",
			"Översättningen av Arbete och språk (English): titel omformulerad. Tidigare: ”Work and language”. Nu: ”Work”.",
			"The translation of Arbete och språk (English): title reworded. Before: “Work and language”. Now: “Work”."},
		{"agreement/parties.en.yaml", "short_name: The County Board", "short_name: The Board",
			"Översättningen av parterna (English): kort namn (lansstyrelsen) omformulerat. Tidigare: ”The County Board”. Nu: ”The Board”.",
			"The translation of the parties (English): short name (lansstyrelsen) reworded. Before: “The County Board”. Now: “The Board”."},
		{"agreement/agreement.yaml", "  - file: text/arbetssatt.md\n  - part: target_groups\n", "  - part: target_groups\n  - file: text/arbetssatt.md\n",
			"Överenskommelsen: avsnittens ordning omordnad.",
			"The agreement: order of the chapters in another order."},
		{"agreement/agreement.yaml", "  - part: terms\n", "",
			"Överenskommelsen: bland avsnitten har Begrepp tagits bort.",
			"The agreement: Terms removed among order of the chapters."},
	} {
		files := example(t)
		old := contentOf(t, files)
		if n := bytes.Count(files[c.file].Data, []byte(c.old)); n != 1 {
			t.Fatalf("%q stands %d times in %s", c.old, n, c.file)
		}
		files[c.file] = &fstest.MapFile{Data: bytes.Replace(files[c.file].Data, []byte(c.old), []byte(c.new), 1)}
		changes := Contents(old, contentOf(t, files))
		if len(changes) != 1 {
			t.Errorf("%s: %s", c.new, sentences(changes))
			continue
		}
		for lang, wanted := range map[string]string{"sv": c.sv, "en": c.en} {
			if got := strings.ReplaceAll(changes[0].Tell(lang), "\u00a0", " "); got != wanted {
				t.Errorf("got  %s\nwant %s", got, wanted)
			}
		}
	}
}

// Who reads of changes knows titles, not where files lie.
func TestFilesAreCalledByTheirTitles(t *testing.T) {
	files := example(t)
	old := contentOf(t, files)
	file := regexp.MustCompile(`\.(md|yaml)\b`)
	for _, c := range Contents(nil, old) {
		if file.MatchString(c.Tell("sv") + c.Tell("en")) {
			t.Errorf("%s", c.Tell("sv"))
		}
	}
	p := "agreement/agreement.yaml"
	files[p] = &fstest.MapFile{Data: bytes.Replace(files[p].Data, []byte("  - file: text/arbetssatt.md\n"), nil, 1)}
	got := sentences(Contents(old, contentOf(t, files)))
	if !strings.Contains(got, "bland avsnitten har Vårt arbetssätt tagits bort") {
		t.Errorf("%s", got)
	}
}

// The order of what the parties have put their names to is signed as well, so that it
// is told where the digest changes. What comes or goes is told of itself alone.
func TestSignedOrderIsTold(t *testing.T) {
	files := example(t)
	old := contentOf(t, files)
	for _, c := range []struct {
		swap  func(*model.Content)
		field string
		sv    string
	}{
		{func(c *model.Content) { turn(c.Parties.Parties) }, "parties", "Överenskommelsen: ordning mellan parter omordnad. "},
		{func(c *model.Content) { turn(c.Agreement.Terms) }, "terms", "Överenskommelsen: ordning mellan begrepp omordnad. "},
		{func(c *model.Content) { turn(c.Agreement.TargetGroups) }, "target_groups", "Överenskommelsen: ordning mellan målgrupper omordnad. "},
	} {
		new := contentOf(t, files)
		c.swap(new)
		if canon.Signed(old).Whole == canon.Signed(new).Whole {
			t.Fatalf("%s: the digest is the same", c.field)
		}
		got := Contents(old, new)
		if len(got) != 1 || got[0].Kind != Changed || got[0].Thing != "agreement" || got[0].Field != c.field || !got[0].Signed || got[0].Tell("sv") != c.sv+onSigned.SV {
			t.Errorf("%s: %s", c.field, sentences(got))
		}
		inverse(t, old, new, c.field)
	}
	fewer := contentOf(t, files)
	fewer.Agreement.Terms = fewer.Agreement.Terms[1:]
	if got := Contents(old, fewer); len(got) != 1 || got[0].Kind != Removed {
		t.Errorf("a term that went is told as %s", sentences(got))
	}
}

func turn[T any](list []T) { list[0], list[1] = list[1], list[0] }

// A folder of a country's size must not take time by the square.
func TestManyRenames(t *testing.T) {
	var old, new []*thing
	for i := range 20000 {
		for _, side := range []struct {
			list *[]*thing
			id   string
		}{{&old, fmt.Sprint("2025/a", i)}, {&new, fmt.Sprint("2025/b", i)}} {
			*side.list = append(*side.list, &thing{kind: "initiative", id: side.id, local: side.id, renamable: true, titleField: "title", title: same(fmt.Sprint("Insats ", i))})
		}
	}
	changes := compare(old, new)
	if len(changes) != 20000 || changes[7].Kind != Renamed || changes[7].Old != "2025/a7" || changes[7].New != "2025/b7" {
		t.Errorf("%d changes, such as %+v", len(changes), changes[7])
	}
}

func TestMarkdownEscapesWhatTheContentSays(t *testing.T) {
	files := example(t)
	old := contentOf(t, files)
	p := "plans/2025/sprakvan.md"
	files[p] = &fstest.MapFile{Data: bytes.Replace(files[p].Data, []byte("title: Språkvän"), []byte("title: '@alla <img src=x> [här](https://ont.example) #12 WWW.ont.example'"), 1)}
	var b bytes.Buffer
	if err := WriteMarkdown(&b, Contents(old, contentOf(t, files)), "sv"); err != nil {
		t.Fatal(err)
	}
	bare := regexp.MustCompile(`\\.`).ReplaceAllString(b.String(), "")
	for _, bad := range []string{"@alla", "<", "[", "(", "https://", "#12", "WWW."} {
		if strings.Contains(bare, bad) {
			t.Errorf("%q stands in\n%s", bad, b.String())
		}
	}
}

// A reworded text is shown once where it can be struck and underlined, and not at all where
// a line has to do.
func TestPieces(t *testing.T) {
	files := example(t)
	old := contentOf(t, files)
	p := "plans/2025/sprakvan.md"
	files[p] = &fstest.MapFile{Data: bytes.Replace(files[p].Data, []byte("Inspirationen"), []byte("Idén"), 1)}
	changes := Contents(old, contentOf(t, files))
	if len(changes) != 1 {
		t.Fatal(sentences(changes))
	}
	var shown []string
	for _, piece := range changes[0].Pieces("sv") {
		shown = append(shown, fmt.Sprint(piece.Op, piece.Text))
	}
	want := []string{"0Insatsen Språkvän: beskrivning omformulerad: ", "0… veckan och talar svenska.", "0 ", "1Inspirationen", "0 ", "2Idén", "0 ", "0kommer från språkkaféet i …"}
	if !slices.Equal(shown, want) {
		t.Errorf("%q", shown)
	}
	if got := changes[0].Brief("sv"); got != "Insatsen Språkvän: beskrivning omformulerad." {
		t.Error(got)
	}
	var b bytes.Buffer
	if err := WriteMarkdown(&b, changes, "sv"); err != nil || !strings.Contains(b.String(), " ~~Inspirationen~~ **Idén** ") {
		t.Errorf("%v: %s", err, b.String())
	}
}
