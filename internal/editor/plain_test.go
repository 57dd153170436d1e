package editor

import (
	"net/http"
	"strings"
	"testing"
)

// A site that cannot be shown for an error tells of it as a form does, and leads there.
func TestAnErrorStopsTheSiteInPlainWords(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/ny/initiative?i=2026").form(t), "title", "Ny", "words", "Ny", "do", "anyway")
	place, _, _ := strings.Cut(r.send("/ny/initiative?i=2026", form).address, "?")
	p := r.found(place + "/visa/")
	p.says(t, "Webbplatsen går inte att visa än", "Ny , Samverkansområde: Välj ett alternativ.")
	for _, words := range []string{"missing-field", "^", "plans/2026"} {
		if strings.Contains(p.words(), words) {
			t.Errorf("the page says %q:\n%s", words, p.words())
		}
	}
	if !strings.Contains(p.text, place+`/fil/plans/2026/ny.md#f-cooperation_area"`) {
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
