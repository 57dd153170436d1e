package form_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/form"
	"samsyn/internal/form/wording"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/schema"
)

// keys are the words of files that are no Swedish words: names of fields, and values.
func keys(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	walkTypes(t, func(of *schema.Type) {
		for _, v := range of.Enum {
			all[v] = true
		}
		for _, f := range of.Fields {
			all[f.Name] = true
		}
	})
	for _, word := range []string{"text", "period", "status", "plan", "plans", "region", "regional", "sv", "en", "ett", "men", "part", "parts", "organisation", "order", "by", "example"} {
		delete(all, word)
	}
	return all
}

// walkTypes goes through the types of all fields of all kinds of files.
func walkTypes(t *testing.T, do func(*schema.Type)) {
	t.Helper()
	var walk func(of *schema.Type, deep int)
	walk = func(of *schema.Type, deep int) {
		if of == nil || deep > 9 {
			return
		}
		do(of)
		for _, v := range of.Variants {
			walk(v, deep+1)
		}
		walk(of.Items, deep+1)
		for _, f := range of.Fields {
			walk(f.Type, deep+1)
		}
	}
	for _, kind := range []string{"agreement", "area", "calendar", "indicator", "initiative", "organisation", "parties", "places", "plan", "resource", "results", "review", "samsyn", "signatures", "strategies"} {
		of, err := schema.TypeOf(kind)
		if err != nil {
			t.Fatal(err)
		}
		walk(of, 0)
	}
}

// What helps beside a field is in the words of people, too: no name of a field and no value as
// files have it, and nothing about files and folders.
func TestHelpSpeaksPlainly(t *testing.T) {
	all, helped, said := keys(t), 0, map[string]bool{}
	w := wording.New(nil)
	ofFiles := regexp.MustCompile(`(?i)mappe?n|bort filen|snedstreck`)
	commands := regexp.MustCompile(`[Kk]ommandot samsyn \pL+`)
	walkTypes(t, func(of *schema.Type) {
		help := commands.ReplaceAllString(w.Help(of), "")
		if help == "" || said[help] || strings.Contains(help, "(allowed_signers") { // whose folder a county's technician names
			return
		}
		helped, said[help] = helped+1, true
		for _, word := range inText.FindAllString(paths.ReplaceAllString(help, ""), -1) {
			if all[word] {
				t.Errorf("says %q: %s", word, help)
			}
		}
		if bad := ofFiles.FindString(help); bad != "" {
			t.Errorf("says %q: %s", bad, help)
		}
	})
	if helped < 200 {
		t.Errorf("only %d fields are helped with", helped)
	}
}

// paths are addresses of things and files in a sentence.
var paths = regexp.MustCompile(`\S*[/.@-]\S+`)

var inText = regexp.MustCompile(`[\pL_][\pL\pN_]*`)

// Whatever a rule says, a form says it without the words of the files.
func TestRulesSpeakPlainlyInForms(t *testing.T) {
	all, told := keys(t), 0
	for _, r := range check.Rules() {
		doc, err := rules.Read(r)
		if err != nil {
			t.Fatal(err)
		}
		today, _ := model.ParseDate(doc.Today)
		for _, c := range doc.Cases {
			if !c.Bad() {
				continue
			}
			for _, p := range inForms(loadtest.Case(t, c), today) {
				told++
				for _, word := range inText.FindAllString(paths.ReplaceAllString(p.Message.SV, ""), -1) {
					if all[word] {
						t.Errorf("%s %s says %q: %s", r.Name, c.Name, word, p.Message.SV)
					}
				}
			}
		}
	}
	if told < 100 {
		t.Errorf("only %d findings were told in forms", told)
	}
}

// inForms are the problems that the forms of a content tell.
func inForms(tree *source.Tree, today model.Date) (list []form.Problem) {
	p := project.Of(tree)
	found, err := p.Inspect(today)
	if err != nil {
		return nil
	}
	var done []string
	for _, one := range found.Findings {
		if slices.Contains(done, one.File) {
			continue
		}
		done = append(done, one.File)
		if f, err := form.Open(p, one.File, form.Options{}); err == nil {
			f.Tell(found)
			list = append(list, f.Told()...)
		}
	}
	return list
}
