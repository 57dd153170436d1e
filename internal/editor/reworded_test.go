package editor

import (
	"net/http"
	"strings"
	"testing"
)

// An initiative that was adopted for another wording is confirmed with a button, without a
// command: for the wording that was there when it was pressed, not for one that came since.
func TestConfirmedAsItFits(t *testing.T) {
	const asks = "Lydelsen har ändrats sedan insatsen beslutades"
	r := open(t, map[string]string{initiative: `---
title: Språk på jobbet
cooperation_area: arbete-1
owner: alvesta
period:
  from: 2026-01-01
  to: 2026-12-31
status: ongoing
adopted_wording:
  arbete-1: sha256:` + strings.Repeat("0", 64) + `
follow_up:
  method: Enkät till deltagarna.
  responsible: forum
  due: [2026-12-31]
---

Deltagarna lär sig språket på jobbet.
`})
	r.found("/fil/"+initiative).says(t, asks, "Utbilda tillsammans.", "bekräfta det högst upp i formuläret")
	r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "do", "confirm"))
	at := "/forslag/2026-03-02-sprak-pa-jobbet/fil/"
	p := r.found(at + initiative)
	if strings.Contains(p.words(), asks) {
		t.Errorf("it is asked again: %s", p.words())
	}
	confirmed := set(p.form(t), "do", "confirm")
	if p := r.send(at+initiative, confirmed); p.status == http.StatusOK {
		t.Errorf("there was nothing to confirm: %s", p.words())
	}

	area := at + "agreement/areas/arbete.md"
	reword := func(text string) {
		r.send(area, set(r.found(area).form(t), "cooperation_areas[0].text", text, "do", "save"))
	}
	reword("Utbilda var för sig.")
	seen := set(r.found(at+initiative).form(t), "do", "confirm")
	reword("Något helt annat.")
	r.send(at+initiative, seen)
	r.found(at+initiative).says(t, asks, "Något helt annat.")
	r.send(at+initiative, set(r.found(at+initiative).form(t), "do", "confirm"))
	if p := r.found(at + initiative); strings.Contains(p.words(), asks) {
		t.Errorf("it is asked again: %s", p.words())
	}
}
