package fetch

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/model"
)

// stat is a dataset in JSON-stat 2.0 (json-stat.org/full).
type stat struct {
	Version, Class, Updated string
	ID                      []string
	Size                    []int
	Role                    struct{ Time, Geo, Metric []string }
	Dimension               map[string]struct {
		Category struct {
			Index json.RawMessage // a list of codes, or an object of code to place
			Label map[string]string
		}
	}
	Value     json.RawMessage // a list, or an object of place to value
	Status    json.RawMessage // one text, a list, or an object of place to text
	Extension struct {
		PX struct{ TableID string }
	}
}

const mostCells = 1_000_000

// cube is a dataset that has been taken apart.
type cube struct {
	stat
	codes  [][]string // of each dimension
	values []*float64
	marks  []string
}

func open(body []byte) (*cube, error) {
	c := &cube{}
	if err := json.Unmarshal(body, &c.stat); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNonsense, err)
	}
	if c.Version != "2.0" || c.Class != "dataset" || len(c.ID) == 0 || len(c.ID) != len(c.Size) {
		return nil, fmt.Errorf("%w: no dataset in JSON-stat 2.0", ErrNonsense)
	}
	cells := 1
	for i, id := range c.ID {
		if c.Size[i] < 1 || c.Size[i] > mostCells || cells*c.Size[i] > mostCells {
			return nil, fmt.Errorf("%w: %d values in %q", ErrNonsense, c.Size[i], id)
		}
		cells *= c.Size[i]
		codes, err := codesOf(c.Dimension[id].Category.Index, c.Dimension[id].Category.Label)
		if err != nil || len(codes) != c.Size[i] {
			return nil, fmt.Errorf("%w: the codes of %q", ErrNonsense, id)
		}
		c.codes = append(c.codes, codes)
	}
	var err error
	if c.values, err = spread[*float64](c.Value, cells); err != nil {
		return nil, err
	}
	var one string
	if json.Unmarshal(c.Status, &one) == nil && one != "" {
		c.marks = slices.Repeat([]string{one}, cells)
	} else if c.marks, err = spread[string](c.Status, cells); err != nil {
		return nil, err
	}
	return c, nil
}

// codesOf are a dimension's codes in their order. One category may lack an index.
func codesOf(index json.RawMessage, label map[string]string) ([]string, error) {
	var list []string
	if len(index) == 0 {
		if len(label) != 1 {
			return nil, ErrNonsense
		}
		return slices.Collect(maps.Keys(label)), nil
	}
	if json.Unmarshal(index, &list) == nil {
		return list, nil
	}
	var at map[string]int
	if err := json.Unmarshal(index, &at); err != nil {
		return nil, ErrNonsense
	}
	list = make([]string, len(at))
	for code, i := range at {
		if i < 0 || i >= len(list) || list[i] != "" {
			return nil, ErrNonsense
		}
		list[i] = code
	}
	return list, nil
}

// spread puts what is a list, or says only where something is, into a list.
func spread[T any](raw json.RawMessage, cells int) ([]T, error) {
	all := make([]T, cells)
	if len(raw) == 0 || string(raw) == "null" {
		return all, nil
	}
	var list []T
	if json.Unmarshal(raw, &list) == nil {
		if len(list) != cells {
			return nil, fmt.Errorf("%w: %d values, not %d", ErrNonsense, len(list), cells)
		}
		return list, nil
	}
	var some map[string]T
	if err := json.Unmarshal(raw, &some); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNonsense, err)
	}
	for at, v := range some {
		i, err := strconv.Atoi(at)
		if err != nil || i < 0 || i >= cells {
			return nil, fmt.Errorf("%w: a value at %q", ErrNonsense, at)
		}
		all[i] = v
	}
	return all, nil
}

// parts are which dimension says what; -1 where none does.
type parts struct{ time, geo, sex, category int }

// sexes are what Statistics Sweden calls the dimension.
var sexes = []string{"Kon", "kon", "Kön", "kön", "Sex", "sex"}

func (c *cube) parts() (p parts, err error) {
	p = parts{-1, -1, -1, -1}
	for i, id := range c.ID {
		switch {
		case slices.Contains(c.Role.Time, id) || len(c.Role.Time) == 0 && id == "Tid":
			p.time = i
		case slices.Contains(c.Role.Geo, id) || len(c.Role.Geo) == 0 && id == "Region":
			p.geo = i
		case slices.Contains(sexes, id):
			p.sex = i
		case c.Size[i] == 1:
		case slices.Contains(c.Role.Metric, id) || p.category >= 0:
			return p, ErrUnclear
		default:
			p.category = i
		}
	}
	if p.time < 0 {
		return p, fmt.Errorf("%w: no dimension of time", ErrNonsense)
	}
	return p, nil
}

// moment is a year or a month as Statistics Sweden writes them.
var moment = regexp.MustCompile(`^([0-9]{4})(?:M([0-9]{2}))?$`)

// jsonStat reads one answer of Statistics Sweden.
func jsonStat(body []byte, f model.Fetch) (rows []Row, updated string, err error) {
	c, err := open(body)
	if err != nil {
		return nil, "", err
	}
	p, err := c.parts()
	if err != nil {
		return nil, "", err
	}
	at := map[Row]int{} // rows by what they are about
	status := []string{}
	for cell, value := range c.values {
		codes := c.codesAt(cell)
		key, err := c.about(p, codes)
		if err != nil {
			return nil, "", err
		}
		if !asked(f, key.Code) && p.geo >= 0 {
			continue
		}
		n, seen := at[key]
		if !seen {
			n = len(rows)
			at[key] = n
			rows, status = append(rows, key), append(status, "")
		}
		sex := "1+2"
		if p.sex >= 0 {
			sex = codes[p.sex]
		}
		switch strings.ToLower(sex) {
		case "1", "m", "män", "men":
			rows[n].Men = value
		case "2", "k", "kvinnor", "women":
			rows[n].Women = value
		default:
			rows[n].Total, status[n] = value, c.marks[cell]
		}
		if status[n] == "" {
			status[n] = c.marks[cell]
		}
	}
	for n := range rows {
		rows[n].flag(status[n])
	}
	return rows, c.Updated, nil
}

// codesAt are the codes of a cell, the last dimension running fastest.
func (c *cube) codesAt(cell int) []string {
	codes := make([]string, len(c.ID))
	for i := len(c.ID) - 1; i >= 0; i-- {
		codes[i] = c.codes[i][cell%c.Size[i]]
		cell /= c.Size[i]
	}
	return codes
}

// about is what a cell is about: a row without values.
func (c *cube) about(p parts, codes []string) (Row, error) {
	m := moment.FindStringSubmatch(codes[p.time])
	if m == nil {
		return Row{}, fmt.Errorf("%w: the time %q", ErrNonsense, codes[p.time])
	}
	r := Row{}
	r.Year, _ = strconv.Atoi(m[1])
	r.Month, _ = strconv.Atoi("0" + m[2])
	if r.Month > 12 {
		return r, fmt.Errorf("%w: the time %q", ErrNonsense, codes[p.time])
	}
	if p.geo >= 0 {
		r.Code = codes[p.geo]
	}
	if p.category >= 0 {
		code := codes[p.category]
		if r.Category = c.Dimension[c.ID[p.category]].Category.Label[code]; r.Category == "" {
			r.Category = code
		}
	}
	return r, sound(r.Year)
}
