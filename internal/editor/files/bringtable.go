package files

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"samsyn/internal/exchange"
	"samsyn/internal/form"
	"samsyn/internal/intake"
)

// columns are what those of a table are, with what else they may be.
type columns struct {
	Title string // the table's or the sheet's
	Kind  string // of what is in the rows of the sheet
	Name  string // of the fields in which one chooses
	Told  bool   // the visitor has
	Odd   bool   // a column is not read, or is called otherwise than its field
	List  []column
	Kinds []form.Pick
}

type column struct{ Heading, Kind string }

// Was is what the columns were taken for.
func (c columns) Was() string {
	var kinds []string
	for _, one := range c.List {
		kinds = append(kinds, one.Kind)
	}
	return strings.Join(kinds, " ")
}

// mostRead is how many columns of a sheet are told of.
const mostRead = 100

// choice is what the visitor has said that the columns of a table are.
type choice struct {
	name  string // of the fields
	kinds []string
}

// choices are those that differ from what the columns were taken for, or did so before.
// Nothing has been said of a file that is chosen now.
func (v *visit) choices(of string, fresh bool) (all []choice) {
	for _, was := range v.R.PostForm[of] {
		name, kinds, _ := strings.Cut(was, " ")
		chosen := v.R.PostForm[name]
		if fresh || !strings.HasPrefix(name, "kolumn-") || v.R.PostForm.Get(name+"-valda") == "" && strings.Join(chosen, " ") == kinds {
			continue
		}
		all = append(all, choice{name, chosen})
	}
	return all
}

// choseAnew tells whether the visitor has chosen for a column something else than what the
// page was drawn of.
func (v *visit) choseAnew() bool {
	return slices.ContainsFunc(slices.Concat(v.R.PostForm["kolumner"], v.R.PostForm["bladkolumner"]), func(was string) bool {
		name, kinds, _ := strings.Cut(was, " ")
		return strings.Join(v.R.PostForm[name], " ") != kinds
	})
}

// takeTable reads a workbook or a CSV file. One of which no column is known is shown all the
// same, for the visitor to say what they are.
func (v *visit) takeTable(p *bringPage, data []byte) (map[string][]byte, error) {
	var told []exchange.Chosen
	for _, c := range v.choices("bladkolumner", p.fresh) {
		told = append(told, exchange.Chosen{Sheet: v.R.PostForm.Get(c.name + "-blad"), Kind: v.R.PostForm.Get(c.name + "-slag"), Keys: c.kinds})
	}
	in, err := exchange.Take(v.Project, p.File, bytes.NewReader(data), p.Plan, func(t *exchange.Told) bool {
		mine := v.R.PostForm.Get(clashOf(t)) == "mine"
		p.clash(t, mine)
		return mine
	}, told)
	if in != nil {
		p.read(in.Read, told)
	}
	if err != nil {
		if in != nil {
			p.keep(data, nil, 0)
		}
		return nil, err
	}
	p.keep(data, intake.OfTable(in), len(in.Files))
	return in.Files, nil
}

// read tells what columns were read as. One field cannot be two columns.
func (p *bringPage) read(all []exchange.Sheet, told []exchange.Chosen) {
	for n, s := range all {
		if len(s.Columns) > mostRead {
			continue
		}
		of := columns{Title: s.Title, Kind: s.Kind, Name: fmt.Sprintf("kolumn-blad-%d", n)}
		for _, r := range s.Columns {
			of.List = append(of.List, column{r.Heading, r.Key})
			of.Odd = of.Odd || !(r.Empty && r.Heading == "") && !strings.EqualFold(r.Field, r.Heading)
		}
		for _, f := range s.Fields {
			of.Kinds = append(of.Kinds, form.Pick{Value: f.Key, Label: f.Field})
		}
		if i := slices.IndexFunc(told, func(c exchange.Chosen) bool { return c.Sheet == s.Title }); i >= 0 {
			of.Told = true
			p.twice(of, told[i].Keys)
		}
		p.Read = append(p.Read, of)
	}
}

// twice tells of a field that was chosen for two columns.
func (p *bringPage) twice(of columns, keys []string) {
	for i, key := range keys {
		f := slices.IndexFunc(of.Kinds, func(k form.Pick) bool { return k.Value == key })
		if f >= 0 && slices.Contains(keys[:i], key) {
			p.wrong(fmt.Sprintf("#%s-%d", of.Name, i), p.Say("”%[1]s” är valt för två kolumner. Välj det för en av dem.", "“%[1]s” is chosen for two columns. Choose it for one of them.", of.Kinds[f].Label))
		}
	}
}
