package publish_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/check"
	"samsyn/internal/diff"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/document"
)

// worded is a content that says none of the built-in words itself.
var worded = map[string]string{
	"samsyn.yaml":                 "title: Ängs län\npublisher: lan\nbase_url: https://ang.example\nlanguage: sv\n" + loadtest.Nonsense,
	"agreement/agreement.yaml":    "title: Ängs län tillsammans\nshort_title: Tillsammans\nperiod: {from: 2024, to: 2026}\nstatus: signed\nadopted: {date: 2024-01-01, body: forum}\nchapters:\n  - file: text/om.md\n  - part: areas\n  - part: organisation\n  - part: parties\n  - part: duties\n  - part: target_groups\n  - part: terms\n  - part: strategies\n  - part: signatures\ntarget_groups: [{id: nya, name: Nya, rank: primary, definition: N.}]\nterms: [{term: ny, definition: N.}]\namendments: [{date: 2025-01-02, body: forum, text: A.}]\nreporting: [{id: lage, title: Läget, from: all_parties, to: forum, every: year, month: 10, received: [{date: 2024-10-10, from: by}]}]\ndocument: {note: Hos oss.}\nsupersedes: Den förra\nsource: {title: K}\n",
	"agreement/text/om.md":        "# Om\n\nText.\n",
	"agreement/areas/arbete.md":   "---\ntitle: Arbete\norder: 1\nresponsible: [forum]\nsub_goals:\n  - {id: arbete-d1, text: Fler arbetar., indicators: [i]}\n  - {id: arbete-d2, text: Fler mår bra., followed: qualitatively}\n  - {id: arbete-d3, text: Fler ler.}\ncooperation_areas:\n  - {id: arbete-1, text: Praktik.}\n  - {id: arbete-2, text: Språk.}\n  - {id: arbete-3, text: Vila., responsible: [ny-grupp]}\n  - {id: arbete-4, text: Förr., withdrawn: {date: 2025-01-01, reason: R.}}\n---\n\nOm arbete.\n",
	"agreement/areas/halsa.md":    "---\ntitle: Hälsa\norder: 2\n---\n",
	"agreement/areas/fritid.md":   "---\ntitle: Fritid\norder: 3\nwithdrawn: {date: 2025-01-01, reason: R.}\n---\n",
	"agreement/parties.yaml":      "parties:\n  - {id: lan, name: Länet, kind: region, signatory: {name: Å Ö}, duties: [{text: U., law: L.}]}\n  - {id: by, name: Byns kommun, short_name: Byn, kind: municipality}\n  - {id: tom, name: Toms kommun, kind: municipality}\nduties:\n  - {text: Hjälper till., kind: municipality, law: L.}\n  - {text: Lyssnar., parties: [lan, by]}\n",
	"agreement/organisation.yaml": "bodies:\n  - {id: forum, name: Forum, role: decides, members: [lan, by]}\n  - {id: ny-grupp, name: Nya gruppen, role: responsible, status: to_be_formed, reports_to: forum}\n",
	"agreement/strategies.yaml":   "strategies: [{id: s, title: Strategin, level: regional, relation: K., areas: [arbete]}]\n",
	"agreement/calendar.yaml":     "events:\n  - {id: e, date: 2025-05-05, title: Möte, kind: decision, body: forum, decides: ['2025']}\n  - {id: f, date: 2026-10-10, title: Fest, kind: other}\n",
	"agreement/indicators/i.yaml": "title: I arbete\ndefinition: D.\nunit: percent\ndirection: up\nsource: {name: K}\nbaseline: {year: 2020, value: 1}\ntarget: {year: 2026, value: 9, text: T.}\nseries: [{year: 2024, total: 3}]\n",
	"agreement/indicators/j.yaml": "title: Utan\ndefinition: D.\nunit: count\ndirection: down\nsource: {name: K}\n",
	"agreement/resources/r.md":    "---\ntitle: Exempel\nkind: example\nareas: [arbete]\ncooperation_areas: [arbete-1]\n---\n\nT.\n",
	"agreement/reviews/2025.md":   "---\ndate: 2025-02-02\nby: lan\nconclusion: revise\n---\n\nNu.\n",
	"agreement/results/2025.md":   "---\ntitle: Så gick det\nperiod: {from: 2024, to: 2025}\nstatus: adopted\nby: lan\nadopted: {date: 2026-02-01, body: forum}\nas_of: 2026-01-31\nareas: [{area: arbete, text: T., conclusion: S.}]\nnext: [{cooperation_area: arbete-1, emphasis: [develop]}]\nanswers: []\n---\n\nT.\n",
	"agreement/results/tomt.md":   "---\ntitle: Innan dess\nperiod: {from: 2020, to: 2020}\nstatus: draft\nby: lan\n---\n",
	"agreement/signatures.yaml":   "digest: sha256:" + "0000000000000000000000000000000000000000000000000000000000000000" + "\nsigned: {date: 2024-01-01}\nsignatures: [{party: lan, name: Å Ö, method: ink}]\n",
	"plans/2024/plan.yaml":        "title: År 2024\nscope: regional\nyear: 2024\nstatus: closed\nadopted: {date: 2023-12-01, body: forum}\npriorities: [{cooperation_area: arbete-1}]\n",
	"plans/2024/a.md":             "---\ntitle: Första\ncooperation_area: arbete-1\nowner: lan\nperiod: {from: 2024, to: 2024}\nstatus: completed\nfollow_up: {method: M., responsible: lan}\n---\n",
	"plans/2025/plan.yaml":        "title: År 2025\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01, body: forum, minutes: M}\npriorities:\n  - {cooperation_area: arbete-1, emphasis: [develop]}\n  - {cooperation_area: arbete-2}\nnote: N.\n",
	"plans/2025/a.md":             "---\ntitle: Första igen\ncooperation_area: arbete-1\nrelated_cooperation_areas: [arbete-2]\nsub_goals: [arbete-d1]\nowner: by\nco_owners: [lan]\npartners: [{name: Kyrkan}]\nplaces: [by]\nperiod: {from: 2025, to: 2025}\nstatus: ongoing\ncontinues: 2024/a\nhow_to_join: Ring.\nfollow_up:\n  method: M.\n  responsible: by\n  due: [2025-06-30, 2026-06-30]\n  measures: [{id: m, title: M, unit: count, target: 12}]\nreports: [{date: 2025-07-01, assessment: at_risk, text: T., values: {m: 3}}]\n---\n\nT.\n",
	"plans/2025/b.md":             "---\ntitle: Andra\ncooperation_area: halsa\nowner: ny-grupp\nperiod: {from: 2025-01-01}\nstatus: planned\nfollow_up: {method: M., responsible: lan}\n---\n",
	"plans/2025/c.md":             "---\ntitle: Tredje\ncooperation_area: arbete-3\nowner: {name: Kyrkan}\nperiod: {from: 2025-01-01, to: 2025-02-01}\nstatus: cancelled\nfollow_up: {method: M., responsible: lan, due: [2025-02-01]}\nwithdrawn: {date: 2025-03-03, reason: R.}\n---\n",
	"plans/2026/plan.yaml":        "title: År 2026\nscope: regional\nyear: 2026\nstatus: proposed\n",
	"plans/by/plan.yaml":          "title: I Byn\nscope: local\nparties: [by]\nperiod: {from: 2024, to: 2025}\nstatus: adopted\nadopted: {date: 2024-02-02, body: {name: F}}\n",
	"plans/tom/plan.yaml":         "title: I Tom\nscope: local\nparties: [tom]\nstatus: known\nnote: N.\n",
	"plans/gammal/plan.yaml":      "title: Gammalt\nscope: local\nparties: [tom]\nperiod: {from: 2024, to: 2024}\nstatus: draft\nwithdrawn: {date: 2025-01-01, reason: R.}\n",
}

// The built-in words, in all forms and compounds. ”Enligt plan” and ”Avviker från plan”
// are said of how it goes, not of a plan.
var (
	builtIn = regexp.MustCompile(`(?i)överenskommelse|samverkansområde|(^|[^\pL])områd|delmål|insats|handlingsplan|(^|[^\pL])plan(en|er|erna|ens|ernas)([^\pL]|$)|lök`)
	// alone is what is a word of English too, and so the name of columns and pages.
	alone  = regexp.MustCompile(`(?i)(^|[^\pL])plan([^\pL]|$)`)
	idioms = regexp.MustCompile(`(?i)enligt plan|avviker från plan|[a-z]+\.yaml`)
	// machines are what no person reads: addresses, identifiers, scripts.
	machines = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>|\s(href|src|id|class|for|name|value|property|data-root|data-group|http-equiv|aria-labelledby|aria-describedby|headers|action)="[^"]*"|#[a-z0-9-]+|https?://\S+|<code>[^<]*</code>`)
)

func builtInIn(text string, sentences bool) []string {
	var found []string
	text = idioms.ReplaceAllString(strings.ReplaceAll(text, "\u00ad", ""), "")
	for _, m := range builtIn.FindAllStringIndex(text, -1) {
		found = append(found, strings.ToValidUTF8(text[max(0, m[0]-50):min(len(text), m[1]+40)], ""))
	}
	if m := alone.FindStringIndex(text); m != nil && sentences {
		found = append(found, strings.ToValidUTF8(text[max(0, m[0]-50):min(len(text), m[1]+40)], ""))
	}
	return found
}

// said are the texts of a document.
func said(t *testing.T, d *document.Document) string {
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, m := range texts.FindAllStringSubmatch(string(data), -1) {
		b.WriteString(m[1] + "\n")
	}
	return b.String()
}

var texts = regexp.MustCompile(`"S":"((?:[^"\\]|\\.)*)"`)

// With words of its own for everything, a county meets none of the built-in words: not
// on the site, in the documents and the open data, in messages or in what has changed.
func TestNothingIsCalledByAnotherWord(t *testing.T) {
	if testing.Short() {
		t.Skip("builds again and again what the others build once")
	}
	before := loadtest.Files(worded)
	content := loadtest.Sound(t, before)
	read := map[bool]map[string]bool{true: {}, false: {}} // lines of pages, and of other files: most have been read on another day
	for _, day := range []model.Date{{}, {Year: 2025, Month: 3, Day: 1}, {Year: 2026, Month: 9, Day: 1}, {Year: 2028, Month: 1, Day: 1}} {
		for _, drafts := range []bool{false, true} {
			o := view.Options{Today: day, Drafts: drafts, Digest: "sha256:00"}
			for file, data := range build(t, content, o) {
				if strings.HasSuffix(file, ".js") || strings.HasSuffix(file, ".css") || strings.HasPrefix(file, "documents/") {
					continue
				}
				page := strings.HasSuffix(file, ".html")
				if read[page][data] {
					continue
				}
				read[page][data] = true
				for line := range strings.Lines(machines.ReplaceAllString(data, " ")) {
					if read[page][line] {
						continue
					}
					read[page][line] = true
					for _, found := range builtInIn(line, page) {
						t.Errorf("%s says %q", file, found)
					}
				}
			}
			for _, d := range document.All(view.New(content, o)) {
				for _, found := range builtInIn(said(t, d.Make()), true) {
					t.Errorf("the document %s says %q", d.ID, found)
				}
			}
		}
		for _, f := range check.Check(content, check.Options{Today: day, Exists: func(string) bool { return true }, IsFile: func(string) bool { return true }}) {
			for _, found := range builtInIn(f.Message.SV, true) {
				t.Errorf("%s says %q", f.Rule, found)
			}
		}
	}
	changed := maps.Clone(worded)
	for _, file := range slices.Sorted(maps.Keys(worded)) {
		changed[file] = strings.NewReplacer("text: Fler", "text: Många fler", "owner: by", "owner: lan", "[develop]", "[strengthen]", "cooperation_area: halsa", "cooperation_area: arbete-2",
			"status: planned", "status: ongoing", "order: 2", "order: 4", "title: Tredje", "title: Fjärde").Replace(worded[file])
	}
	delete(changed, "plans/2024/a.md")
	after := loadtest.Content(t, loadtest.Files(changed))
	for _, list := range [][]diff.Change{diff.Contents(content, after), diff.Contents(nil, after), diff.Contents(after, nil)} {
		var b strings.Builder
		if err := diff.WriteMarkdown(&b, list, "sv"); err != nil {
			t.Fatal(err)
		}
		for _, found := range builtInIn(b.String(), true) {
			t.Errorf("what has changed says %q", found)
		}
	}
}
