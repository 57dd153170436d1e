package fetch

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/model"
	"samsyn/internal/rewrite"
)

func value(v float64) model.Number { return model.Number{V: v, At: text("").At} }
func whole(v int) model.Int        { return model.Int{V: v, At: text("").At} }
func of(v float64) *float64        { return &v }

// told is what becomes of a series, in words.
func told(s Series) string {
	var words []string
	for _, e := range s.Added {
		var fields []string
		for _, f := range e.Fields {
			fields = append(fields, f.Name+" "+f.Value.Text)
		}
		words = append(words, "add "+strings.Join(fields, ", "))
	}
	for n, set := range s.Updated {
		words = append(words, fmt.Sprint("update ", n, " ", map[string]string(set)))
	}
	for _, c := range s.Changes {
		if c.Kept {
			words = append(words, "keep "+c.Was+" for "+c.Is)
		}
	}
	for _, u := range s.Unknown {
		words = append(words, "unknown "+u)
	}
	return strings.Join(words, "; ")
}

func TestMerge(t *testing.T) {
	c := &model.Content{Parties: &model.Parties{Parties: []model.Party{{ID: text("alvesta"), Kind: text("municipality"), Code: text("0764")}}}}
	row := Row{Year: 2024, Code: "0007", Total: of(10), Women: of(6), Men: of(4)}
	observed := model.Observation{Year: whole(2024), Total: value(10), Women: value(6), Men: value(4)}
	for _, test := range []struct {
		name       string
		population string
		unit       string
		series     []model.Observation
		told       []Row
		earlier    []Row
		want       string
	}{
		{"new", "", "", nil, []Row{row}, nil, "add year 2024, total 10, women 6, men 4"},
		{"the same", "", "", []model.Observation{observed}, []Row{row}, nil, ""},
		{"about women", "women", "", nil, []Row{row}, nil, "add year 2024, women 6"},
		{"about boys", "boys", "", nil, []Row{row}, nil, "add year 2024, men 4"},
		{"a count without its total", "", "count", nil, []Row{{Year: 2024, Code: "07", Women: of(6), Men: of(4)}}, nil, "add year 2024, total 10, women 6, men 4"},
		{"a share without its total", "", "percent", nil, []Row{{Year: 2024, Code: "07", Women: of(6), Men: of(4)}}, nil, "add year 2024, women 6, men 4"},
		{"a month and a category", "", "", nil, []Row{{Year: 2024, Month: 3, Code: "0764", Category: "16–24 år", Total: of(1.5)}}, nil, "add year 2024, month 3, place alvesta, category 16–24 år, total 1.5"},
		{"hidden", "", "", nil, []Row{{Year: 2024, Code: "07", Flag: "suppressed"}}, nil, "add year 2024, flag suppressed"},
		{"revised", "", "", []model.Observation{observed}, []Row{{Year: 2024, Code: "07", Total: of(11), Women: of(6)}}, []Row{row}, "update 0 map[men: total:11]"},
		{"final after provisional", "", "", []model.Observation{{Year: whole(2024), Total: value(9), Flag: text("provisional")}}, []Row{{Year: 2024, Code: "07", Total: of(9)}}, []Row{{Year: 2024, Code: "07", Total: of(9), Flag: "provisional"}}, "update 0 map[flag:]"},
		{"by hand", "", "", []model.Observation{{Year: whole(2024), Total: value(9)}}, []Row{row}, nil, "keep 9 for 10 (6/4)"},
		{"changed by hand", "", "", []model.Observation{{Year: whole(2024), Total: value(9)}}, []Row{row}, []Row{{Year: 2024, Code: "07", Total: of(8)}}, "keep 9 for 10 (6/4)"},
		{"marked by hand", "", "", []model.Observation{{Year: whole(2024), Total: value(10), Women: value(6), Men: value(4), Flag: text("approximate")}}, []Row{row}, []Row{row}, "keep 10 (6/4) approximate for 10 (6/4)"},
		{"elsewhere", "", "", nil, []Row{{Year: 2024, Code: "0765", Total: of(1)}, {Year: 2024, Code: "00", Total: of(1)}, {Year: 2024, Code: "08", Total: of(1)}}, nil, "unknown 0765; unknown 00; unknown 08"},
	} {
		t.Run(test.name, func(t *testing.T) {
			i := &model.Indicator{Population: text(test.population), Unit: text(test.unit), Series: test.series}
			i.Source.Fetch = asking("kolada", "N1", "07", "0764", "0765")
			if got := told(Merge(c, i, test.told, test.earlier)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// What is revised and new stands where it belongs, and all else as it stood.
func TestWrite(t *testing.T) {
	before := "# top\nsource:\n  name: K # n\nseries:\n  - year: 2022 # first\n    total: 48.2 # t\n    women: 40\n    note: 'a: b'\n  - {year: 2023, total: 50, note: x}\n  - year: 2024\n    flag: missing\n"
	s := Series{Updated: map[int]update{0: {"total": "49", "women": "", "men": "51.5"}, 1: {"total": "51.25", "flag": "provisional"}, 2: {"flag": "", "total": "3"}},
		Added: []*rewrite.Value{entry(Row{Year: 2025, Code: "1177", Total: of(4)})}}
	got, err := s.Write([]byte(before), model.Date{Year: 2026, Month: 5, Day: 4})
	want := "# top\nsource:\n  name: K # n\n  retrieved: 2026-05-04\nseries:\n  - year: 2022 # first\n    total: 49 # t\n    men: 51.5\n    note: 'a: b'\n" +
		"  - year: 2023\n    total: 51.25\n    note: x\n    flag: provisional\n  - year: 2024\n    total: 3\n  - year: 2025\n    place: \"1177\"\n    total: 4\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	for _, refused := range []string{"", "name: K\n", "source:\n  name: K\nseries: none\n"} {
		if got, err := s.Write([]byte(refused), model.Date{Year: 2026, Month: 5, Day: 4}); err == nil {
			t.Errorf("%q became %q", refused, got)
		}
	}
}
