package verdict

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/sign"
)

// teller writes the sentences of a verdict in a language.
type teller struct {
	out  bytes.Buffer
	lang string
}

func (t *teller) print(sv, en string, args ...any) {
	fmt.Fprintln(&t.out, diag.Say(sv, en, diag.Shown(args)...).In(t.lang))
}

// WriteText tells people what became of each signature.
func (f *File) WriteText(w io.Writer, lang string) error {
	t := &teller{lang: lang}
	t.tell(f.Report)
	_, err := w.Write(t.out.Bytes())
	return err
}

func (t *teller) tell(r sign.Report) {
	if len(r.Signatures) == 0 {
		t.print("Filen är inte undertecknad.", "The file is not signed.")
		for _, p := range r.Problems {
			t.problem(p)
		}
	}
	for i, s := range r.Signatures {
		t.tellSignature(i+1, s, r.Revisions)
	}
	for _, u := range r.Updates {
		for _, d := range u.Deeds {
			t.print("Version %[1]d: "+deeds[d].SV+".", "Revision %[1]d: "+deeds[d].EN+".", u.Revision)
		}
	}
}

// deeds puts into words what may be done to a signed file.
var deeds = map[sign.Deed]diag.Text{
	sign.Validation: diag.Say("certifikat och uppgifter om spärrade certifikat lades till, vilket är tillåtet", "certificates and what is said of revoked ones were added, which is allowed"),
	sign.Properties: diag.Say("uppgiften om när och med vilket program filen skrevs ändrades, vilket är tillåtet", "it was noted when the file was written and with what, which is allowed"),
	sign.Declared:   diag.Say("filen anger en annan utgåva av PDF, vilket är tillåtet", "the file names another edition of PDF, which is allowed"),
}

func (t *teller) tellSignature(n int, s sign.Signature, revisions int) {
	if s.Sort == sign.OfDocument {
		t.print("Underskrift %[1]d: tidsstämpel över dokumentet (%[2]s)", "Signature %[1]d: a time stamp over the document (%[2]s)", n, s.Signer)
	} else {
		t.print("Underskrift %[1]d: %[2]s (%[3]s)", "Signature %[1]d: %[2]s (%[3]s)", n, s.Signer, s.Label)
	}
	switch s.Verdict() {
	case sign.Valid:
		t.print("  Giltig: det undertecknade är oförändrat.", "  Valid: what was signed is unchanged.")
	case sign.Unknown:
		t.print("  KAN INTE BEDÖMAS.", "  CANNOT BE JUDGED.")
	default:
		t.print("  GÄLLER INTE.", "  DOES NOT HOLD.")
	}
	for _, p := range s.Problems {
		t.problem(p)
	}
	if s.Level != "" {
		t.print("  Nivå: PAdES %[1]s", "  Level: PAdES %[1]s", string(s.Level))
	} else if s.Sort == sign.OfPerson && s.Format != "" {
		t.print("  Format: %[1]s, utan nivå enligt PAdES", "  Format: %[1]s, which has no PAdES level", s.Format)
	}
	if s.Reason != "" {
		t.print("  Skäl enligt undertecknaren: %[1]s", "  Reason as given by the signer: %[1]s", s.Reason)
	}
	if s.Location != "" {
		t.print("  Plats enligt undertecknaren: %[1]s", "  Place as given by the signer: %[1]s", s.Location)
	}
	if !s.Claimed.IsZero() {
		t.print("  Tid enligt undertecknaren: %[1]s", "  Time as claimed by the signer: %[1]s", clock(s.Claimed))
	}
	if s.Stamp != nil {
		t.tellStamp(s.Stamp)
	}
	t.certificate(s)
	if s.Whole {
		t.print("  Omfattar hela filen (version %[1]d av %[2]d).", "  Covers the whole file (revision %[1]d of %[2]d).", s.Revision, revisions)
	} else {
		t.print("  Omfattar version %[1]d av %[2]d, de första %[3]d byten. Därefter har bara tillåtna tillägg gjorts om inget annat sägs.",
			"  Covers revision %[1]d of %[2]d, the first %[3]d bytes. Only what is allowed was added after it unless told otherwise.", s.Revision, revisions, s.Covers)
	}
}

func clock(t time.Time) string { return t.Format("2006-01-02 15:04:05 -07:00") }

// tellStamp says who stamped. Anybody can make a time stamp, so one by somebody who
// is not trusted is no fact.
func (t *teller) tellStamp(s *sign.Stamp) {
	if s.Trusted {
		t.print("  Tid enligt en tidsstämpel av %[1]s, som är betrodd: %[2]s", "  Time from a time stamp by %[1]s, who is trusted: %[2]s", s.Service, clock(s.Time))
		return
	}
	t.print("  Tid enligt en tidsstämpel av okänd (kallar sig %[1]s): %[2]s", "  Time from a time stamp by somebody unknown (calling themselves %[1]s): %[2]s", s.Service, clock(s.Time))
}

func (t *teller) certificate(s sign.Signature) {
	if s.Certificate == nil {
		return
	}
	t.print("  Certifikat: SHA-256 %[1]s", "  Certificate: SHA-256 %[1]s", spaced(s.Fingerprint))
	switch {
	case s.Test:
		t.print("  Det här är ett testcertifikat: det säger inte vem som har undertecknat.", "  This is a test certificate: it does not say who signed.")
	case s.Sort == sign.OfDocument: // its stamp says whether it is trusted
	case s.Trusted:
		t.print("  Undertecknaren är betrodd.", "  The signer is trusted.")
	default:
		t.print("  Undertecknaren är inte bland de betrodda (signing.trust).", "  The signer is not among the trusted (signing.trust).")
	}
}

func spaced(fingerprint string) string {
	var b strings.Builder
	for i, c := range fingerprint {
		if i > 0 && i%8 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// problems puts the codes into words.
var problems = map[sign.Code]diag.Text{
	sign.ByteRange:    diag.Say("underskriften omfattar inte allt den ska", "the signature does not cover all that it must"),
	sign.Container:    diag.Say("underskriften går inte att läsa, eller har ändrats", "the signature cannot be read, or was changed"),
	sign.Content:      diag.Say("det undertecknade har ändrats", "what was signed has changed"),
	sign.Value:        diag.Say("underskriften stämmer inte med certifikatet", "the signature does not match the certificate"),
	sign.Purpose:      diag.Say("certifikatet är till för något annat än underskrifter", "the certificate is for something else than signatures"),
	sign.Revoked:      diag.Say("certifikatet var spärrat, eller inget betrott säger att underskriften är äldre än spärren", "the certificate was revoked, or nobody trusted says that the signature is older than that"),
	sign.TimeStamp:    diag.Say("tidsstämpeln stämmer inte", "the time stamp is wrong"),
	sign.OwnUpdate:    diag.Say("mer än underskriftsfältet ändrades när filen undertecknades", "more than the field changed when the file was signed"),
	sign.ChangedAfter: diag.Say("filen har ändrats efter underskriften", "the file was changed after the signature"),
	sign.Forbidden:    diag.Say("efter underskriften har något gjorts som undertecknaren inte tillät", "something was done after the signature that the signer did not allow"),
	sign.Shadow:       diag.Say("ett underskriftsfält ligger över sidans text, över ett annat fält eller på en annan sida än det säger, så att det kan visa något annat än det som undertecknats", "a signature field lies over the page's text, over another field or on another page than it says, so that it can show something else than was signed"),
	sign.Appended:     diag.Say("något har lagts till efter filens slut", "something stands behind the file's end"),

	sign.Kind:           diag.Say("underskriften är av ett slag som inte bedöms här", "the signature is of a kind that is not judged here"),
	sign.UnclearPurpose: diag.Say("certifikatet är till för ändamål som inte är kända här", "the certificate is for purposes that are not known here"),
	sign.UnclearChange:  diag.Say("något har ändrats i filen som inte går att bedöma här", "something was changed in the file that cannot be judged here"),
	sign.UnclearStamp:   diag.Say("tidsstämpeln är av ett slag som inte bedöms här", "the time stamp is of a kind that is not judged here"),
	sign.UnclearPlace:   diag.Say("det går inte att avgöra vad som står under underskriftsfälten", "it cannot be told what stands below the signature fields"),
	sign.UnclearEnd:     diag.Say("det som har lagts till sist i filen är skrivet på ett sätt som inte bedöms här", "what was added last to the file is written in a way that is not judged here"),
}

// words says what a problem is.
func words(p sign.Problem, lang string) string {
	out := problems[p.Code].In(lang)
	if p.Detail != "" && lang == "en" { // the particulars are for specialists, and in English
		out += " (" + diag.Visible(p.Detail) + ")"
	}
	return out
}

func (t *teller) problem(p sign.Problem) { fmt.Fprintln(&t.out, "  – "+words(p, t.lang)) }
