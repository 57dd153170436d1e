// Package fetch gets official figures for an indicator: what its source names goes in,
// and the answers of Kolada or Statistics Sweden, as rows of a series, come out; so does
// what becomes of the series that is there. It alone goes out to the network, and only
// when it is called.
package fetch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samsyn/internal/model"
)

// Row is one observation as a source tells it.
type Row struct {
	Year, Month       int
	Code              string // of the place, as the source has it; "" where it has none
	Category          string
	Total, Women, Men *float64
	Flag              string // "", provisional, suppressed or missing
}

// Figures are what a source answered.
type Figures struct {
	Rows    []Row
	Answers []Answer
	Updated string // when the source says that it last changed its figures, "" where it does not
}

// Answer is one answer of a source, as it came.
type Answer struct {
	Address string `json:"address"`
	Body    string `json:"body"`
}

// Kept is the file that lies beside an indicator's: what its source answered, so that
// anyone can check the series.
type Kept struct {
	From    string   `json:"from"`
	Address string   `json:"address"` // of the first answer
	Time    string   `json:"time"`    // when it was fetched (RFC 3339)
	SHA256  string   `json:"sha256"`  // of the answers' bodies, one after the other
	Updated string   `json:"updated"` // the source's own date
	Answers []Answer `json:"answers"`
}

// KeptFile is where what was fetched for an indicator's file is kept.
func KeptFile(indicator string) string {
	return strings.TrimSuffix(indicator, ".yaml") + ".source.json"
}

// Keep makes that file; ErrTooMuch says that it would be larger than a file may be.
func (f *Figures) Keep(from string, now time.Time) ([]byte, error) {
	k := Kept{From: from, Address: f.Answers[0].Address, Time: now.UTC().Format(time.RFC3339), SHA256: sum(f.Answers), Updated: f.Updated, Answers: f.Answers}
	data, err := json.MarshalIndent(k, "", "  ")
	if err == nil && len(data) >= mostBytes {
		return nil, ErrTooMuch
	}
	return append(data, '\n'), err
}

func sum(answers []Answer) string {
	h := sha256.New()
	for _, a := range answers {
		h.Write([]byte(a.Body))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Earlier reads what was fetched before. A file that is not as it was made says nothing.
func Earlier(data []byte, f model.Fetch) []Row {
	figures, err := Read(kept(data), f) // none are ErrNothing
	if err != nil {
		return nil
	}
	return figures.Rows
}

// kept are the answers of a file that Keep made, nil where it is none, or was changed.
func kept(data []byte) []Answer {
	var k Kept
	if json.Unmarshal(data, &k) != nil || len(k.Answers) == 0 || sum(k.Answers) != k.SHA256 {
		return nil
	}
	return k.Answers
}

// What is wrong with an answer.
var (
	ErrNonsense = errors.New("the answer cannot be understood")
	ErrNothing  = errors.New("the answer has none of the figures")
	ErrTooMuch  = errors.New("there is more than can be kept (1 MiB)")
	ErrUnclear  = errors.New("the answer has several figures for each place and year")
)

// Read makes rows of answers. Anything in them that is not as documented is an error:
// nothing is guessed.
func Read(answers []Answer, f model.Fetch) (*Figures, error) {
	figures := &Figures{Answers: answers}
	for _, a := range answers {
		var rows []Row
		var updated string
		var err error
		if f.From.V == "kolada" {
			rows, _, err = kolada([]byte(a.Body), f)
		} else {
			rows, updated, err = jsonStat([]byte(a.Body), f)
		}
		if err != nil {
			return nil, err
		}
		figures.Rows = append(figures.Rows, rows...)
		figures.Updated = max(figures.Updated, updated)
	}
	if len(figures.Rows) == 0 {
		return nil, ErrNothing
	}
	slices.SortStableFunc(figures.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(place(f, a.Code), place(f, b.Code)), cmp.Compare(a.Category, b.Category))
	})
	for i := 1; i < len(figures.Rows); i++ {
		if figures.Rows[i-1].about() == figures.Rows[i].about() {
			return nil, ErrUnclear
		}
	}
	return figures, nil
}

// place is where a code stands among those asked for.
func place(f model.Fetch, code string) int {
	return slices.IndexFunc(f.Places, func(p model.Text) bool { return short(p.V) == short(code) })
}

// short is a place's code in one form: a county is 07 to Statistics Sweden and 0007 to
// Kolada.
func short(code string) string {
	if len(code) == 4 && strings.HasPrefix(code, "00") {
		return code[2:]
	}
	return code
}

// asked tells whether a place was asked for; without places all are.
func asked(f model.Fetch, code string) bool { return len(f.Places) == 0 || place(f, code) >= 0 }

// sound holds a year to what can be one.
func sound(year int) error {
	if year < 1900 || year > 2200 {
		return fmt.Errorf("%w: the year %d", ErrNonsense, year)
	}
	return nil
}
