// Package country makes up the content that the other folders here measure with:
// one agreement, 8 areas, 311 parties, and as many initiatives as asked for, of
// some 1.5 kB each, in plans of 96.
package country

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

const (
	areas          = 8
	perArea        = 6 // cooperation areas, and sub-goals, of an area
	municipalities = 290
	firstYear      = 2026
	years          = 10
	perPlan        = 96 // initiatives of a plan: 20,000 of them make 209 plans
	neighbours     = 8  // municipalities that carry out a local plan together
)

// Write writes a made-up country into dir: one agreement, ten yearly plans, then
// local ones, and in them the initiatives. The same number gives the same bytes.
// With faults, one initiative in a hundred has something wrong with it that no
// schema sees: half of them name a sub-goal that does not exist, half lead nowhere.
func Write(dir string, initiatives int, faults bool) error {
	m := maker{dir: dir, faults: faults, rnd: rand.New(rand.NewPCG(1, 2))}
	m.agreement()
	plans := max(1, (initiatives+perPlan-1)/perPlan)
	for p := range plans {
		m.plan(p)
	}
	for i := range initiatives {
		m.initiative(i, i%plans)
	}
	return m.err
}

type maker struct {
	dir    string
	faults bool
	rnd    *rand.Rand
	err    error
}

// write puts a file in its place, unless an earlier one has failed.
func (m *maker) write(name, text string) {
	if m.err != nil {
		return
	}
	name = filepath.Join(m.dir, filepath.FromSlash(name))
	if m.err = os.MkdirAll(filepath.Dir(name), 0o755); m.err == nil {
		m.err = os.WriteFile(name, []byte(text), 0o644)
	}
}

func (m *maker) one(of []string) string { return of[m.rnd.IntN(len(of))] }

func municipality(i int) string { return fmt.Sprintf("kommun-%03d", i) }

func planName(p int) string {
	if p < years {
		return fmt.Sprint(firstYear + p)
	}
	return fmt.Sprintf("lok-%03d", p-years)
}

func (m *maker) agreement() {
	m.write("samsyn.yaml", "title: Överenskommelsen\npublisher: region-00\nbase_url: https://prov.example.org\nlanguage: sv\n"+
		"accessibility:\n  conformance: full\n  assessed: 2026-01-15\n  updated: 2026-01-15\n  method: Granskad av en utomstående.\n  report_to: prov@example.org\n"+
		"  supervisor:\n    name: Myndigheten för digital förvaltning\n    url: https://www.digg.se/tdosanmalan\n")
	m.write("agreement/agreement.yaml", fmt.Sprintf("title: Överenskommelse om etablering och inkludering\nshort_title: Överenskommelsen\n"+
		"period:\n  from: %d-01-01\n  to: %d-12-31\nplans: by_year\nstatus: adopted\nadopted:\n  date: %[1]d-01-10\n  body: forum\n"+
		"chapters:\n  - file: text/inledning.md\n  - part: areas\n  - part: organisation\n  - part: parties\nreview_every: 10\n", firstYear, firstYear+years-1))
	m.write("agreement/text/inledning.md", "# Inledning\n\nParterna vill tillsammans förkorta vägen till arbete och ett självständigt liv.\n")
	m.write("agreement/organisation.yaml", "bodies:\n  - id: forum\n    name: Forum\n    role: decides\n    members: [region-00, kommun-000]\n"+
		"  - id: beredning\n    name: Beredningen\n    role: prepares\n    members: [region-00]\n    reports_to: forum\n")
	var parties strings.Builder
	parties.WriteString("parties:\n")
	for r := range 21 {
		fmt.Fprintf(&parties, "  - id: region-%02d\n    name: Region %d\n    kind: region\n", r, r)
	}
	for i := range municipalities {
		fmt.Fprintf(&parties, "  - id: %s\n    name: Kommun %d\n    kind: municipality\n    url: https://kommun%[2]d.example.org\n", municipality(i), i)
	}
	m.write("agreement/parties.yaml", parties.String())
	for a := range areas {
		m.area(a)
	}
}

func (m *maker) area(a int) {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Fokusområde %d\norder: %[1]d\nresponsible: [beredning]\nsub_goals:\n", a+1)
	for i := range perArea {
		fmt.Fprintf(&b, "  - id: omrade%d-d%d\n    text: Fler ska kunna försörja sig själva, och göra det tidigare.\n    followed: qualitatively\n", a+1, i+1)
	}
	b.WriteString("cooperation_areas:\n")
	for i := range perArea {
		fmt.Fprintf(&b, "  - id: omrade%d-%d\n    text: Parterna samverkar om språk, yrke och möten mellan människor.\n", a+1, i+1)
	}
	fmt.Fprintf(&b, "---\n\nHär samlas det som parterna gör tillsammans.\n")
	m.write(fmt.Sprintf("agreement/areas/omrade%d.md", a+1), b.String())
}

func (m *maker) plan(p int) {
	name := planName(p)
	scope := fmt.Sprintf("scope: regional\nyear: %s\n", name)
	if p >= years {
		scope = fmt.Sprintf("scope: local\nparties: [region-%02d, %s]\nperiod:\n  from: %d\n  to: %d\n", p%21, municipality(p%municipalities), firstYear, firstYear+years-1)
	}
	m.write("plans/"+name+"/plan.yaml", fmt.Sprintf("title: Handlingsplan %s\n%sstatus: adopted\nadopted:\n  date: 2026-01-20\n  body: forum\n  minutes: https://prov.example.org/protokoll/%[1]s\n", name, scope))
}

func (m *maker) initiative(n, p int) {
	area, year, owner := 1+m.rnd.IntN(areas), firstYear+m.rnd.IntN(years), m.rnd.IntN(municipalities)
	if p < years {
		year = firstYear + p // a yearly plan is called by its year
	} else {
		owner = (p + owner%neighbours) % municipalities
	}
	m.describe(n, planName(p), area, year, municipality(owner))
}

func (m *maker) describe(n int, plan string, area, year int, owner string) {
	subGoal := fmt.Sprintf("omrade%d-d%d", area, 1+m.rnd.IntN(perArea))
	if m.faults && n%200 == 50 {
		subGoal = fmt.Sprintf("omrade%d-d%d", area, 3*perArea)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s %s, insats %d\ncooperation_area: omrade%d-%d\nsub_goals:\n  - %s\n  - omrade%[4]d-d1\nowner: %[7]s\n",
		m.one(what), m.one(where), n, area, 1+m.rnd.IntN(perArea), subGoal, owner)
	fmt.Fprintf(&b, "partners:\n  - region-%02d\n  - name: %s\nplaces:\n  - %s\nperiod:\n  from: %d-%02d-01\n  to: %[4]d-12-31\nstatus: planned\n",
		m.rnd.IntN(21), m.one(partner), owner, year, 1+m.rnd.IntN(11))
	fmt.Fprintf(&b, "target_group: %s\ncontact:\n  name: Samordningen i %s\n  email: insats%d@%[2]s.example.org\nfunding:\n  - source: %[4]s\n    amount_sek: %d\n",
		m.one(whom), owner, n, m.one(fund), 1000*(50+m.rnd.IntN(900)))
	fmt.Fprintf(&b, "follow_up:\n  method: %s\n  responsible: %s\n  reports_to: [forum]\n  due:\n    - %d-06-15\n    - %[3]d-12-15\n  measures:\n    - id: deltagare\n      title: Deltagare som har börjat\n      unit: count\n      counts_people: true\n      target: %d\n---\n\n",
		m.one(method), owner, year, 20+m.rnd.IntN(400))
	for range 2 + m.rnd.IntN(3) {
		b.WriteString(m.one(opening))
		for range 1 + m.rnd.IntN(3) {
			b.WriteString(" " + m.one(sentence))
		}
		b.WriteString("\n\n")
	}
	switch {
	case m.faults && n%200 == 150:
		b.WriteString("Läs mer i [en plan som inte finns](../1999/plan.yaml).\n")
	case n%3 == 0:
		b.WriteString("## Så går det till\n\n- möten varje **vecka**\n- praktik hos en arbetsgivare\n- [läs mer](https://prov.example.org/insats) om upplägget\n")
	}
	m.write(fmt.Sprintf("plans/%s/insats-%05d.md", plan, n), b.String())
}

var (
	what     = []string{"Språkstöd på jobbet", "Mentorer för nyanlända", "Öppen förskola med språkträning", "Samhällsguider", "Yrkesväg för vuxna", "Mötesplats för föräldrar"}
	where    = []string{"i centrum", "på landsbygden", "vid stationen", "i norra länsdelen", "över kommungränsen"}
	partner  = []string{"Studieförbundet Väven", "Idrottsföreningen Framåt", "Företagarna på orten", "Föreningen Öppna dörren"}
	whom     = []string{"Vuxna som nyligen har flyttat hit", "Föräldrar som är hemma med små barn", "Unga utan gymnasieutbildning", "Arbetsgivare och deras anställda"}
	fund     = []string{"Kommunens egna medel", "Länsstyrelsens utvecklingsmedel", "Europeiska socialfonden"}
	method   = []string{"Enkät till deltagarna två gånger om året", "Samtal med deltagare och arbetsgivare", "Räkning av deltagare och vad de gör efteråt"}
	opening  = []string{"Insatsen vänder sig till den som vill komma vidare men inte vet hur.", "Deltagarna möts i små grupper och övar på det som jobbet kräver.", "Kommunen och föreningslivet delar på arbetet och lär av varandra."}
	sentence = []string{"En handledare finns med från första dagen och följer upp efter tre månader.", "Den som har barn kan ta med dem, för det finns någon som leker med dem under tiden.", "Träffarna hålls på kvällar och helger så att fler kan vara med.", "Erfarenheterna samlas in och sprids till de andra kommunerna i länet."}
)
