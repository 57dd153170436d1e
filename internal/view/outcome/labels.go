package outcome

import "samsyn/internal/text"

// What stands on other pages.
var (
	reportsAre   = text.Label{SV: "Resultatrapporter", EN: "Results reports"}
	lastTime     = text.Label{SV: "Så gick det: %s", EN: "How it went: %s", AR: "كيف سارت الأمور: %s"}
	asPlanned    = text.Label{SV: "har gått som planerat", EN: "went as planned", AR: "سارت كما هو مخطط لها"}
	beenReported = text.Label{SV: "har redovisats", EN: "have been reported", AR: "قُدِّمت عنها تقارير"}
	haveCome     = text.Label{SV: "har kommit in", EN: "have come in", AR: "وصلت"}
	rightWay     = text.Label{SV: "har gått åt rätt håll", EN: "moved the right way", AR: "سارت في الاتجاه الصحيح"}
	outcomesOf   = text.Label{SV: "Mått och utfall", EN: "Measures and outcomes"}
	seeMeasures  = text.Label{SV: "Alla mått finns på {the_initiatives's} sidor.", EN: "All measures are on the pages of {the_initiatives}."}
)

// The cover and the summary.
var (
	madeBy       = text.Label{SV: "Ansvarar för rapporten", EN: "Responsible for the report"}
	madeFor      = text.Label{SV: "Lämnad till", EN: "Given to"}
	about        = text.Label{SV: "Gäller", EN: "Covers"}
	notTold      = text.Label{SV: "Inte redovisat", EN: "Not reported"}
	noAsOf       = text.Label{SV: "Rapporten säger inte vilken dag läget gäller.", EN: "The report does not say of which day it tells."}
	notDecided   = text.Label{SV: "Rapporten är inte beslutad och kan ändras.", EN: "The report has not been adopted and may change."}
	inShort      = text.Label{SV: "Sammanfattning", EN: "Summary"}
	noPlansTold  = text.Label{SV: "{plan:Ingen|Inget} {plan} för tiden finns {plan:inlagd|inlagt} här, så det går inte att säga vad som blev gjort.", EN: "No {plan} for the time is kept here, so one cannot say what was done."}
	noneToTell   = text.Label{SV: "Det finns inga {initiatives} från tiden, så det går inte att säga vad som kom ut av arbetet.", EN: "There are no {initiatives} from the time, so one cannot say what came of the work."}
	ofWhich      = text.Label{SV: "%s: %s.", EN: "%s: %s."}
	wentWell     = text.Label{SV: "%s har gått som planerat", EN: "%s went as planned"}
	wentBadly    = text.Label{SV: "%s avviker eller riskerar att avvika", EN: "%s deviate or are at risk"}
	notJudged    = text.Label{SV: "%s har inte bedömts", EN: "%s have not been assessed"}
	wentRight    = text.Label{SV: "%s har gått åt rätt håll", EN: "%s moved the right way"}
	wentWrong    = text.Label{SV: "%s har gått åt fel håll", EN: "%s moved the wrong way"}
	stoodStill   = text.Label{SV: "%s har stått still", EN: "%s stood still"}
	cannotSay    = text.Label{SV: "om %s går det inte att säga något", EN: "of %s one cannot tell"}
	introduction = text.Label{SV: "Resultatet i stort", EN: "The results as a whole"}
	nothingDue   = text.Label{SV: "Ingen redovisning skulle lämnas under tiden.", EN: "No report was due in the time."}
	received     = text.Label{SV: "%s av %s som skulle lämnas har kommit in.", EN: "%s of %s that were due have come in."}
	noGoals      = text.Label{SV: "Inga indikatorer har en önskad utveckling, så det går inte att se i siffror om målen nås.", EN: "No indicator has a wanted course, so one cannot see in figures whether the goals are reached."}
	alsoGone     = text.Label{SV: "Dessutom har %s utgått.", EN: "Besides, %s have been withdrawn."}
	notAssessed  = text.Label{SV: "Redovisad, inte bedömd", EN: "Reported, not assessed"}
	notReported  = text.Label{SV: "Inte redovisad", EN: "Not reported"}
	byAssessment = text.Label{SV: "{Initiatives} efter bedömning", EN: "{Initiatives} by assessment"}
	byStatus     = text.Label{SV: "{Initiatives} efter status", EN: "{Initiatives} by status"}
	byMove       = text.Label{SV: "Indikatorer efter utveckling", EN: "Indicators by how they moved"}
	byEmphasis   = text.Label{SV: "{Areas} efter inriktning", EN: "{Areas} by emphasis"}
	noEmphasis   = text.Label{SV: "Utan inriktning", EN: "Without emphasis"}
	countedIn    = text.Label{SV: "%s: %s", EN: "%s: %s"}
	reportsDue   = text.Label{SV: "Redovisningar", EN: "Reports"}
	dueWere      = text.Label{SV: "Skulle lämnas", EN: "Were due"}
	dueCame      = text.Label{SV: "Har kommit in", EN: "Have come in"}
	dueMissing   = text.Label{SV: "Saknas", EN: "Missing"}
	dueLapsed    = text.Label{SV: "Saknas, men {the_initiative} är {initiative:avslutad|avslutat} eller {initiative:avbruten|avbrutet}", EN: "Missing, but {the_initiative} has ended"}
	dueToday     = text.Label{SV: "Ska lämnas just den dagen", EN: "Due on that very day"}
)

// The areas.
var (
	resultIn       = text.Label{SV: "Resultat i {the_area} %s", EN: "Results in {the_area} %s"}
	noWords        = text.Label{SV: "Ingen har skrivit vad som kom ut av arbetet i {the_area}.", EN: "Nobody has written what came of the work in {the_area}."}
	conclusionIs   = text.Label{SV: "Slutsats", EN: "Conclusion"}
	inWords        = text.Label{SV: "{The_sub_goal} följs i ord. Det som är känt står i {the_area's} text och i redovisningarna.", EN: "{The_sub_goal} is followed in words. What is known stands in the text on {the_area} and in the reports."}
	movedRight     = text.Label{SV: "Åt rätt håll", EN: "The right way"}
	movedWrong     = text.Label{SV: "Åt fel håll", EN: "The wrong way"}
	movedNot       = text.Label{SV: "Oförändrad", EN: "Unchanged"}
	movedUnknown   = text.Label{SV: "Går inte att säga", EN: "Cannot be told"}
	movedFrom      = text.Label{SV: "från %s (%s) till %s (%s)", EN: "from %s (%s) to %s (%s)"}
	noValueInTime  = text.Label{SV: "inget värde för tiden var känt", EN: "no value for the time was known"}
	nothingBefore  = text.Label{SV: "inget tidigare värde att jämföra med", EN: "no earlier value to compare with"}
	development    = text.Label{SV: "Utveckling", EN: "Course"}
	doneInArea     = text.Label{SV: "Vad som gjordes", EN: "What was done"}
	noneServed     = text.Label{SV: "{initiative:Ingen|Inget} {initiative} under tiden", EN: "No {initiative} in the time"}
	noneKept       = text.Label{SV: "{initiative:Ingen|Inget} {initiative} från tiden finns {initiative:inlagd|inlagt} här", EN: "No {initiative} of the time is kept here"}
	noneServedWant = text.Label{SV: "{initiative:Ingen|Inget} {initiative} under tiden, fast {the_cooperation_area} var {cooperation_area:prioriterad|prioriterat}", EN: "No {initiative} in the time, though {the_cooperation_area} was a priority"}
	notFirst       = text.Label{SV: "inte {cooperation_area:prioriterad|prioriterat}", EN: "no priority"}
	firstOnly      = text.Label{SV: "{cooperation_area:prioriterad|prioriterat}, utan angiven inriktning", EN: "a priority, without an emphasis"}
	whatCame       = text.Label{SV: "Vad som kom ut", EN: "What came of it"}
	suppressed     = text.Label{SV: "Dolt för att skydda enskilda", EN: "Hidden to protect individuals"}
	hiddenValue    = text.Label{SV: "ett dolt värde", EN: "a hidden value"}
	partsHidden    = text.Label{SV: "fördelningen dold för att skydda enskilda", EN: "parts hidden to protect individuals"}
)

// Measures, actors, money.
var (
	measuresTitle = text.Label{SV: "Mått: mål och utfall", EN: "Measures: targets and outcomes"}
	deviation     = text.Label{SV: "Avvikelse", EN: "Deviation"}
	noMeasures    = text.Label{SV: "{initiative:Ingen|Inget} {initiative} har mått, så det går inte att säga i siffror vad arbetet gav.", EN: "No {initiative} has measures, so one cannot say in figures what the work gave."}
	isReached     = text.Label{SV: "Målet är nått", EN: "The target is reached"}
	isBelow       = text.Label{SV: "%s under målet", EN: "%s below the target"}
	isAbove       = text.Label{SV: "%s över det högsta målet", EN: "%s above the highest target"}
	isUntargeted  = text.Label{SV: "Inget målvärde i siffror", EN: "No target in figures"}
	isUnreported  = text.Label{SV: "Inget utfall har redovisats", EN: "No outcome has been reported"}
	ofTarget      = text.Label{SV: "%s av målet", EN: "%s of the target"}
	sumsTitle     = text.Label{SV: "Summor", EN: "Sums"}
	sumsAre       = text.Label{SV: "Bara mått som hör till samma indikator och har samma enhet läggs ihop.", EN: "Only measures of the same indicator and unit are added up."}
	sumsDouble    = text.Label{SV: "En person som har deltagit i flera {initiatives} räknas en gång i varje, så summan kan vara högre än antalet personer.", EN: "A person who took part in several {initiatives} is counted once in each, so the sum may be higher than the number of people."}
	sumHidden     = text.Label{SV: "Visas inte, för summan skulle avslöja ett dolt värde", EN: "Not shown, since the sum would tell a hidden value"}
	sumOf         = text.Label{SV: "%s av %s mått har utfall", EN: "%s of %s measures have an outcome"}
	actorsTitle   = text.Label{SV: "Parter och grupper", EN: "Parties and groups"}
	answeredFor   = text.Label{SV: "Ansvarade för", EN: "Answered for"}
	toReport      = text.Label{SV: "Redovisat", EN: "Reported"}
	owes          = text.Label{SV: "Saknas", EN: "Owes"}
	nothingOwned  = text.Label{SV: "{initiative:Ingen|Inget} {initiative}", EN: "No {initiative}"}
	courseOf      = text.Label{SV: "utvecklingen för %s av %s", EN: "the course of %s of %s"}
	ledNothing    = text.Label{SV: "De här hade inget att ansvara för eller redovisa under tiden: %s.", EN: "These had nothing to answer for or to report in the time: %s."}
	allAnswered   = text.Label{SV: "alla har redovisat", EN: "all have reported"}
	lackingFrom   = text.Label{SV: "saknas från", EN: "missing from"}
	nothingAsked  = text.Label{SV: "Inget skulle redovisas", EN: "Nothing was due"}
	owesNothing   = text.Label{SV: "Inget", EN: "Nothing"}
	wasDue        = text.Label{SV: "%s, skulle lämnas %s", EN: "%s, due %s"}
	neverAsked    = text.Label{SV: "%s har ingen dag för redovisning", EN: "%s have no day to report"}
	localTitle    = text.Label{SV: "{Local_plans}", EN: "{Local_plans}"}
	noLocal       = text.Label{SV: "{local_plan:Ingen|Inget} {local_plan} för tiden finns {local_plan:inlagd|inlagt} här.", EN: "No {local_plan} for the time is kept here."}
	noLocalOf     = text.Label{SV: "{local_plan:Ingen|Inget} {local_plan} för tiden är {local_plan:känd|känt} för %s.", EN: "No {local_plan} of the time is known for %s."}
	fundingTitle  = text.Label{SV: "Finansiering", EN: "Funding"}
	noFunding     = text.Label{SV: "{initiative:Ingen|Inget} {initiative} säger vad som har betalat arbetet.", EN: "No {initiative} says what has paid for the work."}
	fundingAbout  = text.Label{SV: "Beloppen är de som {the_initiatives} anger. De är hela belopp, även när {the_initiative} pågår längre än rapportens tid. Ett bidrag med samma diarienummer räknas en gång.", EN: "The amounts are those that {the_initiatives} give. They are whole amounts, also where {a_initiative} goes on longer than the time of the report. A grant with one case number counts once."}
	unfunded      = text.Label{SV: "%s säger inget om finansiering.", EN: "%s say nothing about funding."}
	unknownAmount = text.Label{SV: "Okänt belopp", EN: "Amount not known"}
	unknownToo    = text.Label{SV: "%s utan belopp", EN: "%s without an amount"}
)

// The rest.
var (
	otherTitle    = text.Label{SV: "Andra indikatorer", EN: "Other indicators"}
	contextTitle  = text.Label{SV: "Siffror som ger sammanhang", EN: "Figures that give context"}
	contextAbout  = text.Label{SV: "De här siffrorna har inget mål. De visar förhållanden som arbetet sker i.", EN: "These figures have no goal. They show the conditions of the work."}
	learntTitle   = text.Label{SV: "Goda exempel och rekommendationer", EN: "Good examples and recommendations"}
	answerIs      = text.Label{SV: "Svar", EN: "Answer"}
	noAnswer      = text.Label{SV: "Inget svar i rapporten", EN: "No answer in the report"}
	decidedTitle  = text.Label{SV: "Prövningar och beslut", EN: "Reviews and decisions"}
	nothingTaken  = text.Label{SV: "Inga beslut och inga aktualitetsprövningar från tiden är inlagda här.", EN: "No decisions and no reviews of the time are kept here."}
	nextTitle     = text.Label{SV: "Förslag till nästa år", EN: "Proposed for next year"}
	nothingNext   = text.Label{SV: "Rapporten föreslår inga prioriteringar.", EN: "The report proposes no priorities."}
	methodTitle   = text.Label{SV: "Så har vi räknat", EN: "How it was counted"}
	methodKnown   = text.Label{SV: "Rapporten berättar det som var känt %s. Redovisningar och värden från senare dagar är inte med. Status är den som gällde då, så långt det går att se.", EN: "The report tells what was known on %s. Reports and values of later days are left out. Status is that of the day, as far as one can see."}
	methodUnsure  = text.Label{SV: "För %s framgår det inte vilken status som gällde då. Där anges dagens.", EN: "Of %s it is not told which status held then. Today's is given there."}
	methodCounted = text.Label{SV: "Med är {the_initiatives} i de {short_plans} vars tid rör rapportens. Bedömningen är den senaste från tiden. En redovisning svarar på den tidigaste dag som ännu är obesvarad.", EN: "Counted are {the_initiatives} of {the_short_plans} whose time touches the report's. The assessment is the latest of the time. A report answers the earliest day that is still open."}
	methodMoves   = text.Label{SV: "En indikators senaste värde från tiden jämförs med det senaste värdet före tiden, annars med utgångsvärdet, annars med det första värdet under tiden. Månader jämförs med samma månad.", EN: "An indicator's latest value of the time is compared with the latest before it, else with the baseline, else with the first value of the time. Months are compared with the same month."}
	methodFew     = text.Label{SV: "Antal personer från 1 till 4 visas inte, och inte heller tal som avslöjar dem.", EN: "Numbers of people from 1 to 4 are not shown, nor numbers that would tell them."}
	gapsTitle     = text.Label{SV: "Det här saknas", EN: "What is missing"}
	gapYears      = text.Label{SV: "År utan {plan} här", EN: "Years without {a_plan} here"}
	gapUntold     = text.Label{SV: "{Areas} utan ord om resultatet", EN: "{Areas} without words on the results"}
	gapUnmeasured = text.Label{SV: "{Sub_goals} som inget mäter", EN: "{Sub_goals} that nothing measures"}
	gapNoData     = text.Label{SV: "Indikatorer utan värden", EN: "Indicators without values"}
	gapUnreported = text.Label{SV: "{Initiatives} som inte har redovisats", EN: "{Initiatives} not reported"}
	gapUnassessed = text.Label{SV: "{Initiatives} som har redovisats men inte bedömts", EN: "{Initiatives} reported but not assessed"}
	gapUndated    = text.Label{SV: "{Initiatives} utan dag för redovisning", EN: "{Initiatives} without a day to report"}
	gapUnserved   = text.Label{SV: "Prioriterade {cooperation_areas} utan {initiative}", EN: "Priority {cooperation_areas} without {a_initiative}"}
	gapOutcomes   = text.Label{SV: "Mått utan utfall", EN: "Measures without an outcome"}
	noGaps        = text.Label{SV: "Av det som rapporten bygger på saknas inget.", EN: "Nothing that the report builds on is missing."}
	valuesTitle   = text.Label{SV: "Alla värden", EN: "All values"}
	valuesNone    = text.Label{SV: "Inga värden var kända.", EN: "No values were known."}
	valuesOfAll   = text.Label{SV: "Redovisade värden", EN: "Reported values"}
)
