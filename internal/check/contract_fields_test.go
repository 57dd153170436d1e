package check_test

import "strings"

// The fields and files that not every county uses: taken where they are right, told of
// where they are not.
const (
	anyChapter = "A|  - part: areas|"
	anyParty   = "P|    kind: municipality|    kind: municipality\n"
	someBody   = "O|    reports_to: styrgruppen|    reports_to: styrgruppen\n"
	anyGoal    = "a|  - id: arbete-d1\n    text: Fler har ett arbete.|"
	anyValue   = "n|  - year: 2024\n    total: 41.2|"
	places     = "agreement/places.yaml=places:\n  - id: sjoby\n    name: Sjöby\n    kind: district\n"
	results    = "agreement/results/r.md=---\ntitle: R\nperiod:\n  from: 2025\nstatus: draft\nby: ekby\n"
	word       = "{one: a, the_one: b, many: c, the_many: d, gender: ett}"
)

const (
	advice = "agreement/resources/rad.md=---\ntitle: R\nkind: recommendation\n---\n\nText.\n"
	method = "agreement/resources/metod.md=---\ntitle: M\nkind: method\n---\n\nText.\n"
)

var fieldCases = []contractCase{
	{"history begins on a day", []string{"s|language: sv|language: sv\nhistory_from: 2025-01-01"}, ""},
	{"history begins in a month", []string{"s|language: sv|language: sv\nhistory_from: 2025-01"}, "s:5:15-22 invalid-date"},
	{"words of one's own", []string{"s|language: sv|language: sv\nvocabulary:\n  area: " + word + "\n  plan: " + word}, ""},
	{"a word without a form", []string{"s|language: sv|language: sv\nvocabulary:\n  area: {one: a, the_one: b, many: c, gender: ett}"}, "s:6:10-13 missing-field"},
	{"a word of another gender", []string{"s|language: sv|language: sv\nvocabulary:\n  area: {one: a, the_one: b, many: c, the_many: d, gender: ut}"}, "s:6:60-62 invalid-value en"},
	{"a word that nobody knows", []string{"s|language: sv|language: sv\nvocabulary:\n  part: " + word}, "s:6:3-7 unknown-field"},
	{"appearance", []string{"s|language: sv|language: sv\nappearance:\n  colour: '#1b5e3f'\n  logotype: a.svg\n  logotype_alt: A", "a.svg=<svg/>"}, ""},
	{"a logotype that is not there", []string{"s|language: sv|language: sv\nappearance:\n  logotype: a.svg"}, "s:6:13-18 unknown-reference"},
	{"a logotype outside", []string{"s|language: sv|language: sv\nappearance:\n  logotype: ../a.png"}, "s:6:13-21 path-escapes"},
	{"a logotype that is a photograph", []string{"s|language: sv|language: sv\nappearance:\n  logotype: a.jpg", "a.jpg=x"}, "s:6:13-18 invalid-value"},
	{"certificates that are a file", []string{"s|language: sv|language: sv\nsigning:\n  trust: a.pem", "a.pem=x"}, "s:6:10-15 unknown-reference"},
	{"shapes", []string{"agreement/places.yaml=shapes: l.geojson\nplaces: [{id: sjoby, name: Sjöby, kind: district}]\n", "agreement/l.geojson={}"}, ""},
	{"shapes that are not there", []string{"agreement/places.yaml=shapes: l.geojson\nplaces: [{id: sjoby, name: Sjöby, kind: district}]\n"}, "agreement/places.yaml:1:9-18 unknown-reference"},
	{"shapes outside", []string{"agreement/places.yaml=shapes: ../../l.geojson\nplaces: [{id: sjoby, name: Sjöby, kind: district}]\n"}, "agreement/places.yaml:1:9-24 path-escapes"},
	{"more women than people", []string{"n|unit: percent|unit: count", anyValue + "  - {year: 2024, total: 10, women: 12}"}, "n:8:36-38 sum-mismatch"},
	{"a colour by name", []string{"s|language: sv|language: sv\nappearance:\n  colour: green"}, "s:6:11-16 invalid-value"},
	{"synonyms", []string{"s|language: sv|language: sv\nsynonyms:\n  - [sfi, svenska för invandrare]"}, ""},
	{"more synonyms than a search needs", []string{"s|language: sv|language: sv\nsynonyms:\n" + strings.Repeat("  - [sfi, svenska för invandrare]\n", 301)}, "s:6:3-4 invalid-value"},
	{"more words of one meaning than there are", []string{"s|language: sv|language: sv\nsynonyms:\n  - [" + strings.Repeat("sfi, ", 20) + "svenska]"}, "s:6:5-114 invalid-value"},
	{"a colour that is a comment", []string{"s|language: sv|language: sv\nappearance:\n  colour: #00614a"}, "s:6:10-10 text-cut-off"},
	{"a date that is commented out", []string{"s|language: sv|language: sv\nhistory_from: #2025-01-01"}, ""},
	{"an address that is commented out", []string{someBody + "    contact:\n      name: Växeln\n      email: #a@b.se"}, ""},
	{"a phone number that is a comment", []string{someBody + "    contact:\n      name: Växeln\n      phone: #0470-1"}, "O:13:13-13 text-cut-off"},
	{"a title that is a comment", []string{"i|title: Språkvän|title: #Språkvän"}, "i:2:7-7 missing-field"},
	{"a synonym alone", []string{"s|language: sv|language: sv\nsynonyms:\n  - [sfi]"}, "s:6:5-10 invalid-value"},

	{"the duties for a part, with a heading", []string{anyChapter + "  - part: areas\n  - part: duties\n    title: Vem gör vad"}, ""},
	{"an annex that lies elsewhere", []string{anyChapter + "  - part: areas\nannexes:\n  - title: B\n    note: Hos registrator."}, ""},
	{"an annex that is in two places", []string{anyChapter + "  - part: areas\nannexes:\n  - title: B\n    url: https://a.se/\n    note: Hos registrator."}, "A:16:11-27 invalid-value"},
	{"an original that lies elsewhere", []string{anyChapter + "  - part: areas\ndocument:\n  note: Hos registrator.\n  size: 8,3 MB"}, ""},
	{"an original that is nowhere", []string{anyChapter + "  - part: areas\ndocument:\n  size: 8,3 MB"}, "A:14:3-7 missing-field"},
	{"reporting by all parties", []string{anyChapter + "  - part: areas\nreporting:\n  - id: l\n    title: L\n    from: all_parties\n    to: styrgruppen\n    every: year\n    month: 10\n    received:\n      - date: 2025-10\n        from: ekby"}, ""},
	{"reporting by some, to somebody outside", []string{anyChapter + "  - part: areas\nreporting:\n  - id: l\n    title: L\n    from: [ekby, styrgruppen]\n    to: {name: Regeringen}\n    every: quarter"}, "A:14:9-10 reporting-overdue"},
	{"reporting by nobody known", []string{anyChapter + "  - part: areas\nreporting:\n  - id: l\n    title: L\n    from: [ekbi]\n    to: styrgruppen\n    every: year"}, "A:16:12-16 unknown-reference ekby"},
	{"reporting by all that is misspelt", []string{anyChapter + "  - part: areas\nreporting:\n  - id: l\n    title: L\n    from: all_partys\n    to: styrgruppen\n    every: year"}, "A:16:11-21 invalid-value all_parties"},
	{"reporting in a thirteenth month", []string{anyChapter + "  - part: areas\nreporting:\n  - id: l\n    title: L\n    from: all_parties\n    to: styrgruppen\n    every: year\n    month: 13"}, "A:19:12-14 invalid-value"},
	{"reporting by one actor twice", []string{anyChapter + "  - part: areas\nreporting:\n  - {id: l, title: L, from: [ekby, ekby], to: ekby, every: year, month: 12}"}, "A:14:36-40 listed-twice"},
	{"reporting twice by one name", []string{anyChapter + "  - part: areas\nreporting:\n  - {id: l, title: L, from: all_parties, to: ekby, every: year}\n  - {id: l, title: M, from: all_parties, to: ekby, every: year}"}, "A:15:10-11 duplicate-id"},

	{"a sub-goal with a title", []string{anyGoal + "  - id: arbete-d1\n    title: Arbete\n    text: Fler har ett arbete."}, ""},
	{"a party that answers", []string{"a|responsible: [styrgruppen]|responsible: [ekby]"}, ""},
	{"a place that answers", []string{"a|responsible: [styrgruppen]|responsible: [sjoby]", places}, "a:4:15-20 unknown-reference"},

	{"a party's code and contact", []string{anyParty + "    code: \"0764\"\n    contact: {name: Växeln, phone: 0470-1}"}, ""},
	{"a code that is a number", []string{anyParty + "    code: 764"}, "P:8:11-14 wrong-type \"764\""},
	{"duties that are shared", []string{anyParty + "duties:\n  - text: A\n    kind: municipality\n    law: 1 §\n    period: {from: 2020}\n  - text: B\n    parties: [ekby]"}, ""},
	{"a shared duty of nobody", []string{anyParty + "duties:\n  - text: A"}, "P:9:5-9 missing-field"},
	{"a shared duty of both", []string{anyParty + "duties:\n  - text: A\n    kind: region\n    parties: [ekby]"}, "P:11:14-20 invalid-value"},

	{"a body that prepares and is appointed", []string{someBody + "    prepares_for: styrgruppen\n    appointed_by: styrgruppen\n    contact: {email: a@b.se}"}, ""},
	{"a body that a party appoints", []string{someBody + "    appointed_by: ekby"}, "O:11:19-23 unknown-reference"},
	{"a body that prepares for itself", []string{someBody + "    prepares_for: beredningen"}, "O:11:19-30 circular-reference"},
	{"a body that appoints itself", []string{someBody + "    appointed_by: beredningen"}, "O:11:19-30 circular-reference"},

	{"places", []string{places + "    code: \"01\"\n    within: ekby\n", "i|owner: ekby|owner: ekby\nplaces: [sjoby, ekby]\ncounty_wide: true", "agreement/resources/m.md=---\ntitle: M\nkind: method\nplaces: [sjoby]\n---\n"}, ""},
	{"a place that is a body", []string{places, "i|owner: ekby|owner: ekby\nplaces: [styrgruppen]"}, "i:5:10-21 unknown-reference"},
	{"a place called like a party", []string{"agreement/places.yaml=places:\n  - id: ekby\n    name: Ekby\n    kind: municipality\n"}, "agreement/places.yaml:2:9-13 duplicate-id"},
	{"a place in itself", []string{places + "    within: sjoby\n"}, "agreement/places.yaml:5:13-18 circular-reference"},
	{"a place of no kind", []string{"agreement/places.yaml=places:\n  - id: sjoby\n    name: Sjöby\n    kind: village\n"}, "agreement/places.yaml:4:11-18 invalid-value"},
	{"places with a map", []string{places + "shapes: k.geojson\n", "agreement/k.geojson={}"}, ""},
	{"an empty file of places", []string{"agreement/places.yaml="}, "agreement/places.yaml:1:1-1 missing-field"},

	{"an indicator without a goal", []string{"n|direction: up|direction: none"}, ""},
	{"a month and an approximate value", []string{anyValue + "  - year: 2024\n    month: 3\n    total: 41.2\n    flag: approximate"}, ""},
	{"month nought", []string{anyValue + "  - year: 2024\n    month: 0\n    total: 41.2"}, "n:9:12-13 invalid-value"},
	{"figures to fetch", []string{"n|  name: Kolada|  name: Kolada\n  fetch:\n    from: kolada\n    figure: N00941\n    places: [\"0764\"]\n    dimensions: {Alder: [20-64]}\n    sexes: true"}, ""},
	{"figures from nowhere", []string{"n|  name: Kolada|  name: Kolada\n  fetch:\n    figure: N00941"}, "n:8:5-11 missing-field"},

	{"a programme", []string{"agreement/calendar.yaml=events:\n  - id: e\n    date: 2025\n    title: E\n    kind: dialogue\n    programme:\n      - {title: P, speaker: S, areas: [arbete]}\n"}, ""},
	{"a programme without titles", []string{"agreement/calendar.yaml=events:\n  - id: e\n    date: 2025\n    title: E\n    kind: dialogue\n    programme:\n      - {speaker: S}\n"}, "agreement/calendar.yaml:7:10-17 missing-field"},

	{"a plan of a year and a period", []string{"p|year: 2025|year: 2025\nperiod: {from: 2025, to: 2026}"}, "p:4:9-31 invalid-value"},
	{"a plan of a period and a year", []string{"p|year: 2025|period: {from: 2025, to: 2026}\nyear: 2025"}, "p:4:7-11 invalid-value"},
	{"a programme over years", []string{"plans/sprak/plan.yaml=title: S\nscope: regional\nperiod: {from: 2025, to: 2027}\nstatus: draft\n"}, ""},
	{"a regional plan without time", []string{"plans/sprak/plan.yaml=title: S\nscope: regional\nstatus: draft\n"}, "plans/sprak/plan.yaml:1:1-6 missing-field"},
	{"a plan that is known", []string{"plans/lok-ekby/plan.yaml=title: L\nscope: local\nparties: [ekby]\nstatus: known\n"}, ""},
	{"a known plan of nobody", []string{"plans/lok-ekby/plan.yaml=title: L\nscope: local\nstatus: known\n"}, "plans/lok-ekby/plan.yaml:1:1-6 missing-field"},
	{"a local plan without time", []string{"plans/lok-ekby/plan.yaml=title: L\nscope: local\nparties: [ekby]\nstatus: draft\n"}, "plans/lok-ekby/plan.yaml:1:1-6 missing-field"},

	{"a report that is not assessed", []string{due + "due: [2025-12-15]\nreports:\n  - date: 2025-05\n    by: ekby\n    text: T"}, ""},
	{"a report without text", []string{due + "due: [2025-12-15]\nreports:\n  - date: 2025-05"}, "i:14:5-9 missing-field"},
	{"a report by nobody known", []string{due + "due: [2025-12-15]\nreports:\n  - date: 2025-05\n    by: nagon\n    text: T"}, "i:15:9-14 unknown-reference"},

	{"a results report", []string{results + "areas:\n  - {area: arbete, text: T, conclusion: C}\nnext:\n  - {cooperation_area: arbete-1, emphasis: [develop], text: T}\nas_of: 2025-12-31\n---\n\nInledning.\n"}, ""},
	{"a results report on no area", []string{results + "areas:\n  - {area: fritid, text: T}\n---\n"}, "agreement/results/r.md:8:12-18 unknown-reference"},
	{"an answer to a recommendation", []string{advice, results + "answers:\n  - {resource: rad, text: T}\n---\n"}, ""},
	{"an answer to a method", []string{method, results + "answers:\n  - {resource: metod, text: T}\n---\n"}, "agreement/results/r.md:8:16-21 unknown-reference"},
	{"a month that is none, of a year that is told", []string{anyValue + "  - year: 2024\n    total: 41.2\n  - {year: 2024, month: 13, total: 40}"}, "n:10:25-27 invalid-value"},
	{"two answers to a recommendation", []string{advice, results + "answers:\n  - {resource: rad, text: T}\n  - {resource: rad, text: U}\n---\n"}, "agreement/results/r.md:9:16-19 listed-twice"},
	{"an area and a priority that are told twice", []string{results + "areas:\n  - {area: arbete, text: T}\n  - {area: arbete, text: U}\nnext:\n  - {cooperation_area: arbete-1}\n  - {cooperation_area: arbete-1}\n---\n"},
		"agreement/results/r.md:9:12-18 listed-twice\nagreement/results/r.md:12:24-32 listed-twice"},
	{"a results report that answers nothing", []string{results + "answers:\n  - {resource: r, text: T}\n---\n"}, "agreement/results/r.md:8:16-17 unknown-reference"},
	{"a results report without front matter", []string{"agreement/results/r.md=Text.\n"}, "agreement/results/r.md:1:1-1 front-matter"},
	{"an adopted results report without a day", []string{results + "adopted: {body: ekby}\n---\n"}, "agreement/results/r.md:7:11-15 missing-field"},
}
