package writing

import "testing"

// What the rule placeholder takes for one, each way of beginning it once.
func TestStandsIn(t *testing.T) {
	for _, s := range []string{
		"Framgår inte", "det framgår ej av beslutet", "Det anges inte", "anges ej i planen", "Uppges inte", "Ej angivet.", "inte klart", "Icke tillämpligt",
		"Uppgift saknas", "text saknas", "Beskrivning saknas", "information saknas", "Saknas!", "okänt", "Fyll i här", "(fylls i senare)", "Kompletteras senare",
		"skrivs senare", "Läggs till här", "Kommer senare", "kommer ", "TODO", "tbd", "TBA", "xxx", "XXXXX", "n/a", "NA", "Ingen uppgift", "se ovan", "Se nedan",
		"test", "[Test]", "asdf", "Asdf_1", "asdfasdf", "exempeltext", "Platshållare", "placeholder", "Not stated", "to be decided", "-", "–", "…", "...", " ? ", "”*”",
	} {
		if !standsIn(s) {
			t.Errorf("%q is no placeholder", s)
		}
	}
	for _, s := range []string{"", "Det här gör vi", "Testa språket", "Kommer du?", "Textverkstad", "kommun-001", "Noter", "2026-01-01", "asd", "xx", "Se oss"} {
		if standsIn(s) {
			t.Errorf("%q is a placeholder", s)
		}
	}
}
