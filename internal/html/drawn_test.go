package html

import (
	"bytes"
	"html/template"
	"testing"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/view"
	"samsyn/templates"
)

// Every page is drawn as html/template itself draws it, byte for byte.
func TestPagesAreWhatTheTemplatesSay(t *testing.T) {
	original := template.Must(template.New("site").ParseFS(templates.Pages, "*.html"))
	ready, err := compile()
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"../..", "../../examples/storsjo"} {
		w := &writer{site: view.New(loadtest.Folder(t, dir), view.Options{Drafts: true}), shapes: ready}
		for _, e := range w.site.Pages() {
			data, err := w.frame(w.site.Page(e))
			if err != nil {
				t.Fatal(err)
			}
			var want bytes.Buffer
			if err := original.ExecuteTemplate(&want, "page", data); err != nil {
				t.Fatal(err)
			}
			got, err := ready.page.Append(nil, data)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want.Bytes()) {
				t.Fatalf("%s in %s is drawn otherwise than by html/template", e.Path, dir)
			}
		}
	}
}
