package prose_test

import (
	"strings"
	"testing"

	"samsyn/internal/prose"
)

func TestBareAddressesAreLinkedWhole(t *testing.T) {
	for text, want := range map[string]string{
		"Se https://växjö.example/överenskommelse?år=2025#mål.": "https://växjö.example/överenskommelse?år=2025#mål",
		"(https://växjö.example/a_(b)) finns":                   "https://växjö.example/a_(b)",
		"www.växjö.se/å, med mera":                              "http://www.växjö.se/å",
		"Skriv till anna.åberg@växjö.example.":                  "mailto:anna.åberg@växjö.example",
		"*https://räksmörgås.josefsson.org* är":                 "https://räksmörgås.josefsson.org",
		"https://例え.テスト/道?q=ä":                                  "https://例え.テスト/道?q=ä",
		"https://xn--vxj-tna7o.xn--p1ai/x":                      "https://xn--vxj-tna7o.xn--p1ai/x",
		"https://www.lansstyrelsen.se/kronoberg.html":           "https://www.lansstyrelsen.se/kronoberg.html",
		"post@lansstyrelsen.se":                                 "mailto:post@lansstyrelsen.se",
		"En mening.Utan mellanslag":                             "",
		"klockan 10:30, kvot 1:2":                               "",
		"å@ och @å":                                             "",
		"https://lokal/":                                        "",
	} {
		doc, err := prose.Parse("a.md", 1, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		var targets []string
		doc.Walk(nil, func(in prose.Inline) {
			if l, is := in.(*prose.Link); is {
				targets = append(targets, l.Target)
				if shown := prose.Plain(l.Inlines); !strings.HasSuffix(l.Target, shown) {
					t.Errorf("%s: %s is shown as %s", text, l.Target, shown)
				}
			}
		})
		if got := strings.Join(targets, " "); got != want {
			t.Errorf("%s: links to %q, not %q", text, got, want)
		}
	}
}
