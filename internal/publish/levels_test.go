package publish_test

import (
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/view"
	"samsyn/internal/view/document"
)

// notBlekinge is what Blekinge's agreement has not: cooperation areas, yearly plans,
// signatures, initiatives that are told of, and so nothing of which all is well.
var notBlekinge = regexp.MustCompile(`(?i)samverkansområde|(^|[^\d])0 (delmål|insatser|parter|lokala)|undertecknad|undertecknare|inget saknas|handlingsplaner|ingen insats`)

// A county that is built in another way is told of in its own levels alone, and of how
// its agreement came about.
func TestBlekingeIsToldInItsOwnLevels(t *testing.T) {
	content := loadtest.Folder(t, "../../examples/blekinge")
	files := siteOf(t, "blekinge")
	for file, data := range files {
		if !strings.HasSuffix(file, ".html") {
			continue
		}
		plain := strings.ReplaceAll(machines.ReplaceAllString(data, " "), "\u00ad", "")
		if found := notBlekinge.FindString(plain); found != "" {
			t.Errorf("%s says %q", file, found)
		}
		_, menu, _ := strings.Cut(data, "<nav")
		menu, _, _ = strings.Cut(menu, "</nav>")
		if strings.Contains(menu, "calendar.html") || strings.Contains(menu, "join.html") || strings.Contains(menu, "indicators.html") {
			t.Errorf("the menu of %s leads to a page that has nothing to tell", file)
		}
	}
	for _, d := range document.All(view.New(content, options)) {
		if found := notBlekinge.FindString(said(t, d.Make())); found != "" {
			t.Errorf("the document %s says %q", d.ID, found)
		}
	}
	for file, wanted := range map[string][]string{
		"index.html":                    {"Finns, men är inte inlagd här", "Karlshamns kommun", "4\u00a0delmål"},
		"parties/karlshamn.html":        {"LÖK Karlshamn", "Finns, men är inte inlagd här", "Tar emot nyanlända", "Utökad lägesbild"},
		"places/karlshamn.html":         {"LÖK Karlshamn", "Finns, men är inte inlagd här"},
		"parties/lansstyrelsen.html":    {"Återrapport till regeringen", "beredskap och kapacitet"},
		"bodies/beredningsgruppen.html": {"Bereder åt", "Utses av"},
		"organisation.html":             {"Beredningsgruppen bereder ärenden åt Integrationsrådet.", "Arbets- och fokusgrupper utses av Beredningsgruppen."},
		"follow-up.html":                {"Inget att bedöma", "Utökad lägesbild", "Ingen ansvarar"},
		"agreement.html":                {"Genom e-post", "Datum framgår inte", "Reglerade uppdrag och ansvar", "Helena Morgonsköld"},
		"areas/mottagning.html":         {"lokala överenskommelser som inte är inlagda här"},
	} {
		plain := strings.ReplaceAll(files[file], "\u00ad", "")
		for _, w := range wanted {
			if !strings.Contains(plain, w) {
				t.Errorf("%s does not say %q", file, w)
			}
		}
	}
}
