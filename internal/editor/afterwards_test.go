package editor

import (
	"slices"
	"strings"
	"testing"
)

// What a file would make wrong is told before it is saved, in the words of forms.
func TestWhatAFileMakesWrong(t *testing.T) {
	r := open(t, nil)
	lines := strings.Split(strings.TrimRight(r.table(), "\r\n"), "\r\n")
	row := strings.Split(lines[1], ";")
	row[slices.Index(strings.Split(lines[0], ";"), "Kontakt: E-post")] = "info.example.se"
	data := []byte(lines[0] + "\r\n" + strings.Join(row, ";") + "\r\n")
	p := r.upload("/las-in", r.found("/las-in").form(t), "fil", "lista.csv", data)
	p.says(t, "Det här behöver rättas efter att det är sparat", "Språk på jobbet, E-post: ”info.example.se”", "”: 1. Det som inte går att ta in")
	if _, told, _ := strings.Cut(p.words(), "behöver rättas"); strings.Contains(told, "email") || strings.Contains(told, "sprak.md") {
		t.Errorf("it is told in the words of files: %s", told)
	}
	r.send("/las-in", set(p.form(t), "do", "save", "words", "Ändå")).says(t, "Ändringen är sparad i förslaget.")
}

// Where there is no measure yet, the place for its figures says how one gets there.
func TestFiguresWithoutMeasures(t *testing.T) {
	r := open(t, nil)
	at := "/fil/" + initiative
	p := r.send(at, set(r.found(at).form(t), "do", "add:reports"))
	p.says(t, "Här skrivs siffror när insatsen har mått.")
}
