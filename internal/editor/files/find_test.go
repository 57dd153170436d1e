package files

import (
	"strings"
	"testing"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("ett två tre ", 20) + "MÅLET" + strings.Repeat(" fyra fem sex", 20)
	q := query{words: []string{"ett", "målet"}}
	got := q.excerpt(long)
	if !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "tre MÅLET fyra") || len([]rune(got)) > 2*around+10 {
		t.Errorf("%q", got)
	}
	if got := (query{words: []string{"målet"}}).excerpt("Hela MÅLET."); got != "Hela MÅLET." {
		t.Errorf("%q", got)
	}
	if got := (query{words: []string{"ekby"}}).excerpt("cancelled\nEkby kommun\narbete-3"); got != "Ekby kommun" {
		t.Errorf("it shows other fields: %q", got)
	}
	if got := (query{words: []string{"inte"}}).excerpt("İİ är"); got != "" {
		t.Errorf("%q", got)
	}
}

// Names stand where identifiers do, and nowhere else.
func TestNamesOfThoseReferredTo(t *testing.T) {
	q := query{names: map[string]string{"region": "Region Ängs län", "ekby": "Ekby kommun"}}
	got := q.plain([]byte("---\nowner: region\nco_owners: [ekby, region]\npartners:\n  - ekby\n---\n\nI vår region finns ekby.\n"))
	if got != "Region Ängs län\nEkby kommun, Region Ängs län\nEkby kommun\nI vår region finns ekby." {
		t.Errorf("%q", got)
	}
}
