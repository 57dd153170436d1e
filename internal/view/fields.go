package view

import (
	"strings"
)

// SealField is the name of the signature field that the publisher seals.
const SealField = "samsyn-sigill"

// partyField begins the names of the parties' signature fields.
const partyField = "part-"

// PartyField is the name of a party's signature field in the agreement's PDF.
func PartyField(party string) string { return partyField + party }

// PartyOfField tells whose a signature field is, if it is a party's.
func PartyOfField(field string) (party string, is bool) { return strings.CutPrefix(field, partyField) }
