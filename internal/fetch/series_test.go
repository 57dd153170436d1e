package fetch

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/model"
)

func value(v float64) model.Number { return model.Number{V: v, At: text("").At} }
func whole(v int) model.Int        { return model.Int{V: v, At: text("").At} }
func of(v float64) *float64        { return &v }

// told is what becomes of a series, in words.
func told(s Series) string {
	var words []string
	for _, e := range s.Added {
		var fields []string
		for _, f := range e {
			fields = append(fields, f.Name+" "+f.Value+f.Text)
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
