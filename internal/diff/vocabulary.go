package diff

import "samsyn/internal/diag"

// noun is what a kind of thing is called: ”insatsen”, ”ny insats”.
type noun struct{ the, new, theEN, newEN string }

var nouns = map[string]noun{
	"agreement":        {"överenskommelsen", "ny överenskommelse", "the agreement", "new agreement"},
	"chapter":          {"avsnittet", "nytt avsnitt", "the chapter", "new chapter"},
	"target-group":     {"målgruppen", "ny målgrupp", "the target group", "new target group"},
	"term":             {"begreppet", "nytt begrepp", "the term", "new term"},
	"amendment":        {"ändringen", "ny ändring av överenskommelsen", "the amendment of", "new amendment of the agreement"},
	"annex":            {"bilagan", "ny bilaga", "the annex", "new annex"},
	"area":             {"området", "nytt område", "the area", "new area"},
	"sub-goal":         {"delmålet", "nytt delmål", "the sub-goal", "new sub-goal"},
	"cooperation-area": {"samverkansområdet", "nytt samverkansområde", "the cooperation area", "new cooperation area"},
	"party":            {"parten", "ny part", "the party", "new party"},
	"body":             {"gruppen", "ny grupp", "the group", "new group"},
	"strategy":         {"strategin", "ny strategi", "the strategy", "new strategy"},
	"indicator":        {"indikatorn", "ny indikator", "the indicator", "new indicator"},
	"observation":      {"utfallet", "nytt utfall", "the figure for", "new figure"},
	"review":           {"aktualitetsprövningen", "ny aktualitetsprövning", "the relevance review of", "new relevance review"},
	"event":            {"händelsen", "ny händelse i kalendern", "the event", "new event in the calendar"},
	"resource":         {"resursen", "ny resurs", "the resource", "new resource"},
	"signatures":       {"underskrifterna", "underskrifter", "the signatures", "signatures"},
	"signature":        {"underskriften av", "ny underskrift", "the signature of", "new signature"},
	"plan":             {"planen", "ny plan", "the plan", "new plan"},
	"priority":         {"prioriteringen av", "nytt prioriterat samverkansområde", "the priority", "new priority"},
	"initiative":       {"insatsen", "ny insats", "the initiative", "new initiative"},
	"measure":          {"måttet", "nytt mått", "the measure", "new measure"},
	"report":           {"lägesrapporten", "ny lägesrapport", "the report of", "new report"},
	"site":             {"webbplatsen", "ny webbplats", "the site", "new site"},
	"translation":      {"översättningen av", "ny översättning av", "the translation of", "new translation of"},
}

// parts are what an agreement's parts are called, among its chapters.
var parts = map[string]diag.Text{
	"areas":         {SV: "Områden", EN: "Areas"},
	"organisation":  {SV: "Organisation", EN: "Organisation"},
	"parties":       {SV: "Parter", EN: "Parties"},
	"strategies":    {SV: "Strategier", EN: "Strategies"},
	"target_groups": {SV: "Målgrupper", EN: "Target groups"},
	"terms":         {SV: "Begrepp", EN: "Terms"},
	"signatures":    {SV: "Underskrifter", EN: "Signatures"},
}

// lists are what the files are called that hold many things.
var lists = map[string]diag.Text{
	"party":    {SV: "parterna", EN: "the parties"},
	"body":     {SV: "organisationen", EN: "the organisation"},
	"event":    {SV: "kalendern", EN: "the calendar"},
	"strategy": {SV: "strategierna", EN: "the strategies"},
}

// gender decides the endings: common, neuter, plural.
type gender int

const (
	common gender = iota
	neuter
	plural
)

var changed = map[gender]string{common: "ändrad", neuter: "ändrat", plural: "ändrade"}
var reworded = map[gender]string{common: "omformulerad", neuter: "omformulerat", plural: "omformulerade"}
var dropped = map[gender]string{common: "borttagen", neuter: "borttaget", plural: "borttagna"}
var supplied = map[gender]string{common: "tillagd", neuter: "tillagt", plural: "tillagda"}
var rearranged = map[gender]string{common: "omordnad", neuter: "omordnat", plural: "omordnade"}

// label is what a field is called.
type label struct {
	sv, en string
	gender gender
	among  string // ”bland ledamöterna”, for lists; "" for ”bland” and sv
}

// labels are the fields' names; one of a kind of thing goes before the common one.
var labels = map[string]label{
	"title": {"titel", "title", common, ""}, "name": {"namn", "name", neuter, ""}, "subtitle": {"underrubrik", "subtitle", common, ""},
	"short_title": {"kort titel", "short title", common, ""}, "short_name": {"kortnamn", "short name", neuter, ""},
	"period": {"tid", "period", common, ""}, "agreement period": {"giltighetstid", "validity", common, ""}, "plan period": {"giltighetstid", "validity", common, ""},
	"plans": {"planernas indelning", "kind of plans", common, ""}, "status": {"status", "status", common, ""},
	"adopted": {"beslut", "decision", neuter, ""}, "agreement adopted": {"antagande", "adoption", neuter, ""},
	"adopted.place": {"ort för beslutet", "place of the decision", common, ""}, "adopted.how": {"beslutsform", "manner of the decision", common, ""},
	"adopted.case_number": {"beslutets diarienummer", "case number of the decision", neuter, ""}, "adopted.minutes": {"protokoll", "minutes", neuter, ""},
	"chapters": {"avsnittens ordning", "order of the chapters", common, "bland avsnitten"}, "review_every": {"år mellan aktualitetsprövningarna", "years between reviews", plural, ""},
	"document": {"undertecknat original", "signed original", neuter, ""}, "supersedes": {"vad den ersätter", "what it supersedes", neuter, ""},
	"source": {"källa", "source", common, ""}, "case_number": {"diarienummer", "case number", neuter, ""},
	"text": {"text", "text", common, ""}, "initiative text": {"beskrivning", "description", common, ""}, "area text": {"inledning", "introduction", common, ""},
	"sub-goal text": {"lydelse", "wording", common, ""}, "cooperation-area text": {"lydelse", "wording", common, ""},
	"review text": {"nulägesbeskrivning", "current state", common, ""}, "resource text": {"beskrivning", "description", common, ""},
	"rank": {"rang", "rank", common, ""}, "definition": {"definition", "definition", common, ""},
	"body": {"beslutande", "decided by", common, ""}, "event body": {"grupp", "group", common, ""}, "minutes": {"protokoll", "minutes", neuter, ""},
	"file": {"fil", "file", common, ""}, "url": {"webbadress", "web address", common, ""}, "signed": {"undertecknad", "signed", common, ""},
	"order": {"plats i ordningen", "place in the order", common, ""}, "order_within": {"ordning mellan delmål och samverkansområden", "order of sub-goals and cooperation areas", common, "bland delmål och samverkansområden"},
	"agreement target_groups": {"ordning mellan målgrupper", "order of target groups", common, ""}, "agreement terms": {"ordning mellan begrepp", "order of terms", common, ""},
	"agreement parties": {"ordning mellan parter", "order of parties", common, ""},
	"responsible":       {"ansvariga", "responsible", plural, "bland de ansvariga"}, "sdgs": {"globala mål", "global goals", plural, "bland de globala målen"},
	"indicators": {"indikatorer", "indicators", plural, "bland indikatorerna"}, "followed": {"uppföljning", "how it is followed", common, ""},
	"note": {"anmärkning", "note", common, ""}, "withdrawn": {"utgått", "withdrawn", neuter, ""},
	"kind": {"slag", "kind", neuter, ""}, "duties": {"uppdrag och ansvar", "duties", plural, "bland uppdragen"}, "signatory": {"undertecknare", "signatory", common, ""},
	"role": {"roll", "role", common, ""}, "acting": {"tillfälligt ansvarig", "acting", common, ""}, "chair": {"ordförande", "chair", common, ""},
	"convener": {"sammankallande", "convener", common, ""}, "members": {"ledamöter", "members", plural, "bland ledamöterna"},
	"reports_to": {"mottagare av rapporter", "reports to", common, ""}, "meets": {"möten", "meetings", plural, ""}, "description": {"beskrivning", "description", common, ""},
	"level": {"nivå", "level", common, ""}, "relation": {"koppling", "relation", common, ""}, "areas": {"områden", "areas", plural, "bland områdena"},
	"population": {"grupp som mäts", "population", common, ""}, "unit": {"enhet", "unit", common, ""}, "counts_people": {"räknar personer", "counts people", neuter, ""},
	"direction": {"önskad utveckling", "wanted course", common, ""}, "baseline.year": {"utgångsår", "baseline year", neuter, ""},
	"baseline.value": {"utgångsvärde", "baseline", neuter, ""}, "target.year": {"målår", "target year", neuter, ""}, "target.value": {"målvärde", "target", neuter, ""},
	"target.text": {"mål i ord", "target in words", neuter, ""}, "total": {"värde", "value", neuter, ""}, "women": {"värde för kvinnor", "value for women", neuter, ""},
	"men": {"värde för män", "value for men", neuter, ""}, "flag": {"märkning", "flag", common, ""},
	"date": {"datum", "date", neuter, ""}, "to": {"sista dag", "last day", common, ""}, "by": {"utförare", "made by", common, ""},
	"conclusion": {"slutsats", "conclusion", common, ""}, "place": {"plats", "place", common, ""}, "outcome": {"resultat", "outcome", neuter, ""},
	"decides": {"planer som beslutas", "plans decided", plural, "bland planerna som beslutas"}, "publisher": {"utgivare", "publisher", common, ""},
	"cooperation_areas": {"samverkansområden", "cooperation areas", plural, "bland samverkansområdena"}, "addressed_to": {"mottagare", "addressed to", common, ""},
	"scope": {"slag av plan", "scope", neuter, ""}, "year": {"år", "year", neuter, ""}, "parties": {"parter", "parties", plural, "bland parterna"},
	"emphasis": {"inriktning", "emphasis", common, ""}, "related_cooperation_areas": {"samverkansområden som insatsen också bidrar till", "related cooperation areas", plural, "bland övriga samverkansområden"},
	"sub_goals": {"delmål", "sub-goals", plural, "bland delmålen"}, "owner": {"ansvarig", "responsible", common, ""}, "co_owners": {"medansvariga", "jointly responsible", plural, "bland de medansvariga"},
	"partners": {"medverkande", "partners", plural, ""}, "places": {"platser", "places", plural, "bland platserna"}, "target_group": {"målgrupp", "target group", common, ""},
	"contact": {"kontakt", "contact", common, ""}, "how_to_join": {"anvisning för den som vill delta", "how to join", common, ""},
	"adopted_wording": {"lydelser som insatsen har prövats mot", "wordings that it was confirmed under", plural, "bland lydelserna som insatsen har prövats mot"},
	"funding":         {"finansiering", "funding", common, "bland finansiärerna"}, "continues": {"fortsättning på", "continues", common, ""},
	"follow_up.method": {"uppföljningsmetod", "method of follow-up", common, ""}, "follow_up.responsible": {"ansvarig för uppföljningen", "responsible for the follow-up", common, ""},
	"follow_up.reported_by": {"redovisande", "reported by", common, ""}, "follow_up.reports_to": {"mottagare av redovisningen", "reported to", plural, "bland dem som får redovisningen"},
	"follow_up.due": {"redovisningsdatum", "due dates", plural, "bland redovisningsdatumen"}, "target": {"målvärde", "target", neuter, ""}, "target_max": {"högsta målvärde", "highest target", neuter, ""},
	"target_text": {"mål i ord", "target in words", neuter, ""}, "indicator": {"indikator", "indicator", common, ""}, "assessment": {"bedömning", "assessment", common, ""},
	"digest": {"kontrollsumma", "digest", common, ""}, "commit": {"undertecknad version", "signed version", common, ""}, "parts": {"delarnas kontrollsummor", "digests of the parts", plural, ""},
	"signed.date": {"dag för undertecknandet", "day of signing", common, ""}, "signed.place": {"ort för undertecknandet", "place of signing", common, ""},
	"method": {"sätt", "manner", neuter, ""}, "certificate": {"certifikat", "certificate", neuter, ""},
	"base_url": {"webbadress", "web address", common, ""}, "language": {"språk", "language", neuter, ""}, "languages": {"fler språk", "more languages", plural, "bland språken"},
	"licence": {"licens", "licence", common, ""}, "accessibility": {"tillgänglighetsredogörelse", "accessibility statement", common, ""},
	"signing.trust": {"mapp med betrodda certifikat", "folder of trusted certificates", common, ""}, "accepted": {"accepterade varningar", "accepted warnings", plural, "bland de accepterade varningarna"},
}

func labelOf(kind string, f field) label {
	if l, ok := labels[kind+" "+f.name]; ok && f.called == "" {
		return l
	}
	if f.called != "" {
		return label{sv: f.called, en: f.called}
	}
	if l, ok := labels[f.name]; ok {
		return l
	}
	return label{sv: f.name, en: f.name}
}
