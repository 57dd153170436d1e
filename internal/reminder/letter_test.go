package reminder

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/standing"
)

// letters are those of the small county on a day, with more files or others.
func letters(t *testing.T, day, lang string, link func(string) Link, more map[string]string) []Letter {
	t.Helper()
	with := maps.Clone(files)
	for name, text := range files {
		with[name] = strings.ReplaceAll(text, " 121212-1212", "")
	}
	maps.Copy(with, more)
	today, _ := model.ParseDate(day)
	page := func(i *model.Initiative) string { return "https://liten.example/plans/" + i.FullID() + ".html" }
	made, err := Letters(standing.New(facts.New(loadtest.Sound(t, loadtest.Files(with)), today, false), 60, "", lang, page), link)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// parts are a letter's parts by their kinds, as they are read.
func parts(t *testing.T, data []byte) (mail.Header, map[string]string) {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	var read func(kind string, body io.Reader, encoding string)
	read = func(kind string, body io.Reader, encoding string) {
		media, params, err := mime.ParseMediaType(kind)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(media, "multipart/") {
			r := multipart.NewReader(body, params["boundary"])
			for {
				p, err := r.NextRawPart()
				if err == io.EOF {
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				read(p.Header.Get("Content-Type"), p, p.Header.Get("Content-Transfer-Encoding"))
			}
		}
		switch encoding {
		case "quoted-printable":
			body = quotedprintable.NewReader(body)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, body)
		}
		text, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		found[media] = strings.ReplaceAll(string(text), "\r\n", "\n")
	}
	read(m.Header.Get("Content-Type"), m.Body, "")
	return m.Header, found
}

// A letter says what is asked, by when, what was promised and where to read on, the same
// in text and HTML, and has the day for the calendar.
func TestLetter(t *testing.T) {
	made := letters(t, "2025-06-01", "sv", nil, nil)
	if len(made) != 1 || made[0].Actor != "by" || made[0].File != "by.eml" {
		t.Fatalf("%+v", made)
	}
	head, told := parts(t, made[0].Data)
	if kinds := slices.Sorted(maps.Keys(told)); !slices.Equal(kinds, []string{"text/calendar", "text/html", "text/plain"}) {
		t.Fatalf("%q", kinds)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(head.Get("Subject"))
	if err != nil || !strings.Contains(subject, "30 juni 2025") || head.Get("To") != `"Kim" <kim@by.example>` || head.Get("X-Samsyn") != "remind" || head.Get("X-Unsent") != "1" {
		t.Errorf("%q, %v", subject, head)
	}
	for _, want := range []string{"30 juni 2025", "https://liten.example/plans/2025/x.html"} {
		for _, kind := range []string{"text/plain", "text/html"} {
			if !strings.Contains(told[kind], want) {
				t.Errorf("%s lacks %q:\n%s", kind, want, told[kind])
			}
		}
	}
	if c := told["text/calendar"]; !strings.Contains(c, "DTSTART;VALUE=DATE:20250630\n") || !strings.Contains(c, "BEGIN:VALARM") {
		t.Errorf("%s", c)
	}
	if again := letters(t, "2025-06-01", "sv", nil, nil); !bytes.Equal(again[0].Data, made[0].Data) {
		t.Error("the same letter has other bytes")
	}
	if en := letters(t, "2025-06-01", "en", nil, nil); !strings.Contains(string(en[0].Data), "Content-Language: en") || !strings.Contains(string(en[0].Data), "30 June 2025") {
		t.Errorf("%s", en[0].Data)
	}
}

// Nobody gets a letter who has nothing to report now; no letter is lost for want of an
// address.
func TestWhoGetsALetter(t *testing.T) {
	x := strings.ReplaceAll(files["plans/2025/x.md"], " 121212-1212", "")
	for name, c := range map[string]struct {
		day  string
		more map[string]string
		want int
	}{
		"long before":        {"2025-01-15", nil, 0},
		"the date is near":   {"2025-06-01", nil, 1},
		"the date is over":   {"2025-08-01", nil, 1},
		"it was reported":    {"2025-06-10", map[string]string{"plans/2025/x.md": strings.Replace(x, "---\n", "---\nreports:\n  - {date: 2025-06-05, text: T}\n", 1)}, 0},
		"a plan not decided": {"2025-06-10", map[string]string{"plans/2025/plan.yaml": "title: P\nscope: regional\nyear: 2025\nstatus: draft\n"}, 0},
		"without an address": {"2025-06-10", map[string]string{"agreement/parties.yaml": "parties:\n  - {id: by, name: Byn, kind: municipality}\n"}, 1},
	} {
		made := letters(t, c.day, "sv", nil, c.more)
		if len(made) != c.want {
			t.Errorf("%s: %d letters, want %d", name, len(made), c.want)
		}
		if name == "without an address" && len(made) == 1 && (made[0].To != "" || strings.Contains(string(made[0].Data), "\r\nTo:")) {
			t.Errorf("%s: to %q", name, made[0].To)
		}
	}
}

// The link by which somebody reports without an account is the receiver's own.
func TestLinks(t *testing.T) {
	until, _ := model.ParseDate("2025-07-31")
	made := letters(t, "2025-06-01", "sv", func(actor string) Link { return Link{"https://redigera.example/rapport/" + actor, until} }, nil)
	_, told := parts(t, made[0].Data)
	for _, kind := range []string{"text/plain", "text/html"} {
		if !strings.Contains(told[kind], "https://redigera.example/rapport/by") || !strings.Contains(told[kind], "31 juli 2025") {
			t.Errorf("%s: %s", kind, told[kind])
		}
	}
}

// A folder takes the letters of now in the place of the old ones, and one that holds
// anything else is left alone.
func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "brev")
	made := letters(t, "2025-06-01", "sv", nil, nil)[0]
	other := made
	other.File, other.Actor = "annan.eml", "annan"
	in := func() []string {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	for _, step := range []struct {
		actor   string
		letters []Letter
		want    []string
	}{
		{"", []Letter{made, other}, []string{"annan.eml", "by.eml"}},
		{"by", nil, []string{"annan.eml"}},
		{"by", []Letter{made}, []string{"annan.eml", "by.eml"}},
		{"", []Letter{made}, []string{"by.eml"}},
	} {
		if err := Write(dir, step.actor, step.letters); err != nil || !slices.Equal(in(), step.want) {
			t.Errorf("%v, %q, want %q", err, in(), step.want)
		}
	}
	for name, text := range map[string]string{"anteckning.txt": "x", "annat.eml": "Subject: x\r\n\r\nX-Samsyn: remind"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var foreign *Foreign
		if err := Write(dir, "", nil); !errors.As(err, &foreign) || foreign.Name != name || !slices.Contains(in(), "by.eml") {
			t.Errorf("%s: %v, %q", name, err, in())
		}
		_ = os.Remove(filepath.Join(dir, name))
	}
}
