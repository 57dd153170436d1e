package county_test

import (
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"samsyn/internal/county"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

func TestPartiesGetKindsNamesAndIdentifiers(t *testing.T) {
	got, err := county.Parties([]string{
		"Länsstyrelsen i Fjäll län", "Region Fjäll", "Karlshamns kommun", "Höganäs kommun", "Borås Stad", "Grums kommun", "Uppvidinge kommun",
		"Linnéuniversitetet", "Samordningsförbundet Värend", "Kommunförbundet Skåne", "Försäkringskassan", "Svenska kyrkan", "Företagarna",
		"Skånes nätverk = network", "Polismyndigheten region Syd", "Kriminalvården, region Öst", "Kvinnonätverket", "Fackförbundet Kommunal", "Sveriges Kommuner och Regioner", "Falu kommun", "Exempelkommunen", "Samverkansgruppen",
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []county.Party{
		{"Länsstyrelsen i Fjäll län", "Länsstyrelsen", "county_administrative_board", "lansstyrelsen"},
		{"Region Fjäll", "", "region", "region-fjall"},
		{"Karlshamns kommun", "Karlshamn", "municipality", "karlshamn"},
		{"Höganäs kommun", "Höganäs", "municipality", "hoganas"},
		{"Borås Stad", "", "municipality", "boras-stad"},
		{"Grums kommun", "Grums", "municipality", "grums"},
		{"Uppvidinge kommun", "Uppvidinge", "municipality", "uppvidinge"},
		{"Linnéuniversitetet", "", "university", "linneuniversitetet"},
		{"Samordningsförbundet Värend", "", "coordination_association", "samordningsforbundet-varend"},
		{"Kommunförbundet Skåne", "", "municipal_association", "kommunforbundet-skane"},
		{"Försäkringskassan", "", "agency", "forsakringskassan"},
		{"Svenska kyrkan", "", "civil_society", "svenska-kyrkan"},
		{"Företagarna", "", "other", "foretagarna"},
		{"Skånes nätverk", "", "network", "skanes-natverk"},
		{"Polismyndigheten region Syd", "", "agency", "polismyndigheten-region-syd"},
		{"Kriminalvården, region Öst", "", "agency", "kriminalvarden-region-ost"},
		{"Kvinnonätverket", "", "network", "kvinnonatverket"},
		{"Fackförbundet Kommunal", "", "trade_union", "fackforbundet-kommunal"},
		{"Sveriges Kommuner och Regioner", "", "other", "sveriges-kommuner-och-regioner"},
		{"Falu kommun", "Falun", "municipality", "falun"},
		{"Exempelkommunen", "", "municipality", "exempelkommunen"},
		{"Samverkansgruppen", "", "other", "samverkansgruppen-2"}, // the body has the identifier
	}
	for i, w := range want {
		if got[i] != w {
			t.Errorf("got %+v, want %+v", got[i], w)
		}
	}
}

func TestPartiesRefuse(t *testing.T) {
	for _, names := range [][]string{{"漢字"}, {"A", "A"}, {"A=stad"}} {
		var refused *diag.Refused
		if _, err := county.Parties(names); !errors.As(err, &refused) {
			t.Errorf("%v: %v", names, err)
		}
	}
	if _, err := (&county.County{Name: "A", Areas: []string{"B"}, Year: 2026}).Files(); err == nil {
		t.Error("a county without parties begins")
	}
}

// What a county begins with holds no error, and no warning but of what is still to be
// written; it has the county's own names and nothing of the example.
func TestBeginningIsSound(t *testing.T) {
	parties, err := county.Parties([]string{"Region Fjäll", "Länsstyrelsen i Fjäll län", `Kommun: "Nära" #1`, "- Minus kommun", "1 kommun"})
	if err != nil {
		t.Fatal(err)
	}
	c := &county.County{Name: "Fjäll: 'län' #2", Parties: parties, Areas: []string{"Arbete", "Arbete", "Bo: ende"}, Year: 2026}
	files, err := c.Files()
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for name, data := range files {
		tree[name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	r, err := project.Of(source.FromFS(tree)).Inspect(model.Date{Year: 2026, Month: 5, Day: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Severity() == diag.Error || !slices.Contains([]string{"accessibility-statement-missing", "placeholder"}, f.Rule.Name) {
			t.Errorf("%s: %s", f.File, f.Message.In("sv"))
		}
	}
	got := r.Content
	if title := got.Agreement.Title.V; title != "Överenskommelse om samverkan i Fjäll: 'län' #2" {
		t.Errorf("the agreement is called %q", title)
	}
	if got.Config.Publisher.V != "lansstyrelsen" || len(got.Areas) != 3 || len(got.Parties.Parties) != 5 || got.Parties.Parties[2].Name.V != `Kommun: "Nära" #1` {
		t.Errorf("publisher %s, %d areas, parties %+v", got.Config.Publisher.V, len(got.Areas), got.Parties.Parties)
	}
	if ids := c.AreaIDs(); !slices.Equal(ids, []string{"arbete", "arbete-2", "bo-ende"}) {
		t.Errorf("areas are %v", ids)
	}
}
