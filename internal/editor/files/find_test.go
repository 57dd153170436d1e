package files

import (
	"strings"
	"testing"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("ett två tre ", 20) + "MÅLET" + strings.Repeat(" fyra fem sex", 20)
	q := query{[]string{"ett", "målet"}}
	got := q.excerpt(long)
	if !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "tre MÅLET fyra") || len([]rune(got)) > 2*around+10 {
		t.Errorf("%q", got)
	}
	if got := (query{[]string{"målet"}}).excerpt("Hela MÅLET."); got != "Hela MÅLET." {
		t.Errorf("%q", got)
	}
	if got := (query{[]string{"ekby"}}).excerpt("cancelled\nEkby kommun\narbete-3"); got != "Ekby kommun" {
		t.Errorf("it shows other fields: %q", got)
	}
	if got := (query{[]string{"inte"}}).excerpt("İİ är"); got != "" {
		t.Errorf("%q", got)
	}
}
