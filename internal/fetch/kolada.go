package fetch

import (
	"cmp"
	"encoding/json"
	"fmt"

	"samsyn/internal/model"
)

// koladaAnswer is an answer of Kolada's API, version 3, to a question for data.
type koladaAnswer struct {
	Values *[]struct {
		KPI          string `json:"kpi"`
		Municipality string `json:"municipality"`
		Period       int    `json:"period"`
		Values       []struct {
			Gender string   `json:"gender"` // T all, K women, M men
			Value  *float64 `json:"value"`
			Status string   `json:"status"`
		} `json:"values"`
	} `json:"values"`
	Next     string `json:"next_url"`
	NextPage string `json:"next_page"` // as some clients have it
}

// kolada reads one answer. Figures that were not asked for are passed over.
func kolada(body []byte, f model.Fetch) (rows []Row, next string, err error) {
	var k koladaAnswer
	if err := json.Unmarshal(body, &k); err != nil {
		return nil, "", fmt.Errorf("%w: %w", ErrNonsense, err)
	}
	if k.Values == nil {
		return nil, "", ErrNonsense
	}
	for _, v := range *k.Values {
		if v.KPI != f.Figure.V || !asked(f, v.Municipality) {
			continue
		}
		if err := sound(v.Period); err != nil {
			return nil, "", err
		}
		r := Row{Year: v.Period, Code: v.Municipality}
		status := ""
		for _, x := range v.Values {
			switch x.Gender {
			case "T":
				r.Total, status = x.Value, x.Status
			case "K":
				r.Women = x.Value
			case "M":
				r.Men = x.Value
			default:
				return nil, "", fmt.Errorf("%w: the gender %q", ErrNonsense, x.Gender)
			}
		}
		r.flag(status)
		rows = append(rows, r)
	}
	return rows, cmp.Or(k.Next, k.NextPage), nil
}

// flag sets what a source's mark says of a value that is there, or of one that is not.
func (r *Row) flag(status string) {
	none := r.Total == nil && r.Women == nil && r.Men == nil
	switch mark := marks[status]; {
	case none && mark == "suppressed":
		r.Flag = mark
	case none:
		r.Flag = "missing"
	case mark == "provisional":
		r.Flag = mark
	}
}

// marks are how the sources mark values: Kolada in words, Statistics Sweden with signs.
var marks = map[string]string{
	"Private": "suppressed", "Secret": "suppressed", "x": "suppressed", "s": "suppressed", "c": "suppressed",
	"Missing": "missing", "..": "missing", ".": "missing", "...": "missing",
	"Preliminary": "provisional", "p": "provisional", "P": "provisional", "*": "provisional", "prel": "provisional",
}
