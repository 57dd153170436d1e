package view

import (
	"strings"

	"samsyn/internal/text"
)

// SealField is the name of the signature field that the publisher seals.
const SealField = "samsyn-sigill"

// Seal is where the publisher's electronic seal stands in a document: at its
// end, in a field of its own, never in a party's.
type Seal struct {
	Title, Body Text
	FieldName   string
	Label       string // what a screen reader says of the field
}

var (
	sealTitle = text.Label{SV: "Utgivarens sigill", EN: "The publisher’s seal"}
	sealBody  = text.Label{
		SV: "Utgivaren förseglar dokumentet elektroniskt i fältet nedan. Sigillet visar att filen är oförändrad sedan den byggdes. Det är ingen underskrift från någon av parterna.",
		EN: "The publisher seals the document electronically in the field below. The seal shows that the file is unchanged since it was built. It is no signature of any party.",
	}
	sealLabel = text.Label{SV: "Sigill av", EN: "Seal of"}
)

func (t *tongue) seal() Seal {
	return Seal{Title: t.say(sealTitle), Body: t.say(sealBody), FieldName: SealField,
		Label: t.say(sealLabel).S + " " + t.publisher().S}
}

// partyField begins the names of the parties' signature fields.
const partyField = "part-"

// PartyField is the name of a party's signature field in the agreement's PDF.
func PartyField(party string) string { return partyField + party }

// PartyOfField tells whose a signature field is, if it is a party's.
func PartyOfField(field string) (party string, is bool) { return strings.CutPrefix(field, partyField) }
