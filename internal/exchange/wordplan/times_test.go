package wordplan

import (
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

func TestTimesInSwedish(t *testing.T) {
	of2026 := model.YearPeriod(2026, diag.Whole("x"))
	for said, want := range map[string]string{
		"2024-08-01 – 2025-06-30":                 "2024-08-01 2025-06-30",
		"2024-09-02–2026-08-31":                   "2024-09-02 2026-08-31",
		"2024-08-01 - 2025-06-30":                 "2024-08-01 2025-06-30",
		"2024-08 till 2025-06":                    "2024-08 2025-06",
		"1 januari 2025 t.o.m. 31/12 2025":        "2025-01-01 2025-12-31",
		"fr.o.m. 1 mars 2026 t.o.m. 30 juni 2026": "2026-03-01 2026-06-30",
		"1/9 2025–30/6 2026":                      "2025-09-01 2026-06-30",
		"20250901–20260630":                       "2025-09-01 2026-06-30",
		"2025":                                    "2025 2025",
		"2025–2027":                               "2025 2027",
		"2025-2027":                               "2025 2027",
		"(2025 – 2027)":                           "2025 2027",
		"hösten 2025":                             "2025-08 2025-12 ?",
		"våren 2025–hösten 2026":                  "2025-01 2026-12 ?",
		"vt 2026":                                 "2026-01 2026-06 ?",
		"HT26":                                    "2026-08 2026-12 ?",
		"Q2":                                      "2026-04 2026-06 ?",
		"Q2 2027":                                 "2027-04 2027-06",
		"kvartal 3 2026":                          "2026-07 2026-09",
		"första halvåret 2026":                    "2026-01 2026-06",
		"mars–juni 2026":                          "2026-03 2026-06",
		"mars-juni 2026":                          "2026-03 2026-06",
		"mars 2026":                               "2026-03 2026-03",
		"mars–juni":                               "2026-03 2026-06 ?",
		"sept 2026 - dec 2026":                    "2026-09 2026-12",
		"vecka 12 2026":                           "2026-03-16 2026-03-22",
		"löpande":                                 "2026-01-01 2026-12-31 ?",
		"hela året":                               "2026-01-01 2026-12-31 ?",
		"tills vidare":                            "2026-01-01  ?",
		"2025-09-01 –":                            "2025-09-01 ",
		"2025-09-01 tills vidare":                 "",
		"2025-09-01 – tills vidare":               "2025-09-01 ",
		"från och med mars 2026":                  "2026-03 2026-03",
		"2026-13-01":                              "",
		"31/2 2026":                               "",
		"2027–2025":                               "",
		"när det passar":                          "",
		"majoriteten":                             "",
		"30-50 arbetsgivare":                      "",
		"":                                        "",
	} {
		got := ""
		if s, ok := timeOf(said, of2026); ok {
			got = s.from + " " + s.to
			if !s.doubt.IsZero() {
				got += " ?"
			}
		}
		if got != want {
			t.Errorf("%q is %q, not %q", said, got, want)
		}
	}
}

func TestATimeBehindAName(t *testing.T) {
	of2026 := model.YearPeriod(2026, diag.Whole("x"))
	for line, want := range map[string]string{
		"SKRUVAS 2024-09-02 – 2026-12-31": "SKRUVAS 2024-09-02",
		"Språkkafé (2025–2026)":           "Språkkafé 2025",
		"Språkkafé hösten 2026":           "Språkkafé hösten 2026 2026-08",
		"Plan 2026":                       "Plan 2026 ",
		"Kurs i mars":                     "Kurs i mars 2026-03",
	} {
		name, s, _ := timeBehind(line, of2026)
		if got := name + " " + s.from; got != want {
			t.Errorf("%q is %q, not %q", line, got, want)
		}
	}
}
