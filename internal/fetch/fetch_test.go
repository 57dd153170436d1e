package fetch

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

func text(s string) model.Text {
	at := diag.Place{File: "i.yaml"}
	at.Range.Start.Line = 1
	return model.Text{V: s, At: at}
}

func asking(from, figure string, codes ...string) model.Fetch {
	f := model.Fetch{From: text(from), Figure: text(figure), Sexes: model.Bool{V: true}}
	for _, c := range codes {
		f.Places = append(f.Places, text(c))
	}
	return f
}

// replay answers questions by their addresses with recorded answers, in their order; what
// is not recorded is 404.
type replay struct {
	t       *testing.T
	answers map[string][]string // a body, or a status and Retry-After: "429 7"
	asked   []string
}

func (r *replay) RoundTrip(q *http.Request) (*http.Response, error) {
	address := q.URL.String()
	r.asked = append(r.asked, address)
	answer := &http.Response{StatusCode: http.StatusNotFound, Status: "404 Not Found", Header: http.Header{}, Body: io.NopCloser(strings.NewReader("")), Request: q}
	list := r.answers[address]
	if len(list) == 0 {
		return answer, nil
	}
	body := list[0]
	if len(list) > 1 {
		r.answers[address] = list[1:]
	}
	var status, wait int
	if n, _ := fmt.Sscanf(body, "%d %d", &status, &wait); n == 2 && status > 399 {
		answer.StatusCode, answer.Status = status, fmt.Sprint(status)
		if wait > 0 {
			answer.Header.Set("Retry-After", fmt.Sprint(wait))
		}
		return answer, nil
	}
	answer.StatusCode, answer.Status, answer.Body = 200, "200 OK", io.NopCloser(strings.NewReader(body))
	return answer, nil
}

const koladaPage = `{"count":2,"next_url":%s,"values":[
{"kpi":"N02926","municipality":"0780","period":%d,"values":[{"gender":"T","count":1,"status":"","value":20.1},{"gender":"K","count":1,"status":"","value":20.4},{"gender":"M","count":1,"status":"","value":19.8}]},
{"kpi":"N02926","municipality":"0007","period":%[2]d,"values":[{"gender":"T","status":"","value":27.5},{"gender":"K","status":"Missing","value":null},{"gender":"M","status":"Missing","value":null}]},
{"kpi":"N02926","municipality":"0765","period":%[2]d,"values":[{"gender":"T","status":"Private","value":null}]}]}`

const koladaAt = "https://api.kolada.se/v3/data/kpi/N02926/municipality/0007,0780,0765"

func TestKolada(t *testing.T) {
	r := &replay{t: t, answers: map[string][]string{
		koladaAt:             {"429 7", "503 0", fmt.Sprintf(koladaPage, `"`+koladaAt+`?page=2"`, 2023)},
		koladaAt + "?page=2": {fmt.Sprintf(koladaPage, "null", 2024)},
	}}
	var rests []time.Duration
	c := &Client{Transport: r, Rest: func(d time.Duration) { rests = append(rests, d) }}
	got, err := c.Ask(context.Background(), asking("kolada", "N02926", "07", "0780", "0765"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 6 || len(got.Answers) != 2 || fmt.Sprint(rests) != "[7s 2s]" {
		t.Fatalf("%d rows, %d answers, rests %v", len(got.Rows), len(got.Answers), rests)
	}
	said := ""
	for _, row := range got.Rows {
		said += fmt.Sprintf("%d %s %s\n", row.Year, row.Code, strings.TrimSpace(row.String()))
	}
	if want := "2023 0007 27.5\n2023 0780 20.1 (20.4/19.8)\n2023 0765 suppressed\n2024 0007 27.5\n2024 0780 20.1 (20.4/19.8)\n2024 0765 suppressed\n"; said != want {
		t.Errorf("got\n%s", said)
	}
}

// A dataset in JSON-stat: sexes in men's order first, one value missing, one preliminary.
const dataset = `{"version":"2.0","class":"dataset","updated":"2025-12-01T07:00:00Z","id":["Region","Kon","ContentsCode","Tid"],"size":[1,3,1,2],
"role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]},"extension":{"px":{"tableid":"TAB0000"}},
"dimension":{"Region":{"category":{"index":{"07":0},"label":{"07":"Kronobergs län"}}},"Kon":{"category":{"index":["1","2","1+2"]}},
"ContentsCode":{"category":{"label":{"X":"Andel"}}},"Tid":{"category":{"index":{"2024":1,"2023":0}}}},
"value":{"0":61.2,"1":62.0,"2":55.1,"4":58.2},"status":{"4":"p","3":"..","5":".."}}`

func TestJSONStat(t *testing.T) {
	f := asking("scb", "TAB0000", "07")
	questions, err := Questions(f)
	if err != nil || !strings.HasPrefix(questions[0], "https://statistikdatabasen.scb.se/api/v2/tables/TAB0000/data?lang=sv&outputFormat=json-stat2&valueCodes%5BKon%5D=%2A") {
		t.Fatalf("%v %v", questions, err)
	}
	got, err := (&Client{Transport: &replay{t: t, answers: map[string][]string{questions[0]: {dataset}}}}).Ask(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Rows) != 2 || got.Updated != "2025-12-01T07:00:00Z" || got.Rows[0].String() != "58.2 (55.1/61.2) provisional" || got.Rows[1].String() != "(–/62)" {
		t.Errorf("%q %q %s", got.Rows[0].String(), got.Rows[1].String(), got.Updated)
	}
}

// Whatever is not as documented is refused.
func TestNonsense(t *testing.T) {
	for _, body := range []string{
		"", "<html>", "[]", "{}", `{"values":[]}`, `{"values":7}`, `{"values":[{"kpi":"other","municipality":"0780","period":2023,"values":[]}]}`,
		`{"values":[{"kpi":"N1","municipality":"0780","period":20230,"values":[{"gender":"T","value":1}]}]}`,
		`{"values":[{"kpi":"N1","municipality":"0780","period":2023,"values":[{"gender":"X","value":1}]}]}`,
		`{"values":[{"kpi":"N1","municipality":"0780","period":2023,"values":[{"gender":"T","value":"1"}]}]}`,
		`{"values":[{"kpi":"N1","municipality":"0780","period":2023,"values":[]},{"kpi":"N1","municipality":"0780","period":2023,"values":[]}]}`,
		`{"next_url":"https://elsewhere.example/","values":[{"kpi":"N1","municipality":"0780","period":2023,"values":[{"gender":"T","value":1}]}]}`,
	} {
		f := asking("kolada", "N1", "0780")
		q, _ := Questions(f)
		if got, err := (&Client{Transport: &replay{t: t, answers: map[string][]string{q[0]: {body}}}}).Ask(context.Background(), f); err == nil {
			t.Errorf("%s became %+v", body, got.Rows)
		}
	}
	for _, change := range [][2]string{
		{`"size":[1,3,1,2]`, `"size":[1,3,1,900000000]`}, {`"size":[1,3,1,2]`, `"size":[1,3,1]`}, {`"size":[1,3,1,2]`, `"size":[1,3,-1,2]`}, {`{"0":61.2`, `{"99":61.2`}, {`"2024":1`, `"2024":7`},
		{`"2024"`, `"2024K1"`}, {`"2.0"`, `"1.0"`}, {`"size":[1,3,1,2]`, `"size":[1,3,2,2]`}, {`"time":["Tid"]`, `"time":["Annat"]`}, {`"dataset"`, `"collection"`},
	} {
		if rows, _, err := jsonStat([]byte(strings.Replace(dataset, change[0], change[1], 1)), asking("scb", "TAB0000", "07")); err == nil {
			t.Errorf("%v became %+v", change, rows)
		}
	}
}

// All that is kept of an indicator is bounded together: many pages, one large answer, and
// one that is too large only as it is kept, with its quotation marks escaped.
func TestTooMuch(t *testing.T) {
	page := func(year, size int, next string) string {
		return strings.Replace(fmt.Sprintf(koladaPage, next, year), "{", "{"+strings.Repeat(" ", size), 1)
	}
	quoted := strings.Replace(fmt.Sprintf(koladaPage, "null", 2023), "{", `{"x":"`+strings.Repeat(`\"`, 300_000)+`",`, 1)
	for name, pages := range map[string][]string{
		"many": {page(2023, 600_000, `"`+koladaAt+`?page=2"`), page(2024, 600_000, "null")}, "one": {page(2023, mostBytes, "null")}, "as kept": {quoted},
	} {
		answers := map[string][]string{koladaAt: pages[:1], koladaAt + "?page=2": pages[1:]}
		f := asking("kolada", "N02926", "07", "0780", "0765")
		got, err := (&Client{Transport: &replay{t: t, answers: answers}}).Ask(context.Background(), f)
		if err == nil {
			_, err = got.Keep("kolada", time.Time{})
		}
		if !errors.Is(err, ErrTooMuch) {
			t.Errorf("%s: %v", name, err)
		}
		for _, file := range []string{"i.json", "other.json"} {
			saved := fstest.MapFS{file: {Data: []byte(pages[0])}}
			if len(pages) > 1 {
				saved = fstest.MapFS{"1" + file: {Data: []byte(pages[0])}, "2" + file: {Data: []byte(pages[1])}}
			}
			got, err := Saved(saved, "i", f)
			if err == nil {
				_, err = got.Keep("kolada", time.Time{})
			}
			if !errors.Is(err, ErrTooMuch) {
				t.Errorf("%s, saved in %s: %v", name, file, err)
			}
		}
	}
	small := page(2023, 300_000, "null")
	got, err := Saved(fstest.MapFS{"i.json": {Data: []byte(small)}}, "i", asking("kolada", "N02926", "07", "0780", "0765"))
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := got.Keep("kolada", time.Time{}); err != nil || len(kept) > source.MaxSize {
		t.Errorf("%d bytes, %v", len(kept), err)
	}
	if mostBytes != source.MaxSize {
		t.Errorf("%d bytes are kept, of a file %d are read", mostBytes, source.MaxSize)
	}
}

// A source that goes on saying that it is asked too often is left alone in the end.
func TestGivesUp(t *testing.T) {
	r := &replay{t: t, answers: map[string][]string{"https://api.kolada.se/v3/data/kpi/N1/municipality/0780": {"429 100000"}}}
	rested := time.Duration(0)
	_, err := (&Client{Transport: r, Rest: func(d time.Duration) { rested += d }}).Ask(context.Background(), asking("kolada", "N1", "0780"))
	var wrong *StatusError
	if !errors.As(err, &wrong) || len(r.asked) != mostTries || rested > mostTries*longestRest {
		t.Errorf("%v after %d tries and %v", err, len(r.asked), rested)
	}
}

func TestSaved(t *testing.T) {
	page := fmt.Sprintf(koladaPage, "null", 2023)
	f := asking("kolada", "N02926", "0780")
	figures, err := Read([]Answer{{koladaAt, page}}, f)
	if err != nil {
		t.Fatal(err)
	}
	keptData, err := figures.Keep("kolada", time.Date(2026, 5, 4, 1, 2, 3, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	var k Kept
	if err := json.Unmarshal(keptData, &k); err != nil || k.Time != "2026-05-04T01:02:03Z" || k.Address != koladaAt || len(k.SHA256) != 64 || k.Answers[0].Body != page {
		t.Errorf("%v %+v", err, k)
	}
	for name, data := range map[string]string{"i.json": page, "N02926.json": page, "whatever.json": page, "i.source.json": string(keptData)} {
		if got, err := Saved(fstest.MapFS{name: {Data: []byte(data)}}, "i", f); err != nil || len(got.Rows) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Saved(fstest.MapFS{"i.source.json": {Data: []byte(strings.Replace(string(keptData), "20.1", "20.2", 1))}}, "i", f); err == nil {
		t.Error("a kept answer that was changed is taken")
	}
	if _, err := Saved(fstest.MapFS{"scb.json": {Data: []byte(dataset)}}, "i", asking("scb", "TAB0000", "07")); err != nil {
		t.Error(err)
	}
	if _, err := Saved(fstest.MapFS{"other.json": {Data: []byte("{}")}}, "i", f); !errors.Is(err, ErrNothing) {
		t.Error(err)
	}
}

func FuzzAnswers(f *testing.F) {
	f.Add(dataset)
	f.Add(fmt.Sprintf(koladaPage, "null", 2023))
	f.Fuzz(func(t *testing.T, body string) {
		for _, from := range []string{"kolada", "scb"} {
			figures, err := Read([]Answer{{"a", body}}, asking(from, "N02926", "07", "0780"))
			if err == nil && len(figures.Rows) == 0 {
				t.Error("no rows, and no error")
			}
		}
	})
}
