package view

import (
	"regexp"
	"slices"

	"samsyn/internal/model"
)

// Manner is how an agreement came about.
type Manner int

// An agreement is signed by its parties; or a body decides on it, or they say yes to it
// by e-mail, one after another; of some it is not known.
const (
	Unknown Manner = iota
	Signed
	Decided
	ByMail
)

var (
	signedWords = regexp.MustCompile(`(?i)underteckna|underskr|\bsigned\b`)
	mailWords   = regexp.MustCompile(`(?i)e-post|e-brev|mejl|e-?mail`)
)

// Manner tells how the agreement came about, or is to: what is proposed is to be signed.
// Where nobody has signed here, the words of how it was adopted tell.
func (v *View) Manner() Manner {
	a := v.Agreement
	switch {
	case v.HasSignatures(), a.Status.V == "signed", a.Status.V == "signing", a.Status.V == "draft":
		return Signed
	case mailWords.MatchString(a.Adopted.How.V) && !signedWords.MatchString(a.Adopted.How.V):
		return ByMail
	case signedWords.MatchString(a.Adopted.How.V):
		return Signed
	case a.Adopted.Body.Given():
		return Decided
	}
	return Unknown
}

// HasSignatures tells whether it is kept here who has signed. What the parties have sent
// by e-mail is no signature.
func (v *View) HasSignatures() bool {
	return slices.ContainsFunc(v.Content.Signatures.All(), func(s model.Signature) bool { return s.Method.V != "e_mail" })
}
