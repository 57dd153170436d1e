package outcome

import "samsyn/internal/text"

// What stands on other pages.
var (
	reportsAre   = text.Label{SV: "Resultatrapporter", EN: "Results reports", AR: "تقارير النتائج"}
	lastTime     = text.Label{SV: "Så gick det: %s", EN: "How it went: %s", AR: "كيف سارت الأمور: %s"}
	asPlanned    = text.Label{SV: "har gått som planerat", EN: "went as planned", AR: "سارت كما هو مخطط لها"}
	beenReported = text.Label{SV: "har redovisats", EN: "have been reported", AR: "قُدِّمت عنها تقارير"}
	haveCome     = text.Label{SV: "har kommit in", EN: "have come in", AR: "وصلت"}
	rightWay     = text.Label{SV: "har gått åt rätt håll", EN: "moved the right way", AR: "سارت في الاتجاه الصحيح"}
	outcomesOf   = text.Label{SV: "Mått och utfall", EN: "Measures and outcomes", AR: "المقاييس والنتائج"}
	seeMeasures  = text.Label{SV: "Alla mått finns på {the_initiatives's} sidor.", EN: "All measures are on the pages of {the_initiatives}.", AR: "جميع المقاييس موجودة في صفحات المبادرات."}
)

// The cover and the summary.
var (
	madeBy       = text.Label{SV: "Ansvarar för rapporten", EN: "Responsible for the report", AR: "المسؤول عن التقرير"}
	retrievedOn  = text.Label{SV: "hämtad %s", EN: "retrieved %s", AR: "استُرجع في %s"}
	madeFor      = text.Label{SV: "Lämnad till", EN: "Given to", AR: "مقدَّم إلى"}
	about        = text.Label{SV: "Gäller", EN: "Covers", AR: "الفترة المشمولة"}
	notTold      = text.Label{SV: "Inte redovisat", EN: "Not reported", AR: "لم يُقدَّم عنه تقرير"}
	noAsOf       = text.Label{SV: "Rapporten säger inte vilken dag läget gäller.", EN: "The report does not say of which day it tells.", AR: "لا يذكر التقرير اليوم الذي يصف الوضع فيه."}
	notDecided   = text.Label{SV: "Rapporten är inte beslutad och kan ändras.", EN: "The report has not been adopted and may change.", AR: "لم يُعتمد التقرير بعد، وقد يتغيّر."}
	inShort      = text.Label{SV: "Sammanfattning", EN: "Summary", AR: "ملخّص"}
	noPlansTold  = text.Label{SV: "{plan:Ingen|Inget} {plan} för tiden finns {plan:inlagd|inlagt} här, så det går inte att säga vad som blev gjort.", EN: "No {plan} for the time is kept here, so one cannot say what was done.", AR: "لا توجد هنا خطة عمل لهذه الفترة، فلا يمكن القول ما الذي أُنجز."}
	noneToTell   = text.Label{SV: "Det finns inga {initiatives} från tiden, så det går inte att säga vad som kom ut av arbetet.", EN: "There are no {initiatives} from the time, so one cannot say what came of the work.", AR: "لا توجد مبادرات من هذه الفترة، فلا يمكن القول ما الذي نتج عن العمل."}
	ofWhich      = text.Label{SV: "%s: %s.", EN: "%s: %s.", AR: "%s: %s."}
	wentWell     = text.Label{SV: "%s har gått som planerat", EN: "%s went as planned", AR: "%s سارت كما هو مخطط لها"}
	wentBadly    = text.Label{SV: "%s avviker eller riskerar att avvika", EN: "%s deviate or are at risk", AR: "%s انحرفت أو قد تنحرف عن الخطة"}
	notJudged    = text.Label{SV: "%s har inte bedömts", EN: "%s have not been assessed", AR: "%s لم تُقيَّم"}
	noneJudged   = text.Label{SV: "%s: {initiative:ingen|inget} har bedömts.", EN: "%s: none has been assessed.", AR: "%s: لم تُقيَّم أي منها."}
	wentRight    = text.Label{SV: "%s har gått åt rätt håll", EN: "%s moved the right way", AR: "%s سارت في الاتجاه الصحيح"}
	wentWrong    = text.Label{SV: "%s har gått åt fel håll", EN: "%s moved the wrong way", AR: "%s سارت في الاتجاه الخاطئ"}
	stoodStill   = text.Label{SV: "%s har stått still", EN: "%s stood still", AR: "%s بقيت دون تغيير"}
	cannotSay    = text.Label{SV: "om %s går det inte att säga något", EN: "of %s one cannot tell", AR: "لا يمكن قول شيء عن %s"}
	introduction = text.Label{SV: "Resultatet i stort", EN: "The results as a whole", AR: "النتائج بوجه عام"}
	nothingDue   = text.Label{SV: "Inget redovisningsdatum inföll under tiden.", EN: "No report was due in the time.", AR: "لم يكن هناك تقرير مطلوب خلال الفترة."}
	received     = text.Label{SV: "%s av %s som skulle lämnas har kommit in.", EN: "%s of %s that were due have come in.", AR: "وصل %s من %s من التقارير المطلوبة."}
	noGoals      = text.Label{SV: "Inga indikatorer har en önskad utveckling, så det går inte att se i siffror om målen nås.", EN: "No indicator has a wanted course, so one cannot see in figures whether the goals are reached.", AR: "لا يوجد مؤشر له اتجاه مرغوب، فلا يمكن معرفة تحقّق الأهداف بالأرقام."}
	alsoGone     = text.Label{SV: "Dessutom har %s utgått.", EN: "Besides, %s have been withdrawn.", AR: "وإضافة إلى ذلك أُلغيت %s."}
	notAssessed  = text.Label{SV: "Redovisad, inte bedömd", EN: "Reported, not assessed", AR: "قُدِّم تقرير دون تقييم"}
	notReported  = text.Label{SV: "Inte redovisad", EN: "Not reported", AR: "لم يُقدَّم تقرير"}
	byAssessment = text.Label{SV: "{Initiatives} efter bedömning", EN: "{Initiatives} by assessment", AR: "المبادرات حسب التقييم"}
	byStatus     = text.Label{SV: "{Initiatives} efter status", EN: "{Initiatives} by status", AR: "المبادرات حسب الحالة"}
	byMove       = text.Label{SV: "Indikatorer efter utveckling", EN: "Indicators by how they moved", AR: "المؤشرات حسب التطور"}
	byEmphasis   = text.Label{SV: "{Areas} efter inriktning", EN: "{Areas} by emphasis", AR: "المجالات حسب التوجّه"}
	noEmphasis   = text.Label{SV: "Utan inriktning", EN: "Without emphasis", AR: "دون توجّه"}
	countedIn    = text.Label{SV: "%s: %s", EN: "%s: %s", AR: "%s: %s"}
	reportsDue   = text.Label{SV: "Redovisningar", EN: "Reports", AR: "التقارير"}
	dueWere      = text.Label{SV: "Skulle lämnas", EN: "Were due", AR: "كانت مطلوبة"}
	dueCame      = text.Label{SV: "Har kommit in", EN: "Have come in", AR: "وصلت"}
	dueMissing   = text.Label{SV: "Saknas", EN: "Missing", AR: "ناقصة"}
	dueLapsed    = text.Label{SV: "Saknas, men {the_initiative} är {initiative:avslutad|avslutat} eller {initiative:avbruten|avbrutet}", EN: "Missing, but {the_initiative} has ended", AR: "ناقصة، لكن المبادرة انتهت"}
	dueToday     = text.Label{SV: "Ska lämnas just den dagen", EN: "Due on that very day", AR: "مطلوبة في ذلك اليوم نفسه"}
)

// The areas.
var (
	resultIn       = text.Label{SV: "Resultat i {the_area} %s", EN: "Results in {the_area} %s", AR: "النتائج في مجال %s"}
	noWords        = text.Label{SV: "Ingen har skrivit vad som kom ut av arbetet i {the_area}.", EN: "Nobody has written what came of the work in {the_area}.", AR: "لم يكتب أحد ما الذي نتج عن العمل في هذا المجال."}
	conclusionIs   = text.Label{SV: "Slutsats", EN: "Conclusion", AR: "الخلاصة"}
	inWords        = text.Label{SV: "{The_sub_goal} följs i ord. Det som är känt står i {the_area's} text och i redovisningarna.", EN: "{The_sub_goal} is followed in words. What is known stands in the text on {the_area} and in the reports.", AR: "يُتابَع الهدف الفرعي بالكلمات. ما هو معروف موجود في نص المجال وفي التقارير."}
	movedRight     = text.Label{SV: "Åt rätt håll", EN: "The right way", AR: "في الاتجاه الصحيح"}
	movedWrong     = text.Label{SV: "Åt fel håll", EN: "The wrong way", AR: "في الاتجاه الخاطئ"}
	movedNot       = text.Label{SV: "Oförändrad", EN: "Unchanged", AR: "دون تغيير"}
	movedUnknown   = text.Label{SV: "Går inte att säga", EN: "Cannot be told", AR: "لا يمكن معرفته"}
	movedFrom      = text.Label{SV: "från %s (%s) till %s (%s)", EN: "from %s (%s) to %s (%s)", AR: "من %s (%s) إلى %s (%s)"}
	noValueInTime  = text.Label{SV: "inget värde för tiden var känt", EN: "no value for the time was known", AR: "لم تكن هناك قيمة معروفة للفترة"}
	nothingBefore  = text.Label{SV: "inget tidigare värde att jämföra med", EN: "no earlier value to compare with", AR: "لا توجد قيمة سابقة للمقارنة"}
	development    = text.Label{SV: "Utveckling", EN: "Course", AR: "التطور"}
	doneInArea     = text.Label{SV: "Vad som gjordes", EN: "What was done", AR: "ما الذي أُنجز"}
	noneServed     = text.Label{SV: "{initiative:Ingen|Inget} {initiative} under tiden", EN: "No {initiative} in the time", AR: "لا مبادرة خلال الفترة"}
	noneKept       = text.Label{SV: "{initiative:Ingen|Inget} {initiative} från tiden finns {initiative:inlagd|inlagt} här", EN: "No {initiative} of the time is kept here", AR: "لا توجد هنا مبادرة من هذه الفترة"}
	noneServedWant = text.Label{SV: "{initiative:Ingen|Inget} {initiative} under tiden, fast {the_cooperation_area} var {cooperation_area:prioriterad|prioriterat}", EN: "No {initiative} in the time, though {the_cooperation_area} was a priority", AR: "لا مبادرة خلال الفترة، مع أن مجال التعاون كان ذا أولوية"}
	notFirst       = text.Label{SV: "inte {cooperation_area:prioriterad|prioriterat}", EN: "no priority", AR: "ليس ذا أولوية"}
	firstOnly      = text.Label{SV: "{cooperation_area:prioriterad|prioriterat}, utan angiven inriktning", EN: "a priority, without an emphasis", AR: "ذو أولوية، دون توجّه محدّد"}
	whatCame       = text.Label{SV: "Vad som kom ut", EN: "What came of it", AR: "ما الذي نتج"}
	suppressed     = text.Label{SV: "Dolt för att skydda enskilda", EN: "Hidden to protect individuals", AR: "مخفي لحماية الأفراد"}
	hiddenValue    = text.Label{SV: "ett dolt värde", EN: "a hidden value", AR: "قيمة مخفية"}
	partsHidden    = text.Label{SV: "fördelningen dold för att skydda enskilda", EN: "parts hidden to protect individuals", AR: "التوزيع مخفي لحماية الأفراد"}
)

// Measures, actors, money.
var (
	measuresTitle = text.Label{SV: "Mått: mål och utfall", EN: "Measures: targets and outcomes", AR: "المقاييس: الأهداف والنتائج"}
	deviation     = text.Label{SV: "Avvikelse", EN: "Deviation", AR: "الانحراف"}
	noMeasures    = text.Label{SV: "{initiative:Ingen|Inget} {initiative} har mått, så det går inte att säga i siffror vad arbetet gav.", EN: "No {initiative} has measures, so one cannot say in figures what the work gave.", AR: "ليس لأي مبادرة مقاييس، فلا يمكن القول بالأرقام ما الذي أعطاه العمل."}
	isReached     = text.Label{SV: "Målet är nått", EN: "The target is reached", AR: "تحقّق الهدف"}
	isBelow       = text.Label{SV: "%s under målet", EN: "%s below the target", AR: "%s دون الهدف"}
	isAbove       = text.Label{SV: "%s över det högsta målet", EN: "%s above the highest target", AR: "%s فوق أعلى هدف"}
	isUntargeted  = text.Label{SV: "Inget målvärde i siffror", EN: "No target in figures", AR: "لا هدف بالأرقام"}
	isUnreported  = text.Label{SV: "Inget utfall har redovisats", EN: "No outcome has been reported", AR: "لم تُقدَّم نتيجة"}
	ofTarget      = text.Label{SV: "%s av målet", EN: "%s of the target", AR: "%s من الهدف"}
	sumsTitle     = text.Label{SV: "Summor", EN: "Sums", AR: "المجاميع"}
	sumsAre       = text.Label{SV: "Bara mått som hör till samma indikator och har samma enhet läggs ihop.", EN: "Only measures of the same indicator and unit are added up.", AR: "لا تُجمع إلا المقاييس التي تنتمي إلى المؤشر نفسه ولها الوحدة نفسها."}
	sumsDouble    = text.Label{SV: "En person som har deltagit i flera {initiatives} räknas en gång i varje, så summan kan vara högre än antalet personer.", EN: "A person who took part in several {initiatives} is counted once in each, so the sum may be higher than the number of people.", AR: "من شارك في عدة مبادرات يُحسب مرة في كل منها، فقد يكون المجموع أكبر من عدد الأشخاص."}
	sumHidden     = text.Label{SV: "Visas inte, för summan skulle avslöja ett dolt värde", EN: "Not shown, since the sum would tell a hidden value", AR: "لا يُعرض، لأن المجموع يكشف قيمة مخفية"}
	sumOf         = text.Label{SV: "%s av %s mått har utfall", EN: "%s of %s measures have an outcome", AR: "%s من %s من المقاييس لها نتيجة"}
	actorsTitle   = text.Label{SV: "Parter och grupper", EN: "Parties and groups", AR: "الأطراف والمجموعات"}
	answeredFor   = text.Label{SV: "Ansvarade för", EN: "Answered for", AR: "كان مسؤولًا عن"}
	toReport      = text.Label{SV: "Redovisat", EN: "Reported", AR: "قدّم التقارير"}
	owes          = text.Label{SV: "Saknas", EN: "Owes", AR: "ناقص"}
	nothingOwned  = text.Label{SV: "{initiative:Ingen|Inget} {initiative}", EN: "No {initiative}", AR: "لا مبادرة"}
	courseOf      = text.Label{SV: "utvecklingen för %s av %s", EN: "the course of %s of %s", AR: "تطور %s من %s"}
	ledNothing    = text.Label{SV: "De här hade inget att ansvara för eller redovisa under tiden: %s.", EN: "These had nothing to answer for or to report in the time: %s.", AR: "لم يكن لدى هؤلاء ما يُسألون عنه أو يقدّمون عنه تقريرًا خلال الفترة: %s."}
	allAnswered   = text.Label{SV: "alla har redovisat", EN: "all have reported", AR: "قدّم الجميع تقاريرهم"}
	lackingFrom   = text.Label{SV: "saknas från", EN: "missing from", AR: "ناقص من"}
	nothingAsked  = text.Label{SV: "Inget skulle redovisas", EN: "Nothing was due", AR: "لم يُطلب تقرير"}
	owesNothing   = text.Label{SV: "Inget", EN: "Nothing", AR: "لا شيء"}
	wasDue        = text.Label{SV: "%s, skulle lämnas %s", EN: "%s, due %s", AR: "%s، كان مطلوبًا %s"}
	neverAsked    = text.Label{SV: "%s har inget redovisningsdatum", EN: "%s have no day to report", AR: "ليس لـ%s يوم لتقديم التقرير"}
	localTitle    = text.Label{SV: "{Local_plans}", EN: "{Local_plans}", AR: "الاتفاقات المحلية"}
	noLocal       = text.Label{SV: "{local_plan:Ingen|Inget} {local_plan} för tiden finns {local_plan:inlagd|inlagt} här.", EN: "No {local_plan} for the time is kept here.", AR: "لا يوجد هنا اتفاق محلي لهذه الفترة."}
	noLocalOf     = text.Label{SV: "{local_plan:Ingen|Inget} {local_plan} för tiden är {local_plan:känd|känt} för %s.", EN: "No {local_plan} of the time is known for %s.", AR: "لا يُعرف اتفاق محلي لهذه الفترة لـ%s."}
	fundingTitle  = text.Label{SV: "Finansiering", EN: "Funding", AR: "التمويل"}
	noFunding     = text.Label{SV: "{initiative:Ingen|Inget} {initiative} säger vad som har betalat arbetet.", EN: "No {initiative} says what has paid for the work.", AR: "لا تذكر أي مبادرة ما الذي موّل العمل."}
	fundingAbout  = text.Label{SV: "Beloppen är de som {the_initiatives} anger. De är hela belopp, även när {the_initiative} pågår längre än rapportens tid. Ett bidrag med samma diarienummer räknas en gång.", EN: "The amounts are those that {the_initiatives} give. They are whole amounts, also where {a_initiative} goes on longer than the time of the report. A grant with one case number counts once.", AR: "المبالغ هي ما تذكره المبادرات. وهي مبالغ كاملة، حتى إن استمرت المبادرة أطول من فترة التقرير. والمنحة التي لها رقم القضية نفسه تُحسب مرة واحدة."}
	unfunded      = text.Label{SV: "%s säger inget om finansiering.", EN: "%s say nothing about funding.", AR: "%s لا تذكر شيئًا عن التمويل."}
	unknownAmount = text.Label{SV: "Okänt belopp", EN: "Amount not known", AR: "المبلغ غير معروف"}
	unknownToo    = text.Label{SV: "%s utan belopp", EN: "%s without an amount", AR: "%s دون مبلغ"}
)

// The rest.
var (
	otherTitle    = text.Label{SV: "Andra indikatorer", EN: "Other indicators", AR: "مؤشرات أخرى"}
	contextTitle  = text.Label{SV: "Siffror som ger sammanhang", EN: "Figures that give context", AR: "أرقام توضّح السياق"}
	contextAbout  = text.Label{SV: "De här siffrorna har inget mål. De visar förhållanden som arbetet sker i.", EN: "These figures have no goal. They show the conditions of the work.", AR: "ليس لهذه الأرقام هدف. وهي تبيّن الظروف التي يجري فيها العمل."}
	learntTitle   = text.Label{SV: "Goda exempel och rekommendationer", EN: "Good examples and recommendations", AR: "أمثلة جيدة وتوصيات"}
	answerIs      = text.Label{SV: "Svar", EN: "Answer", AR: "الرد"}
	noAnswer      = text.Label{SV: "Inget svar i rapporten", EN: "No answer in the report", AR: "لا رد في التقرير"}
	decidedTitle  = text.Label{SV: "Prövningar och beslut", EN: "Reviews and decisions", AR: "المراجعات والقرارات"}
	nothingTaken  = text.Label{SV: "Inga beslut och inga aktualitetsprövningar från tiden är inlagda här.", EN: "No decisions and no reviews of the time are kept here.", AR: "لا توجد هنا قرارات أو مراجعات من هذه الفترة."}
	nextTitle     = text.Label{SV: "Förslag till nästa år", EN: "Proposed for next year", AR: "مقترح للعام القادم"}
	nothingNext   = text.Label{SV: "Rapporten föreslår inga prioriteringar.", EN: "The report proposes no priorities.", AR: "لا يقترح التقرير أولويات."}
	methodTitle   = text.Label{SV: "Så har vi räknat", EN: "How it was counted", AR: "كيف حسبنا"}
	methodKnown   = text.Label{SV: "Rapporten berättar det som var känt %s. Redovisningar och värden från senare dagar är inte med. Status är den som gällde då, så långt det går att se.", EN: "The report tells what was known on %s. Reports and values of later days are left out. Status is that of the day, as far as one can see.", AR: "يروي التقرير ما كان معروفًا في %s. ولا تشمل التقارير والقيم من أيام لاحقة. والحالة هي التي كانت سارية آنذاك، بقدر ما يمكن معرفته."}
	methodUnsure  = text.Label{SV: "För %s framgår det inte vilken status som gällde då. Där anges dagens.", EN: "Of %s it is not told which status held then. Today's is given there.", AR: "بالنسبة إلى %s لا يتضح أي حالة كانت سارية آنذاك. وتُذكر هناك حالة اليوم."}
	methodCounted = text.Label{SV: "Med är {the_initiatives} i de {short_plans} vars tid rör rapportens. Bedömningen är den senaste från tiden. En redovisning svarar på den tidigaste dag som ännu är obesvarad.", EN: "Counted are {the_initiatives} of {the_short_plans} whose time touches the report's. The assessment is the latest of the time. A report answers the earliest day that is still open.", AR: "تشمل الحسابات المبادرات في الخطط التي تلامس فترتها فترة التقرير. والتقييم هو الأحدث من الفترة. والتقرير يجيب عن أقرب يوم لم يُجب عنه بعد."}
	methodMoves   = text.Label{SV: "En indikators senaste värde från tiden jämförs med det senaste värdet före tiden, annars med utgångsvärdet, annars med det första värdet under tiden. Månader jämförs med samma månad.", EN: "An indicator's latest value of the time is compared with the latest before it, else with the baseline, else with the first value of the time. Months are compared with the same month.", AR: "تُقارن أحدث قيمة للمؤشر من الفترة بأحدث قيمة قبلها، وإلا فبقيمة الأساس، وإلا فبأول قيمة خلال الفترة. وتُقارن الأشهر بالشهر نفسه."}
	methodFew     = text.Label{SV: "Antal personer från 1 till 4 visas inte, och inte heller tal som avslöjar dem.", EN: "Numbers of people from 1 to 4 are not shown, nor numbers that would tell them.", AR: "لا تُعرض أعداد الأشخاص من 1 إلى 4، ولا الأرقام التي تكشفها."}
	gapsTitle     = text.Label{SV: "Det här saknas", EN: "What is missing", AR: "ما ينقص"}
	gapYears      = text.Label{SV: "År utan {plan} här", EN: "Years without {a_plan} here", AR: "سنوات دون خطة عمل هنا"}
	gapUntold     = text.Label{SV: "{Areas} utan ord om resultatet", EN: "{Areas} without words on the results", AR: "مجالات دون كلام عن النتائج"}
	gapUnmeasured = text.Label{SV: "{Sub_goals} som inget mäter", EN: "{Sub_goals} that nothing measures", AR: "أهداف فرعية لا يقيسها شيء"}
	gapNoData     = text.Label{SV: "Indikatorer utan värden", EN: "Indicators without values", AR: "مؤشرات دون قيم"}
	gapUnreported = text.Label{SV: "{Initiatives} som inte har redovisats", EN: "{Initiatives} not reported", AR: "مبادرات لم يُقدَّم عنها تقرير"}
	gapUnassessed = text.Label{SV: "{Initiatives} som har redovisats men inte bedömts", EN: "{Initiatives} reported but not assessed", AR: "مبادرات قُدِّم عنها تقرير دون تقييم"}
	gapUndated    = text.Label{SV: "{Initiatives} utan redovisningsdatum", EN: "{Initiatives} without a day to report", AR: "مبادرات دون يوم لتقديم التقرير"}
	gapUnserved   = text.Label{SV: "Prioriterade {cooperation_areas} utan {initiative}", EN: "Priority {cooperation_areas} without {a_initiative}", AR: "مجالات تعاون ذات أولوية دون مبادرة"}
	gapOutcomes   = text.Label{SV: "Mått utan utfall", EN: "Measures without an outcome", AR: "مقاييس دون نتيجة"}
	noGaps        = text.Label{SV: "Av det som rapporten bygger på saknas inget.", EN: "Nothing that the report builds on is missing.", AR: "لا ينقص شيء مما يستند إليه التقرير."}
	valuesTitle   = text.Label{SV: "Alla värden", EN: "All values", AR: "جميع القيم"}
	valuesNone    = text.Label{SV: "Inga värden var kända.", EN: "No values were known.", AR: "لم تكن هناك قيم معروفة."}
	valuesOfAll   = text.Label{SV: "Redovisade värden", EN: "Reported values", AR: "القيم المبلَّغ عنها"}
)
