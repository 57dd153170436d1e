package editor

import (
	"net/http"
	"strings"
	"testing"
)

// A site is shown in spite of an error, which is told above it as a form tells it, with a
// link there. Where nothing can be shown, the error is told in its place.
func TestThePreviewTellsErrorsInPlainWords(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/ny/initiative?i=2026").form(t), "title", "Ny", "words", "Ny", "do", "anyway")
	place, _, _ := strings.Cut(r.send("/ny/initiative?i=2026", form).address, "?")
	p := r.found(place + "/visa/plans/2026/ny.html")
	bar, site, shown := strings.Cut(p.text, `<header class="top">`)
	if !shown || !strings.Contains(site, "<h1>Ny</h1>") || !strings.Contains(bar, "Det finns fel att rätta: 4") || !strings.Contains(bar, "Samverkansområde: Välj ett alternativ.") || !strings.Contains(bar, "Ansvarig för uppföljningen: Välj ett alternativ.") {
		t.Errorf("the preview is\n%s", p.text)
	}
	r.decide("agreement/areas/arbete.md", func(s string) string { return "---\n[\n" + s })
	document := r.found("/visa/handlingsplan-2026.pdf")
	document.says(t, "Det går inte att visa än")
	for page, text := range map[string]string{"the preview": bar, "the page in a document's place": document.words()} {
		for _, words := range []string{"missing-field", "^", ": fel"} {
			if strings.Contains(text, words) {
				t.Errorf("%s says %q:\n%s", page, words, text)
			}
		}
	}
	if !strings.Contains(bar, place+`/fil/plans/2026/ny.md#f-cooperation_area"`) {
		t.Error("it does not lead to the field")
	}
}

// Who has chosen somebody and written another's name, too, is told: a file has room for one.
func TestOneOfTwoIsFilledIn(t *testing.T) {
	r := open(t, nil)
	at := "/fil/" + initiative
	p := r.found(at)
	p.says(t, "Part eller grupp", "Någon annan: namn", "Fyll bara i det ena.")
	for _, label := range []string{"Part eller grupp (valfritt)", "Någon annan: namn (valfritt)"} {
		if strings.Contains(p.words(), label) {
			t.Errorf("%s, though one of them has to be filled in", label)
		}
	}
	form := set(p.form(t), "owner.name", "Föreningen Norden", "words", "Norden", "do", "save")
	if form.Get("owner") == "" {
		t.Fatal("the initiative has no owner")
	}
	p = r.send(at, form)
	p.says(t, "Ansvarig: Fyll bara i det ena")
	if p.status != http.StatusUnprocessableEntity {
		t.Errorf("it is saved: %d", p.status)
	}
	p = r.send(at, set(form, "owner", ""))
	p.says(t, "Ändringen är sparad i förslaget.")
}

// What somebody saved is told as lists where it is a list.
func TestWhoWroteWhatIsAList(t *testing.T) {
	r := open(t, nil)
	at := "/fil/" + initiative
	form := set(r.found(at).form(t), "title", "Nytt namn", "owner", "", "owner.name", "Norden", "words", "Två", "do", "save")
	p := r.send(at, form)
	p.says(t, "(och en till)")
	_, who, _ := strings.Cut(p.text, "Vem har skrivit vad")
	if strings.Count(who, "<li>") < 3 || strings.Contains(who, ">- ") || strings.Contains(who, "\n- ") {
		t.Errorf("no list:\n%s", who)
	}
}
