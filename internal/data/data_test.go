package data_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"samsyn/internal/address"
	"samsyn/internal/data"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/site"
)

func storsjo(t *testing.T) *model.Content {
	t.Helper()
	return loadtest.Folder(t, "../../examples/storsjo")
}

func write(t *testing.T, c *model.Content) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	s := site.New(view.New(c, view.Options{Today: model.Date{Year: 2026, Month: 3, Day: 1}}))
	if err := data.Write(s, func(path string, b []byte) error { files[path] = b; return nil }); err != nil {
		t.Fatal(err)
	}
	return files
}

func TestAgreementHoldsItsOwnSchema(t *testing.T) {
	files := write(t, storsjo(t))
	schema, err := jsonschema.CompileString("agreement.schema.json", string(files[address.AgreementShape]))
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(files[address.AgreementJSON], &v); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(v); err != nil {
		t.Errorf("%#v", err)
	}
	v.(map[string]any)["parties"] = "nobody"
	if schema.Validate(v) == nil {
		t.Error("the schema takes anything")
	}
}

// Every table has the columns that the catalogue and the page about open data tell of.
func TestTablesHaveTheColumnsToldOf(t *testing.T) {
	files := write(t, storsjo(t))
	catalogue := string(files[address.Catalogue])
	tables := 0
	for name, body := range files {
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff")))).ReadAll()
		if err != nil || len(rows) < 1 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
			continue
		}
		for _, column := range rows[0] {
			if !strings.Contains(catalogue, column+" (") {
				t.Errorf("the catalogue does not tell of the column %s of %s", column, name)
			}
		}
		tables++
	}
	if tables < 5 {
		t.Errorf("only %d tables", tables)
	}
}

// The catalogue has what DCAT-AP-SE 3.0.1 demands of each class.
func TestCatalogueIsComplete(t *testing.T) {
	body := string(write(t, storsjo(t))[address.Catalogue])
	for class, wanted := range map[string][]string{
		"dcat:Catalog":       {"dcterms:title", "dcterms:description", "dcterms:publisher", "dcterms:license", "dcat:dataset"},
		"dcat:Dataset":       {"dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:contactPoint", "dcat:distribution"},
		"dcat:Distribution":  {"dcat:accessURL", "dcterms:format", "dcterms:license"},
		"foaf:Agent":         {"foaf:name", "dcterms:type"},
		"vcard:Organization": {"vcard:fn", "vcard:hasEmail"},
	} {
		things := regexp.MustCompile(`(?s)<`+class+` rdf:about=.*?</`+class+`>`).FindAllString(body, -1)
		if len(things) == 0 {
			t.Errorf("no %s", class)
		}
		for _, thing := range things {
			for _, w := range wanted {
				if !strings.Contains(thing, "<"+w) {
					t.Errorf("a %s lacks %s", class, w)
				}
			}
		}
	}
	about := map[string]bool{}
	for _, m := range regexp.MustCompile(`rdf:about="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		if about[m[1]] {
			t.Errorf("%s is described twice", m[1])
		}
		about[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`rdf:(?:resource|about)="([^"]*)"`).FindAllStringSubmatch(body, -1) {
		if !strings.HasPrefix(m[1], "http") && !strings.HasPrefix(m[1], "mailto:") {
			t.Errorf("%s is not absolute", m[1])
		}
		if strings.Contains(m[1], "#") && strings.Contains(m[1], "storsjo.example/overenskommelsen/datasets") && !about[m[1]] {
			t.Errorf("nothing describes %s", m[1])
		}
	}
}

// What the profile matches strictly: a media type as text, a licence of its list, a
// publisher's type of the vocabulary.
func TestCatalogueKeepsToTheProfilesLists(t *testing.T) {
	for kind, want := range map[string]string{
		"county_administrative_board": "NationalAuthority", "agency": "NationalAuthority", "region": "RegionalAuthority",
		"municipality": "LocalAuthority", "university": "Academia-ScientificOrganisation",
		"civil_society": "NonProfitOrganisation", "trade_union": "NonGovernmentalOrganisation", "other": "NonGovernmentalOrganisation",
	} {
		c := storsjo(t)
		for i := range c.Parties.Parties {
			if p := &c.Parties.Parties[i]; p.ID.V == c.Config.Publisher.V {
				p.Kind.V = kind
			}
		}
		body := string(write(t, c)[address.Catalogue])
		if !strings.Contains(body, `<dcterms:type rdf:resource="http://purl.org/adms/publishertype/`+want+`"/>`) {
			t.Errorf("a publisher that is a %s is not a %s", kind, want)
		}
		if n := strings.Count(body, `<dcterms:license rdf:resource="http://creativecommons.org/publicdomain/zero/1.0/"/>`); n < 5 {
			t.Errorf("the licence of the profile's list stands %d times", n)
		}
		formats := regexp.MustCompile(`<dcterms:format[^<]*<`).FindAllString(body, -1)
		for _, f := range formats {
			if !regexp.MustCompile(`^<dcterms:format>\w+/[-.\w]+(?:\+[-.\w]+)?<$`).MatchString(f) {
				t.Errorf("%s is no media type", f)
			}
		}
		if len(formats) < 5 {
			t.Errorf("only %d formats", len(formats))
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	c := storsjo(t)
	bad := "</title><script>\n\"&'; END:VCALENDAR\r\nX:y,\\"
	c.Agreement.Title.V, c.Calendar.Events[0].Title.V = bad, bad
	c.Parties.Parties[0].Name.V = bad
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			i.Title.V, i.FollowUp.Method.V = bad, bad
			for n := range i.Reports {
				i.Reports[n].Text.V = bad
			}
		}
	}
	files := write(t, c)
	for _, name := range []string{address.Catalogue, address.Feed} {
		d := xml.NewDecoder(bytes.NewReader(files[name]))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "script" {
				t.Errorf("%s: text became an element", name)
			}
		}
	}
	for name, body := range files {
		if strings.HasSuffix(name, ".json") || strings.HasSuffix(name, ".jsonld") {
			if !json.Valid(body) || bytes.Contains(body, []byte("<script")) {
				t.Errorf("%s is no JSON that is safe in a page", name)
			}
		}
	}
}

func TestCalendarsKeepTheirForm(t *testing.T) {
	c := storsjo(t)
	c.Calendar.Events[0].Title.V = strings.Repeat("åäö; ", 60) + "\r\nEND:VEVENT"
	files := write(t, c)
	seen := 0
	for name, body := range files {
		if !strings.HasSuffix(name, ".ics") {
			continue
		}
		seen++
		text := string(body)
		if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
			t.Errorf("%s: lines do not end with CRLF", name)
		}
		for line := range strings.SplitSeq(text, "\r\n") {
			if len(line) > 75 {
				t.Errorf("%s: a line of %d octets", name, len(line))
			}
			if !strings.ContainsRune("\t ", rune((line + " ")[0])) && line != "" && !regexp.MustCompile(`^[A-Z-]+[:;]`).MatchString(line) {
				t.Errorf("%s: no property: %q", name, line)
			}
		}
		if strings.Count(text, "BEGIN:VEVENT\r\n") != strings.Count(text, "\r\nEND:VEVENT\r\n") {
			t.Errorf("%s: events that do not end", name)
		}
		for _, e := range strings.Split(text, "BEGIN:VEVENT")[1:] {
			for _, p := range []string{"\r\nUID:", "\r\nDTSTAMP:", "\r\nDTSTART;VALUE=DATE:", "\r\nSUMMARY:"} {
				if strings.Count(e, p) != 1 {
					t.Errorf("%s: an event has %s %d times", name, strings.TrimSpace(p), strings.Count(e, p))
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d calendars", seen)
	}
}

func TestWithoutAddressNoCatalogue(t *testing.T) {
	c := storsjo(t)
	c.Config.BaseURL.V = "javascript:alert(1)"
	files := write(t, c)
	if files[address.Catalogue] != nil || files[address.Feed] != nil {
		t.Error("a catalogue or feed without absolute addresses")
	}
}

// What lies in the county, what is on at an event and what has been learnt are tables of
// their own, with codes, speakers and places; what is known by month alone is there too.
func TestTablesOfPlacesEventsAndResources(t *testing.T) {
	files := write(t, loadtest.Folder(t, "../../examples/skane"))
	for file, wants := range map[string][]string{
		"data/places.csv":    {"malmo,Malmö stad,municipality,1280,skane,", "sverige,Sverige,country,"},
		"data/events.csv":    {"Integration och värderingar (Bi Puranen, generalsekreterare för World Values Survey)", "dialogmoten-2016,2016-12,"},
		"data/resources.csv": {"trelleborgsmodellen,Trelleborgsmodellen,example,Trelleborgs kommun,2018,,arbete lokalt-samarbete,,trelleborg,"},
	} {
		for _, want := range wants {
			if !strings.Contains(string(files[file]), want) {
				t.Errorf("%s lacks %q:\n%s", file, want, files[file])
			}
		}
	}
	storsjo := string(write(t, storsjo(t))["data/parties.csv"])
	if !strings.Contains(storsjo, "Integrationssamordnaren,integration@fjallsta.example") {
		t.Errorf("no contacts:\n%s", storsjo)
	}
}
