package files

import (
	"html/template"
	"io/fs"
	"net/http"

	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/html"
	"samsyn/internal/prose"
	"samsyn/internal/view"
)

type markdownPage struct {
	web.Frame
	Text template.HTML
}

// markdown shows a text as it will look, drawn as the site draws it.
func (v *visit) markdown() error {
	file := v.R.PathValue("file")
	if !fs.ValidPath(file) {
		return web.ErrNoPage
	}
	p := markdownPage{Frame: v.Headed("", "Så här kommer texten att se ut", "This is how the text will look")}
	doc, err := prose.Parse(file, 1, []byte(v.R.PostForm.Get(form.Body)))
	if err != nil {
		p.Text = template.HTML(template.HTMLEscapeString(p.Say("Texten går inte att visa: den är för djupt nästlad.", "The text cannot be shown: it is nested too deeply.")))
	} else {
		shown := view.New(v.Content, view.Options{Today: v.Today, Drafts: true}).InMain()
		p.Text = html.Fragment(shown.Prose(file, doc, 1), v.Lang, v.At("/visa/"))
	}
	if v.R.PostForm.Get("bare") != "" { // only the text, for the script that shows it beside the field
		v.W.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = v.W.Write([]byte(p.Text))
		return nil
	}
	return v.Draw("markdown", http.StatusOK, p)
}
