package editor

import (
	"net/http"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A translation is begun where it is missing, with the original beside each field.
func TestTranslating(t *testing.T) {
	base, err := txtar.ParseFile("../cli/testdata/content.txtar")
	if err != nil {
		t.Fatal(err)
	}
	config := string(base.Files[0].Data)
	r := open(t, map[string]string{"samsyn.yaml": strings.Replace(config, "language: sv\n", "language: sv\nlanguages: [en]\n", 1)})
	r.found("/innehall?saknar=en").says(t, "Språk på jobbet", "Översätt till engelska")
	r.found("/fil/"+initiative).says(t, "översätt till engelska")
	const address = "/oversatt/en/" + initiative
	p := r.found(address)
	p.says(t, "Språk på jobbet på engelska", "På svenska: Språk på jobbet", "Deltagarna lär sig språket på jobbet.")
	p = r.send(address, set(p.form(t), "title", "Language at work", "do", "save", "words", "På engelska"))
	p.says(t, "Ändringen är sparad i förslaget.")
	place := "/" + r.branches()
	if got := git(t, r.dir, "show", r.branches()+":plans/2026/sprak.en.md"); !strings.Contains(got, "title: Language at work") {
		t.Errorf("saved:\n%s", got)
	}
	if p := r.found(place + "/innehall?saknar=en&q=jobbet"); strings.Contains(p.text, place+address) {
		t.Error("it is still missing")
	}
	r.found(place+"/fil/"+initiative).says(t, "Översättningar: engelska")
	if p := r.found(place + address); p.address != place+"/fil/plans/2026/sprak.en.md" {
		t.Errorf("one that is there leads to %s", p.address)
	}
	for _, none := range []string{"/oversatt/fi/" + initiative, "/oversatt/en/plans/2026/none.md", "/oversatt/en/../../etc/passwd", "/oversatt/sv/" + initiative} {
		if p := r.get(none); p.status != http.StatusNotFound {
			t.Errorf("%s: %d", none, p.status)
		}
	}
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}
