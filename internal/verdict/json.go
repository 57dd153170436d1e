package verdict

import (
	"io"
	"strings"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/sign"
	"samsyn/internal/view"
)

// fileJSON is a verdict as programs read it. Names are made visible
// here too: a program may print what it reads. The file is named as it is.
type fileJSON struct {
	File       string          `json:"file"`
	Verdict    sign.Verdict    `json:"verdict"`
	Signatures []signatureJSON `json:"signatures"`
	Rebuilt    *bool           `json:"rebuilt"` // null where it was not asked for
}

type signatureJSON struct {
	By      string       `json:"by"`    // the name in the certificate
	Party   string       `json:"party"` // whose field it is; "" where it is no party's
	Kind    string       `json:"kind"`  // signature, seal or time-stamp
	Level   sign.Level   `json:"level"` // "" where PAdES has none
	Time    string       `json:"time"`  // of a trusted time stamp, else as the signer claims; "" where neither is
	Verdict sign.Verdict `json:"verdict"`
	Why     string       `json:"why"` // why it does not hold or cannot be judged; "" where it holds
}

// WriteJSON tells programs what became of each signature, the reasons in a language.
func (f *File) WriteJSON(w io.Writer, lang string) error {
	out := fileJSON{f.Name, f.Verdict(), []signatureJSON{}, f.Rebuilt}
	for _, s := range f.Report.Signatures {
		out.Signatures = append(out.Signatures, signatureAsJSON(s, lang))
	}
	return diag.WriteJSON(w, out)
}

func signatureAsJSON(s sign.Signature, lang string) signatureJSON {
	out := signatureJSON{By: diag.Visible(s.Signer), Kind: string(s.Sort), Level: s.Level, Verdict: s.Verdict()}
	if s.Sort == sign.OfPerson {
		if s.Field == view.SealField {
			out.Kind = "seal"
		}
		if party, is := view.PartyOfField(s.Field); is {
			out.Party = diag.Visible(party)
		}
	}
	switch {
	case s.Stamp != nil && (s.Stamp.Trusted || s.Sort == sign.OfDocument):
		out.Time = s.Stamp.Time.Format(time.RFC3339)
	case !s.Claimed.IsZero():
		out.Time = s.Claimed.Format(time.RFC3339)
	}
	var why []string
	for _, p := range s.Problems {
		why = append(why, words(p, lang))
	}
	out.Why = strings.Join(why, "; ")
	return out
}
