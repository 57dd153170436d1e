package document

import (
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Seal is where the publisher's electronic seal stands in a document: at its
// end, before the annexes, in a field of its own, never in a party's.
type Seal struct {
	Title, Body block.Text
	FieldName   string
	Label       string // what a screen reader says of the field
}

var (
	sealTitle = text.Label{SV: "Utgivarens sigill", EN: "The publisher’s seal"}
	sealBody  = text.Label{
		SV: "Utgivaren förseglar dokumentet elektroniskt i fältet nedan. Sigillet visar att filen är oförändrad sedan den byggdes. Det är ingen underskrift från någon av parterna.",
		EN: "The publisher seals the document electronically in the field below. The seal shows that the file is unchanged since it was built. It is no signature of any party.",
	}
	sealLabel = text.Label{SV: "Förseglas av", EN: "Sealed by"}
)

func sealOf(t *view.Language) Seal {
	return Seal{Title: t.Say(sealTitle), Body: t.Say(sealBody), FieldName: view.SealField,
		Label: t.Say(sealLabel).S + " " + t.Publisher().S}
}
