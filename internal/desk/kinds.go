package desk

import (
	"flag"
	"slices"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/safewrite"
)

// kind is a kind of thing that new makes.
type kind struct {
	name    string
	swedish []string // what people call it, the best word first
	flags   string   // those it takes
	make    func(*fresh, string) ([]safewrite.Change, error)
}

// kinds are the kinds of things that new makes.
func kinds() []kind {
	return []kind{
		{"plan", []string{"handlingsplan", "plan"}, "from carry", (*fresh).newPlan},
		{"initiative", []string{"insats", "aktivitet", "åtgärd"}, "plan area owner method", (*fresh).newInitiative},
		{"review", []string{"aktualitetsprövning", "prövning"}, "", (*fresh).newReview},
		{"results", []string{"resultatrapport", "resultat", "rapport"}, "from to", (*fresh).newResults},
		{"resource", []string{"kunskap", "resurs", "exempel", "metod", "utbildning"}, "", (*fresh).newResource},
		{"indicator", []string{"indikator"}, "", (*fresh).newIndicator},
		{"event", []string{"händelse", "möte", "kalenderhändelse"}, "date", (*fresh).newEvent},
	}
}

// inTheAgreement are words for what new does not make, for good reason: the parties have
// put their names to it.
var inTheAgreement = []string{"area", "område", "cooperation-area", "samverkansområde", "sub-goal", "delmål", "party", "part", "body", "grupp", "group"}

// kindOf finds a kind by its name.
func kindOf(name string) (kind, bool) {
	all := kinds()
	i := slices.IndexFunc(all, func(k kind) bool { return k.name == name })
	if i < 0 {
		return kind{}, false
	}
	return all[i], true
}

// meant is the name of the kind that a word may stand for: a Swedish name of it, or what
// is nearly one of its names. It is "" where nothing is near.
func meant(word string) string {
	word = strings.ToLower(word)
	called := map[string]string{}
	var names []string
	for _, k := range kinds() {
		for _, name := range append([]string{k.name}, k.swedish...) {
			called[name] = k.name
			names = append(names, name)
		}
	}
	if name, is := called[word]; is {
		return name
	}
	return called[diag.Nearest(word, names)]
}

// asked holds that a kind, its name and flags of its own were given.
func (a *app) asked(fs *flag.FlagSet, rest []string) (kind, error) {
	word := ""
	if len(rest) > 0 {
		word = rest[0]
	}
	k, known := kindOf(word)
	if !known {
		var sv, en []string
		for _, k := range kinds() {
			sv, en = append(sv, k.name+" ("+k.swedish[0]+")"), append(en, k.name)
		}
		a.Say("samsyn: ange vad som ska skapas: %[1]s.", "samsyn: say what is to be made: %[2]s.", strings.Join(sv, ", "), strings.Join(en, ", "))
		if slices.Contains(inTheAgreement, strings.ToLower(word)) {
			return k, a.Refuse("Områden, delmål, parter och grupper hör till själva överenskommelsen och läggs till i formulären (samsyn edit) eller i filerna i agreement/. Handboken visar hur, under ”Lägg till ett område, en part eller en grupp”.",
				"Areas, sub-goals, parties and groups belong to the agreement itself, and are added in the forms (samsyn edit) or in the files in agreement/. The handbook shows how, under “Lägg till ett område, en part eller en grupp”.")
		}
		a.Guess(meant(word))
		return k, console.ErrTold
	}
	if len(rest) < 2 {
		return k, a.Refuse("samsyn: new %[1]s behöver ett namn: året för en plan, prövning eller resultatrapport, annars titeln.", "samsyn: new %[1]s needs a name: the year of a plan, review or results report, else the title.", k.name)
	}
	var err error
	fs.Visit(func(f *flag.Flag) {
		if f.Name != "lang" && !slices.Contains(strings.Fields(k.flags), f.Name) {
			a.Say("samsyn: new %[1]s har ingen flagga --%[2]s.", "samsyn: new %[1]s has no flag --%[2]s.", k.name, f.Name)
			err = console.ErrTold
		}
	})
	return k, err
}
