package verdict

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"samsyn/internal/sign"
)

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		err    error
		judged bool
		is     sign.Verdict
	}{
		{sign.ErrDamaged, true, sign.Invalid},
		{fmt.Errorf("x: %w", sign.ErrForeign), true, sign.Unknown},
		{sign.ErrNotPDF, true, sign.Unknown},
		{errors.New("no memory"), false, sign.Unknown},
	} {
		f := &File{Unread: c.err}
		if f.Judged() != c.judged || f.Verdict() != c.is {
			t.Errorf("%v: judged %v, %s", c.err, f.Judged(), f.Verdict())
		}
	}
}

func TestNamesStayOnTheirLine(t *testing.T) {
	f := &File{Name: "a.pdf", Report: sign.Report{Revisions: 2, Signatures: []sign.Signature{{
		Signer: "Ada\n  Giltig.", Label: "Alvesta\x1b[8m", Field: "part-alvesta", Sort: sign.OfPerson,
		Claimed:  time.Date(2025, 4, 3, 12, 0, 0, 0, time.UTC),
		Problems: []sign.Problem{{Code: sign.Content, Detail: "digest\n"}},
	}}}}
	var text, data bytes.Buffer
	if err := errors.Join(f.WriteText(&text, "sv"), f.WriteJSON(&data, "en")); err != nil {
		t.Fatal(err)
	}
	if said := text.String(); strings.Contains(said, "\n  Giltig.") || strings.Contains(said, "\x1b") || !strings.Contains(said, "  GÄLLER INTE.\n  – det undertecknade har ändrats\n") {
		t.Error(said)
	}
	var read fileJSON
	if err := json.Unmarshal(data.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	s := read.Signatures[0]
	if read.Verdict != sign.Invalid || s.Party != "alvesta" || s.Time != "2025-04-03T12:00:00Z" || !strings.HasPrefix(s.Why, "what was signed has changed (digest") || read.Rebuilt != nil {
		t.Errorf("%+v", read)
	}
}

// What is written in a way that is not judged here (a cross-reference stream behind the
// signatures, as other programs write) is neither said to hold nor not to.
func TestWhatIsNotJudgedIsSaidSo(t *testing.T) {
	f := &File{Name: "a.pdf", Report: sign.Report{Revisions: 1, Signatures: []sign.Signature{{
		Signer: "Ada", Label: "Alvesta", Field: "part-alvesta", Sort: sign.OfPerson, Problems: []sign.Problem{{Code: sign.UnclearEnd}},
	}}}}
	var text, data bytes.Buffer
	if err := errors.Join(f.WriteText(&text, "sv"), f.WriteJSON(&data, "sv")); err != nil {
		t.Fatal(err)
	}
	said := text.String()
	if !strings.Contains(said, "  KAN INTE BEDÖMAS.\n  – det som har lagts till sist i filen är skrivet på ett sätt som inte bedöms här\n") ||
		strings.Contains(said, "GÄLLER INTE") || strings.Contains(said, "Giltig") {
		t.Error(said)
	}
	if !strings.Contains(data.String(), `"verdict": "unknown"`) || f.Verdict() != sign.Unknown {
		t.Error(data.String())
	}
}
