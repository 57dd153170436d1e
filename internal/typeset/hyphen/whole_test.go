package hyphen

import "testing"

func TestWhatIsCopiedIsWhole(t *testing.T) {
	for _, word := range []string{
		"https://www.lansstyrelsen.se/kronoberg", "www.lansstyrelsen.se", "WWW.Integrationssamordningen.se", "lansstyrelsen.se/kronoberg", "(integrationsöverenskommelse.se),",
		"integrationssamordning@lansstyrelsen.se", "0470-8600000", "+46470860000", "851-1234-2025", "KS2024/0123", "arbetsmarknadsnämnden2024:17", "växjö.example",
	} {
		if !Whole(word) {
			t.Errorf("%s may be divided", word)
		}
	}
	for _, word := range []string{"integrationssamordning", "samverkansområde/delmål", "arbetsmarknads-", "t.o.m.", "(samhällsorientering).", "överenskommelsen;", "och/eller…"} {
		if Whole(word) {
			t.Errorf("%s may not be divided", word)
		}
	}
}
