package files

import (
	"net/http"
	"net/url"

	"samsyn/internal/diag"
	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/project"
)

// kindsPage asks what is to be added.
type kindsPage struct {
	web.Frame
	Kinds []kindToAdd
}

type kindToAdd struct{ Label, Help, Address string }

// kinds lists what can be added.
func (v *visit) kinds() error {
	p := kindsPage{Frame: v.Headed("ny", "Vad vill du lägga till?", "What would you like to add?")}
	add := func(label, help, address string) { p.Kinds = append(p.Kinds, kindToAdd{label, help, v.At(address)}) }
	all, err := form.NewKinds(v.Project, form.Options{Language: v.Lang})
	if err != nil {
		return err
	}
	add(p.Say("Nästa års {plan}", "Next year's {plan}"), p.Say("Med det som fortsätter från en tidigare.", "With what goes on from an earlier one."), "/ny/plan")
	add(p.Say("Från Excel eller Word", "From Excel or Word"), p.Say("Läs in {initiatives} från en fil, eller hämta en arbetsbok till ett möte.", "Read in {initiatives} from a file, or get a workbook for a meeting."), "/las-in")
	for _, k := range all {
		switch {
		case k.Kind == "plan":
			add(p.Say("Tom {plan}", "Empty {plan}"), p.Say("Utan något från en tidigare.", "With nothing from an earlier one."), "/ny/tom-plan")
		case len(k.In) > 0:
			for _, in := range k.In {
				add(p.Say("%[1]s i %[2]s", "%[1]s in %[2]s", k.Label, in.Label), "", "/ny/"+k.Kind+"?i="+url.QueryEscape(in.Value))
			}
		default:
			help := isFor[k.Kind]
			add(k.Label, p.Say(help.SV, help.EN), "/ny/"+k.Kind)
		}
	}
	v.entries(add, p.Say)
	return v.Draw("kinds", http.StatusOK, p)
}

// isFor says what kinds of things are for that one seldom adds.
var isFor = map[string]diag.Text{
	"area":       diag.Say("Med egna {sub_goals} och {cooperation_areas}.", "With {sub_goals} and {cooperation_areas} of its own."),
	"indicator":  diag.Say("En siffra som följs år för år.", "A figure that is followed year by year."),
	"resource":   diag.Say("Ett gott exempel, en metod, en rapport eller en utbildning.", "A good example, a method, a report or a training."),
	"review":     diag.Say("Om {the_agreement} ska gälla som {agreement:den|det} är.", "Whether {the_agreement} is to stand as it is."),
	"results":    diag.Say("Vad som kom ut av arbetet under ett år.", "What came of the work of a year."),
	"chapter":    diag.Say("Ett avsnitt i {the_agreement's} text.", "A chapter of {the_agreement's} text."),
	"strategies": diag.Say("Andra strategier som {the_agreement} hör ihop med.", "Other strategies that {the_agreement} goes with."),
	"signatures": diag.Say("Vem som har skrivit under {the_agreement}, och när.", "Who has signed {the_agreement}, and when."),
	"places":     diag.Say("Kommuner och andra platser, för kartan.", "Municipalities and other places, for the map."),
	"calendar":   diag.Say("Möten, beslut och sista dagar.", "Meetings, decisions and last days."),
}

// entries adds what is no file of its own but an entry in the form of another thing.
func (v *visit) entries(add func(label, help, address string), say func(sv, en string, args ...any) string) {
	for _, a := range v.Content.Areas {
		add(say("{Cooperation_area} eller {sub_goal} i %[1]s", "{Cooperation_area} or {sub_goal} in %[1]s", a.Title.V), "", "/fil/"+web.Escaped(a.Path)+"#f-cooperation_areas")
	}
	for _, e := range [][4]string{
		{"agreement/parties.yaml", "{Party}", "{Party}", "f-parties"},
		{"agreement/organisation.yaml", "Grupp", "Group", "f-bodies"},
		{"agreement/calendar.yaml", "Händelse i kalendern", "Event of the calendar", "f-events"},
	} {
		if v.Tree().IsFile(e[0]) {
			add(say(e[1], e[2]), "", "/fil/"+e[0]+"#"+e[3])
		}
	}
}

// begin is the form of something new.
func (v *visit) begin() error {
	if v.R.PathValue("kind") == "plan" {
		return v.carryForm()
	}
	f, err := v.fresh(v.Project)
	if err != nil {
		return err
	}
	p, err := v.formPage(f, v.R.URL.Query())
	if err != nil {
		return err
	}
	return v.Draw("form", http.StatusOK, p)
}

// fresh begins something new of the kind that the address names.
func (v *visit) fresh(p *project.Project) (*form.Form, error) {
	kind := v.R.PathValue("kind")
	if kind == "tom-plan" {
		kind = "plan"
	}
	return form.New(p, kind, v.R.URL.Query().Get("i"), form.Options{Language: v.Lang, Today: v.Today})
}

// make takes the form of something new.
func (v *visit) make() error {
	if v.R.PathValue("kind") == "plan" {
		return v.carryOver()
	}
	return v.taken(v.Project, v.Commit, v.fresh)
}
