package text

// Things counted, one and many.
var (
	OneArea, ManyAreas              = Label{"{area}", "{area}", "مجال"}, Label{"{areas}", "{areas}", "مجالات"}
	OneGoal, ManyGoals              = Label{"{sub_goal}", "{sub_goal}", "هدف فرعي"}, Label{"{sub_goals}", "{sub_goals}", "أهداف فرعية"}
	OneCooperation, ManyCooperation = Label{"{cooperation_area}", "{cooperation_area}", "مجال تعاون"}, Label{"{cooperation_areas}", "{cooperation_areas}", "مجالات تعاون"}
	OneInitiative, ManyInitiatives  = Label{"{initiative}", "{initiative}", "مبادرة"}, Label{"{initiatives}", "{initiatives}", "مبادرات"}
	OneParty, ManyParties           = Label{"{party}", "{party}", "طرف"}, Label{"{parties}", "{parties}", "أطراف"}
	OneIndicator, ManyIndicators    = Label{"{indicator}", "{indicator}", "مؤشر"}, Label{"{indicators}", "{indicators}", "مؤشرات"}
	OnePriority, ManyPriorities     = Label{"{cooperation_area:prioriterad|prioriterat} {cooperation_area}", "priority {cooperation_area}", "مجال تعاون ذو أولوية"}, Label{"prioriterade {cooperation_areas}", "priority {cooperation_areas}", "مجالات تعاون ذات أولوية"}
	OneReport, ManyReports          = Label{"redovisning", "report", "تقرير"}, Label{"redovisningar", "reports", "تقارير"}
	OnePage, ManyPages              = Label{"sida", "page", "صفحة"}, Label{"sidor", "pages", "صفحات"}
	OneChange, ManyChanges          = Label{"ändring i sak", "change in substance", "تغيير جوهري"}, Label{"ändringar i sak", "changes in substance", "تغييرات جوهرية"}
	OneGap, ManyGaps                = Label{"lucka", "gap", "موضع نقص"}, Label{"luckor", "gaps", "مواضع نقص"}
	OneOfThem, ManyOfThem           = Label{"av dem", "of them", "منها"}, Label{"av dem", "of them", "منها"}
)

// The start page and the ways in.
var (
	AgreedBy              = Label{"%s i länet har kommit överens om att arbeta tillsammans.", "%s in the county have agreed to work together.", "اتفق %s في المقاطعة على العمل معًا."}
	ProposedBy            = Label{"Förslaget är att %s i länet ska arbeta tillsammans.", "The proposal is that %s in the county work together.", "يقضي الاقتراح بأن يعمل %s في المقاطعة معًا."}
	ValidFor              = Label{"{The_agreement} gäller %s.", "{The_agreement} is valid for %s.", "يسري الاتفاق %s."}
	ProposedFor           = Label{"{The_agreement} föreslås gälla %s.", "{The_agreement} is proposed to be valid for %s.", "من المقترح أن يسري الاتفاق %s."}
	AreasCount            = Label{"{agreement:Den|Det} har %s med %s och %s.", "It has %s with %s and %s.", "فيه %s و%s و%s."}
	AreasCountOne         = Label{"{agreement:Den|Det} har %s med %s.", "It has %s with %s.", "فيه %s و%s."}
	AreasCountAlone       = Label{"{agreement:Den|Det} har %s.", "It has %s.", "فيه %s."}
	StartOf               = Label{"Start: %s", "Home: %s", "البداية: %s"}
	WholeTextOf           = Label{"Hela texten: %s", "The whole text: %s", "النص الكامل: %s"}
	WasValidFor           = Label{"{The_agreement} gällde %s.", "{The_agreement} was valid for %s.", "كان الاتفاق يسري %s."}
	StoodInPlan           = Label{"I %s står vad som skulle göras, %s.", "%s says what was to be done, %s.", "%s تبيّن ما كان مخططًا له: %s."}
	ReportedInPlan        = Label{"I %s står vad som skulle göras och vad som har redovisats, %s.", "%s says what was to be done and what has been reported, %s.", "%s تبيّن ما كان مخططًا له وما قُدِّمت عنه تقارير: %s."}
	DoneInPlan            = Label{"I %s står vad som görs, just nu %s.", "%s says what is done, at present %s.", "%s تبيّن ما يُنجز، حاليًا %s."}
	AgreementEnded        = Label{"{The_agreement's} tid har gått ut", "{The_agreement's} time has run out", "انتهت مدة الاتفاق"}
	AgreementEndedLong    = Label{"{agreement:Den|Det} gällde till och med %s. Sidorna finns kvar så att det går att se vad parterna kom överens om.", "It was valid until %s. The pages remain so that one can see what the parties agreed on.", "كان ساريًا حتى %s. تبقى الصفحات متاحة لمعرفة ما اتفقت عليه الأطراف."}
	AgreementReplaced     = Label{"{The_agreement} är ersatt", "{The_agreement} has been replaced", "حلّ اتفاق آخر محل هذا الاتفاق"}
	AgreementReplacedLong = Label{"{agreement:En|Ett} nyare {agreement} gäller i stället. Sidorna finns kvar så att det går att se vad parterna kom överens om.", "A newer {agreement} applies instead. The pages remain so that one can see what the parties agreed on.", "يسري الآن اتفاق أحدث. تبقى الصفحات متاحة لمعرفة ما اتفقت عليه الأطراف."}
	WhatItIsAbout         = Label{"Det här handlar {agreement:den|det} om", "What it is about", "عمّ يدور الاتفاق"}
	FindYourWay           = Label{"Hitta det du söker", "Find what you look for", "اعثر على ما تبحث عنه"}
	NewHere               = Label{"Ny i länet", "New in the county", "جديد في المقاطعة"}
	NewHereLine           = Label{"Vad du kan delta i, hur du gör och vem du frågar", "What you can join, how, and whom to ask", "ما يمكنك المشاركة فيه وكيف ومن تسأل"}
	InTheMunicipalities   = Label{"I kommunerna", "In the municipalities", "في البلديات"}
	PlacesLine            = Label{"Vad som händer där du bor, vem som än leder det", "What happens where you live, whoever leads it", "ما يحدث حيث تسكن"}
	HowItGoes             = Label{"Så går det", "How it goes", "كيف تسير الأمور"}
	HowItGoesLine         = Label{"Vad som är gjort, vad som är försenat och vad som saknas", "What is done, what is late and what is missing", "ما أُنجز وما تأخر وما ينقص"}
	WhoDoesWhat           = Label{"Vem gör vad", "Who does what", "من يفعل ماذا"}
	WhoDoesWhatLine       = Label{"Parterna, vad de har lovat och när de redovisar", "The parties, what they have promised and when they report", "الأطراف وما تعهدت به"}
	AndMore               = Label{"och %s till", "and %s more", "و%s أخرى"}
	SeeWholePlan          = Label{"Se hela %s", "See all of %s", "عرض %s كاملة"}
	JoinLead              = Label{"Här finns det som pågår i länet och som du kan vara med i. Det kostar inget att fråga.", "Here is what goes on in the county that you can be part of. Asking costs nothing.", "هنا ما يجري في المقاطعة ويمكنك المشاركة فيه. السؤال مجاني."}
	NobodySaysHow         = Label{"{initiative:Ingen|Inget} {initiative} säger ännu hur man deltar", "No {initiative} says yet how to join", "لم تذكر أي مبادرة بعد كيفية المشاركة"}
	NobodySaysHowLong     = Label{"Fråga den som ansvarar för {the_initiative}, eller din kommun.", "Ask whoever is responsible for {the_initiative}, or your municipality.", "اسأل الجهة المسؤولة عن المبادرة أو بلديتك."}
	AskResponsible        = Label{"Fråga den som ansvarar", "Ask whoever is responsible", "اسأل الجهة المسؤولة"}
	AskResponsibleLong    = Label{"De här {the_initiatives} pågår eller planeras, men säger inte hur man deltar.", "These {initiatives} are going on or planned, but do not say how to join.", "هذه المبادرات جارية أو مخطط لها لكنها لا تذكر كيفية المشاركة."}
	AskPlanByPlan         = Label{"De är så många att de står i {short_plan:sin|sitt} {short_plan}.", "There are so many that they are listed in their {short_plans}.", "ولكثرتها فهي مدرجة في خططها."}
	InYourMunicipality    = Label{"I din kommun", "In your municipality", "في بلديتك"}
	AskUs                 = Label{"Fråga oss", "Ask us", "اسألنا"}
	ForWhom               = Label{"För vem", "For whom", "لمن"}
)

// Areas, sub-goals and cooperation areas.
var (
	AreasLead                 = Label{"{The_agreement} har %s med %s och %s.", "{The_agreement} has %s with %s and %s.", "في الاتفاق %s و%s و%s."}
	AreasLeadOne              = Label{"{The_agreement} har %s med %s.", "{The_agreement} has %s with %s.", "في الاتفاق %s و%s."}
	AreasLeadAlone            = Label{"{The_agreement} har %s.", "{The_agreement} has %s.", "في الاتفاق %s."}
	AreasAndGoals             = Label{"{Areas} och {sub_goals}", "{Areas} and {sub_goals}", "المجالات والأهداف الفرعية"}
	AreasAndCooperation       = Label{"{Areas} och {cooperation_areas}", "{Areas} and {cooperation_areas}", "المجالات ومجالات التعاون"}
	WholeArea                 = Label{"{The_area} som helhet", "{The_area} as a whole", "المجال ككل"}
	WhoAnswersInArea          = Label{"Ansvar och {initiatives} i {the_area} %s", "Responsibility and {initiatives} in {the_area} %s", "المسؤولية والمبادرات في المجال %s"}
	AreaDescriptionAlone      = Label{"{The_area} %s: vem som ansvarar och vad som görs.", "{The_area} %s: who is responsible and what is done.", "المجال %s: الجهة المسؤولة وما يُنجز."}
	AreaDescription           = Label{"{The_area} %s: {sub_goals}, {cooperation_areas}, vem som ansvarar och vad som görs.", "{The_area} %s: {sub_goals}, {cooperation_areas}, who is responsible and what is done.", "المجال %s: الأهداف الفرعية ومجالات التعاون والجهة المسؤولة وما يُنجز."}
	AreaWithdrawn             = Label{"{The_area} har utgått", "{The_area} has been withdrawn", "أُلغي المجال"}
	NothingBelowArea          = Label{"{The_area} har inga {sub_goals} eller {cooperation_areas}.", "{The_area} has no {sub_goals} or {cooperation_areas}.", "ليس للمجال أهداف فرعية ولا مجالات تعاون."}
	NoGoals                   = Label{"{The_area} har inga {sub_goals}.", "{The_area} has no {sub_goals}.", "ليس للمجال أهداف فرعية."}
	FollowedInWords           = Label{"Följs i ord, inte med siffror", "Followed in words, not in figures", "يُتابع بالوصف لا بالأرقام"}
	FollowedInWordsLong       = Label{"{The_sub_goal} följs genom beskrivning och samtal, inte med siffror.", "{The_sub_goal} is followed by description and conversation, not in figures.", "يُتابع الهدف الفرعي بالوصف والحوار لا بالأرقام."}
	NoIndicator               = Label{"Ingen indikator", "No indicator", "لا مؤشر"}
	NoIndicatorLong           = Label{"Det går alltså inte att se i siffror om {the_sub_goal} nås.", "So one cannot see in figures whether {the_sub_goal} is reached.", "لذلك لا يمكن أن تبيّن الأرقام هل يتحقق الهدف الفرعي."}
	NoInitiativeIn            = Label{"{initiative:Ingen|Inget} {initiative} i %s", "No {initiative} in %s", "لا مبادرة في %s"}
	HowManyIn                 = Label{"%s i %s", "%s in %s", "%s في %s"}
	HowManyOf                 = Label{"%s av %s", "%s of %s", "%s من أصل %s"}
	HowFollowed               = Label{"Så följs det", "How it is followed", "كيف تتم المتابعة"}
	NoInitiativeForGoal       = Label{"{initiative:Ingen|Inget} {initiative} anger att {initiative:den|det} bidrar till {the_sub_goal}.", "No {initiative} says that it contributes to {the_sub_goal}.", "لا تذكر أي مبادرة أنها تساهم في الهدف الفرعي."}
	InitiativesThatContribute = Label{"{Initiatives} som bidrar", "Contributing {initiatives}", "المبادرات المساهمة"}
	CooperationInArea         = Label{"{Cooperation_areas} i samma {area}", "{Cooperation_areas} of the same {area}", "مجالات التعاون في المجال نفسه"}
	NobodyResponsible         = Label{"Ingen ansvarar", "Nobody is responsible", "لا أحد مسؤول"}
	PrioritisedIn             = Label{"Prioriterat i", "A priority in", "أولوية في"}
	AlsoContributing          = Label{"Andra {initiatives} som bidrar", "Other contributing {initiatives}", "مبادرات أخرى مساهمة"}
	NeverServed               = Label{"{initiative:Ingen|Inget} {initiative} i {plan:någon|något} {plan} har genomfört {the_cooperation_area}.", "No {initiative} of any {plan} has served {the_cooperation_area}.", "لم تنفّذ أي مبادرة في أي خطة عمل مجالَ التعاون هذا."}
	NeverServedArea           = Label{"{initiative:Ingen|Inget} {initiative} i {plan:någon|något} {plan} hör till {the_area}.", "No {initiative} of any {plan} belongs to {the_area}.", "لا تنتمي أي مبادرة في أي خطة عمل إلى هذا المجال."}
)

// Plans and initiatives.
var (
	PlansLead             = Label{"I {the_plans} står vad parterna gör, vem som ansvarar och hur det följs upp.", "{The_plans} say what the parties do, who is responsible and how it is followed up.", "تبيّن خطط العمل ما تقوم به الأطراف ومن المسؤول وكيف تتم المتابعة."}
	NoPlans               = Label{"Det finns {plan:ingen beslutad|inget beslutat} {plan}.", "There is no adopted {plan}.", "لا توجد خطة عمل معتمدة."}
	PlanDescription       = Label{"%s: {initiatives}, vem som ansvarar och hur det följs upp.", "%s: {initiatives}, who is responsible and how it is followed up.", "%s: المبادرات والجهات المسؤولة وكيفية المتابعة."}
	PlanNotDecided        = Label{"{The_short_plan} är inte {short_plan:beslutad|beslutat} och kan ändras.", "{The_short_plan} has not been adopted and may change.", "لم تُعتمد الخطة بعد وقد تتغيّر."}
	PlanEnded             = Label{"{The_short_plan's} tid har gått ut", "{The_short_plan's} time has run out", "انتهت مدة الخطة"}
	OlderPlan             = Label{"Det här är {short_plan:en|ett} äldre {short_plan}", "This is an older {short_plan}", "هذه خطة قديمة"}
	PlanWasValidFor       = Label{"{short_plan:Den|Det} gällde %s.", "It was valid for %s.", "كانت سارية %s."}
	NoLaterPlan           = Label{"{short_plan:Ingen|Inget} senare {short_plan} är {short_plan:beslutad|beslutat}.", "No later {short_plan} has been adopted.", "لم تُعتمد خطة لاحقة بعد."}
	PlanWithdrawn         = Label{"{The_short_plan} som {the_initiative} hör till har utgått", "{The_short_plan} of this {initiative} has been withdrawn", "أُلغيت الخطة التي تنتمي إليها المبادرة"}
	OlderInitiative       = Label{"Det här är {initiative:en|ett} äldre {initiative}", "This is an older {initiative}", "هذه مبادرة قديمة"}
	StoodInOlder          = Label{"{initiative:Den|Det} stod i %s, som har upphört att gälla.", "It was in %s, which is no longer in force.", "كانت ضمن %s التي لم تعد سارية."}
	PlanCount             = Label{"{The_short_plan} har %s och %s.", "{The_short_plan} has %s and %s.", "في الخطة %s و%s."}
	PlanCountAlone        = Label{"{The_short_plan} har %s.", "{The_short_plan} has %s.", "في الخطة %s."}
	PrioritiesUnserved    = Label{"För %s saknas {initiative}.", "%s lack {a_initiative}.", "لا مبادرة لـ%s."}
	Timeline              = Label{"När {the_initiatives} pågår", "When {the_initiatives} go on", "متى تُنفَّذ المبادرات"}
	TimelineOf            = Label{"Tidslinje för %s", "Timeline of %s", "الجدول الزمني لـ%s"}
	TimelineDesc          = Label{"Samma uppgifter står i tabellen med {initiatives}.", "The same is in the table of {initiatives}.", "المعلومات نفسها واردة في جدول المبادرات."}
	TodayWord             = Label{"i dag", "today", "اليوم"}
	ComparedWithBefore    = Label{"Jämfört med året före", "Compared with the year before", "مقارنة بالسنة السابقة"}
	ComparedWith          = Label{"Jämfört med", "Compared with", "مقارنة بـ"}
	CarriedOn             = Label{"Fortsätter", "Carried on", "مستمرة"}
	NewOnes               = Label{"Nya", "New", "جديدة"}
	OnlyIn                = Label{"Fanns bara i %s", "Only in %s", "كانت في %s فقط"}
	AboutPlan             = Label{"Om {the_short_plan}", "About {the_short_plan}", "حول الخطة"}
	ShowPart              = Label{"Visa en del av {the_short_plan}", "Show a part of {the_short_plan}", "عرض جزء من الخطة"}
	AllInitiatives        = Label{"Alla {initiatives}", "All {initiatives}", "كل المبادرات"}
	InitiativeDescription = Label{"{The_initiative} %s i %s: vad som görs, vem som ansvarar och hur det följs upp.", "{The_initiative} %s in %s: what is done, who is responsible and how it is followed up.", "المبادرة %s في %s: ما يُنجز ومن المسؤول وكيف تتم المتابعة."}
	TimeIsOut             = Label{"{The_initiative's} tid har gått ut", "{The_initiative's} time has run out", "انتهت مدة المبادرة"}
	TimeIsOutLong         = Label{"Men {initiative:den|det} står fortfarande som {initiative:planerad|planerat} eller pågående. Uppgiften kan vara gammal.", "But it still says planned or ongoing. This may be out of date.", "لكنها ما زالت مسجّلة على أنها مخطط لها أو جارية. قد تكون هذه المعلومة قديمة."}
	NoDescription         = Label{"{The_initiative} saknar beskrivning.", "{The_initiative} has no description.", "لا وصف للمبادرة."}
	NoReports             = Label{"Ingen lägesrapport har lämnats ännu.", "No progress report has been given yet.", "لم يُقدَّم أي تقرير بعد."}
	MoreAbout             = Label{"Mer om {the_initiative}", "More about {the_initiative}", "المزيد عن المبادرة"}
	PriorityWithout       = Label{"{cooperation_area:Prioriterad|Prioriterat}, utan {initiative}", "A priority, without {a_initiative}", "ذو أولوية وبلا مبادرة"}
)

// Parties, bodies and places.
var (
	PartiesLead         = Label{"{The_agreement} har %s. Här ser du vad var och en har lovat och när den redovisar.", "{The_agreement} has %s. Here you see what each has promised and when it reports.", "في الاتفاق %s. هنا ترى ما تعهّد به كل طرف ومتى يقدّم تقريره."}
	FormerParties       = Label{"Tidigare parter", "Former parties", "أطراف سابقة"}
	SeeOrganisation     = Label{"Se hur arbetet styrs", "See how the work is governed", "اطّلع على كيفية إدارة العمل"}
	AnswersForCount     = Label{"Ansvarar för %s", "Responsible for %s", "يتولى المسؤولية عن: %s"}
	PartyDescription    = Label{"Vad %s har lovat i {the_agreement} och när det redovisas.", "What %s has promised in {the_agreement} and when it reports.", "ما تعهّد به %s في الاتفاق ومتى يقدّم تقريره."}
	PromisesNothing     = Label{"{initiative:Ingen|Inget} {initiative} anger %s som ansvarig eller medverkande.", "No {initiative} names %s as responsible or taking part.", "لا تذكر أي مبادرة %s بصفة مسؤول أو مشارك."}
	TakesPartIn         = Label{"Medverkar i %s. {initiative:Ingen|Inget} {initiative} anger %s som ansvarig.", "Takes part in %s. No {initiative} names %s as responsible.", "عدد ما يشارك فيه: %s. لا تذكر أي مبادرة %s بصفة مسؤول."}
	AnswersForSentence  = Label{"Ansvarar för %s.", "Is responsible for %s.", "يتولى المسؤولية عن: %s."}
	OneOverdueSentence  = Label{"%s är försenad.", "%s is overdue.", "المتأخر: %s."}
	OverdueSentence     = Label{"%s är försenade.", "%s are overdue.", "المتأخر: %s."}
	Leads               = Label{"Ansvarar för", "Responsible for", "مسؤول عن"}
	SharesIn            = Label{"Delar ansvaret för", "Shares responsibility for", "يشارك في المسؤولية عن"}
	JoinsIn             = Label{"Medverkar i", "Takes part in", "يشارك في"}
	LedByGroups         = Label{"{Initiatives} som partens grupper ansvarar för", "{Initiatives} that the party's groups are responsible for", "مبادرات تتولى مجموعات الطرف المسؤولية عنها"}
	LedByGroupsLong     = Label{"En grupp där parten är ledamot ansvarar för de här {the_initiatives}.", "A group that the party is a member of is responsible for these {initiatives}.", "تتولى المسؤولية عن هذه المبادرات مجموعة يكون الطرف أحد أعضائها."}
	ReportsWhen         = Label{"Redovisas när", "Reports when", "مواعيد التقارير"}
	NoDate              = Label{"Inget datum", "No date", "لا تاريخ"}
	NotScheduled        = Label{"Ingen dag är bestämd", "No day has been set", "لم يُحدَّد يوم"}
	LapsedDue           = Label{"{The_initiative} är {initiative:avslutad|avslutat}", "{The_initiative} has ended", "انتهت المبادرة"}
	ToCome              = Label{"Kommande", "To come", "قادم"}
	SitsIn              = Label{"Sitter i", "Sits in", "عضو في"}
	AboutParty          = Label{"Om parten", "About the party", "حول الطرف"}
	InTheMunicipality   = Label{"I kommunen", "In the municipality", "في البلدية"}
	AllInPlace          = Label{"Allt som händer i %s", "All that happens in %s", "كل ما يحدث في %s"}
	OrganisationLead    = Label{"Så styrs arbetet: vem som beslutar, bereder och ansvarar.", "How the work is governed: who decides, prepares and is responsible.", "كيف يُدار العمل: من يقرر ومن يُعدّ ومن يتولى المسؤولية."}
	OrganisationPicture = Label{"Så hänger grupperna ihop", "How the groups hang together", "كيف ترتبط المجموعات"}
	AnswersFor          = Label{"Ansvarar för de här {the_cooperation_areas}:", "Responsible for these {cooperation_areas}:", "مسؤول عن مجالات التعاون:"}
	AnswersForAreas     = Label{"Ansvarar för de här {the_areas}:", "Responsible for these {areas}:", "مسؤول عن المجالات:"}
	Responsibility      = Label{"Ansvar", "Responsibility", "المسؤولية"}
	BodyDescription     = Label{"%s: uppgift, ledamöter och vad gruppen ansvarar för.", "%s: task, members and what the group is responsible for.", "%s: المهمة والأعضاء وما تتولى المجموعة المسؤولية عنه."}
	InPlace             = Label{"Det här händer i %s", "What happens in %s", "ما يحدث في %s"}
	PlacesLead          = Label{"Välj en kommun för att se vad som händer där, vem som än leder det.", "Choose a municipality to see what happens there, whoever leads it.", "اختر بلدية لترى ما يجري فيها، أيًّا كان من يقوده."}
	FiguresHere         = Label{"Siffror härifrån", "Figures from here", "أرقام من هنا"}
	AboutThePlace       = Label{"Om platsen", "About the place", "عن المكان"}
	PlaceCode           = Label{"Kod i officiell statistik", "Code in official statistics", "الرمز في الإحصاءات الرسمية"}
	LiesIn              = Label{"Ligger i", "Lies in", "يقع في"}
	PlacesInside        = Label{"Här ligger", "Here lie", "يقع هنا"}
	OtherPlaces         = Label{"Andra platser", "Other places", "أماكن أخرى"}
	OtherPlacesLong     = Label{"Länet som helhet och platser utanför länet som något sägs om.", "The county as a whole and places outside it that something is said of.", "المقاطعة ككل وأماكن خارجها يُذكر عنها شيء."}
	PlaceDescription    = Label{"{Initiatives} i %s, vem som ansvarar och hur du deltar.", "{Initiatives} in %s, who is responsible and how to join.", "المبادرات في %s ومن المسؤول وكيف تشارك."}
	NoInitiativeHere    = Label{"{initiative:Ingen|Inget} {initiative} anger kommunen", "No {initiative} names the municipality", "لا تذكر أي مبادرة هذه البلدية"}
	NothingHereNow      = Label{"{initiative:Ingen|Inget} {initiative} pågår eller planeras just nu", "No {initiative} is going on or planned at present", "لا مبادرة جارية أو مخطط لها حاليًا"}
	NothingHere         = Label{"Just nu anger {initiative:ingen pågående eller planerad|inget pågående eller planerat} {initiative} att {initiative:den|det} finns här.", "At present no ongoing or planned {initiative} says that it is here.", "لا تذكر حاليًا أي مبادرة جارية أو مخطط لها أنها تُقام هنا."}
	HereNow             = Label{"%s pågår eller planeras här.", "%s going on or planned here.", "الجاري أو المخطط له هنا: %s."}
	Now                 = Label{"Pågår och planeras", "Going on and planned", "جارية ومخطط لها"}
	Earlier             = Label{"Tidigare", "Earlier", "سابقًا"}
	MunicipalityLeads   = Label{"Kommunen ansvarar också för", "The municipality is also responsible for", "تتولى البلدية أيضًا المسؤولية عن"}
	WholeCounty         = Label{"I hela länet", "In the whole county", "في كل المقاطعة"}
	WholeCountyLong     = Label{"Många {initiatives} anger ingen kommun, men kan finnas här ändå.", "Many {initiatives} name no municipality, but may be here all the same.", "كثير من المبادرات لا يذكر بلدية معيّنة، لكنها قد تُقام هنا أيضًا."}
	WhatYouCanJoin      = Label{"Det här kan du delta i", "What you can join", "ما يمكنك المشاركة فيه"}
)

// Follow-up and indicators.
var (
	NoGaps                 = Label{"Allt har en ansvarig, {initiative:en|ett} {initiative} och ett sätt att följas.", "Everything has somebody responsible, {a_initiative} and a way to be followed.", "لكل شيء جهة مسؤولة ومبادرة وطريقة للمتابعة."}
	NoGapsInPart           = Label{"Inget saknas av det som går att bedöma. Nedan står vad som inte går att bedöma ännu.", "Nothing is missing of what can be judged. Below it says what cannot be judged yet.", "لا ينقص شيء مما يمكن الحكم عليه. ويرد أدناه ما لا يمكن الحكم عليه بعد."}
	NothingToFollow        = Label{"Det finns ännu inget att följa upp.", "There is nothing to follow up yet.", "لا يوجد بعد ما يمكن متابعته."}
	NothingToJudge         = Label{"Inget att bedöma", "Nothing to judge", "لا شيء للحكم عليه"}
	NothingFirst           = Label{"{cooperation_area:Ingen|Inget} {cooperation_area} är {cooperation_area:prioriterad|prioriterat} i {short_plan:en|ett} gällande {short_plan}.", "No {cooperation_area} is a priority of {a_short_plan} in force.", "لا مجال تعاون ذا أولوية في خطة سارية."}
	NoCooperation          = Label{"Det finns inga {cooperation_areas}.", "There are no {cooperation_areas}.", "لا توجد مجالات تعاون."}
	NoGoalsAtAll           = Label{"Det finns inga {sub_goals}.", "There are no {sub_goals}.", "لا توجد أهداف فرعية."}
	NoPlanInForce          = Label{"Det finns {short_plan:ingen|inget} gällande {short_plan}.", "There is no {short_plan} in force.", "لا توجد خطة سارية."}
	NothingGoesOn          = Label{"{initiative:Ingen|Inget} {initiative} pågår eller planeras i {short_plan:en beslutad|ett beslutat} {short_plan}.", "No {initiative} is going on or planned in an adopted {short_plan}.", "لا مبادرة جارية أو مخططًا لها في خطة معتمدة."}
	NoInitiativesAtAll     = Label{"Det finns inga {initiatives} i {short_plan:en beslutad|ett beslutat} {short_plan}.", "There are no {initiatives} in an adopted {short_plan}.", "لا توجد مبادرات في خطة معتمدة."}
	NothingEnded           = Label{"Tiden har inte gått ut för {initiative:någon|något} {initiative}.", "No {initiative's} time has run out.", "لم تنته مدة أي مبادرة."}
	GapsLead               = Label{"Här syns hur mål, arbete och siffror hänger ihop, och de %s där något saknas.", "Here one sees how goals, work and figures hang together, and the %s where something is missing.", "هنا يظهر ترابط الأهداف والعمل والأرقام. ما ينقصه شيء: %s."}
	WhatIsMissing          = Label{"Det här saknas", "What is missing", "ما ينقص"}
	NoneMissing            = Label{"Inget saknas", "Nothing missing", "لا ينقص شيء"}
	Missing                = Label{"Saknas", "Missing", "ناقص"}
	CoverageMatrix         = Label{"Från mål till {initiative}", "From goal to {initiative}", "من الهدف إلى المبادرة"}
	SeeIndicators          = Label{"Se alla indikatorer", "See all indicators", "عرض كل المؤشرات"}
	SeeDecisions           = Label{"Se alla beslut", "See all decisions", "عرض كل القرارات"}
	GapUnserved            = Label{"Prioriterade {cooperation_areas} utan {initiative}", "Priority {cooperation_areas} without {a_initiative}", "مجالات تعاون ذات أولوية بلا مبادرة"}
	GapUnservedNone        = Label{"Alla prioriterade {cooperation_areas} har {initiative:en|ett} {initiative}.", "All priority {cooperation_areas} have {a_initiative}.", "لكل مجالات التعاون ذات الأولوية مبادرة."}
	GapUnanswered          = Label{"{Cooperation_areas} som ingen ansvarar för", "{Cooperation_areas} that nobody is responsible for", "مجالات تعاون لا أحد مسؤول عنها"}
	GapUnansweredNone      = Label{"Alla {cooperation_areas} har någon som ansvarar.", "All {cooperation_areas} have somebody responsible.", "لكل مجالات التعاون جهة مسؤولة."}
	GapAreasUnanswered     = Label{"{Areas} som ingen ansvarar för", "{Areas} that nobody is responsible for", "مجالات لا أحد مسؤول عنها"}
	GapAreasUnansweredNone = Label{"Alla {areas} har någon som ansvarar.", "All {areas} have somebody responsible.", "لكل المجالات جهة مسؤولة."}
	NoAreas                = Label{"Det finns inga {areas}.", "There are no {areas}.", "لا توجد مجالات."}
	GapUnmeasured          = Label{"{Sub_goals} som inget mäter", "{Sub_goals} that nothing measures", "أهداف فرعية لا يقيسها شيء"}
	GapUnmeasuredNone      = Label{"Alla {sub_goals} följs på något sätt.", "All {sub_goals} are followed in some way.", "تُتابَع كل الأهداف الفرعية بطريقة ما."}
	GapOverdue             = Label{"Försenade redovisningar", "Overdue reports", "تقارير متأخرة"}
	GapOverdueNone         = Label{"Ingen redovisning är försenad.", "No report is overdue.", "لا تقرير متأخرًا."}
	CannotTell             = Label{"Kan inte bedömas", "Cannot be judged", "لا يمكن الحكم"}
	GapOverdueUnknown      = Label{"%s har ingen dag för redovisning, så det går inte att se om något är försenat.", "%s without a day to report, so one cannot see whether anything is late.", "لا يمكن معرفة هل تأخر شيء. بلا يوم محدد للتقرير: %s."}
	WithoutDay             = Label{"%s har ingen dag för redovisning.", "%s without a day to report.", "بلا يوم محدد للتقرير: %s."}
	GapPast                = Label{"{Initiatives} vars tid har gått ut men som inte är avslutade", "{Initiatives} whose time has run out but that are not closed", "مبادرات انتهت مدتها ولم تُغلق"}
	GapPastNone            = Label{"Alla {initiatives} vars tid har gått ut är avslutade.", "All {initiatives} whose time has run out are closed.", "كل المبادرات التي انتهت مدتها أُغلقت."}
	GapUnscheduled         = Label{"{Initiatives} utan dag för redovisning", "{Initiatives} without a day to report", "مبادرات بلا يوم محدد للتقرير"}
	GapUnscheduledNone     = Label{"Alla {initiatives} har en dag för redovisning.", "All {initiatives} have a day to report.", "لكل المبادرات يوم محدد للتقرير."}
	GapNoData              = Label{"Indikatorer utan siffror", "Indicators without figures", "مؤشرات بلا أرقام"}
	GapNoDataNone          = Label{"Alla indikatorer har siffror.", "All indicators have figures.", "لكل المؤشرات أرقام."}
	GapUntouched           = Label{"{Cooperation_areas} utan {initiative}, som inte är prioriterade i år", "{Cooperation_areas} without {a_initiative} that are no priority this year", "مجالات تعاون بلا مبادرة وليست ذات أولوية هذا العام"}
	GapUntouchedNone       = Label{"Alla {cooperation_areas} har {initiative:en|ett} {initiative} eller är prioriterade.", "All {cooperation_areas} have {a_initiative} or are a priority.", "لكل مجالات التعاون مبادرة أو أولوية."}
	GoalsOfArea            = Label{"{Sub_goals} i {the_area} %s", "{Sub_goals} of {the_area} %s", "الأهداف الفرعية في المجال %s"}
	CooperationOfArea      = Label{"{Cooperation_areas} i {the_area} %s", "{Cooperation_areas} of {the_area} %s", "مجالات التعاون في المجال %s"}
	NoDues                 = Label{"{initiative:Ingen|Inget} {initiative} har en dag för redovisning.", "No {initiative} has a day to report.", "لا مبادرة لها يوم محدد للتقرير."}
	NothingWaits           = Label{"Ingen redovisning väntar.", "No report is waiting.", "لا تقرير منتظرًا."}
	MoreDues               = Label{"Ytterligare %s {initiatives} har redovisningar kvar. De står på parternas sidor.", "%s more {initiatives} have reports to come. They are on the parties' pages.", "لمبادرات أخرى، عددها %s، تقارير لم تُقدَّم بعد. وهي في صفحات الأطراف."}
	NoReviews              = Label{"Ingen aktualitetsprövning är publicerad.", "No relevance review has been published.", "لم تُنشر أي مراجعة للصلاحية."}
	ReviewOf               = Label{"Aktualitetsprövning %s", "Relevance review %s", "مراجعة الصلاحية %s"}
	IndicatorsLead         = Label{"Siffrorna som visar om målen nås.", "The figures that show whether the goals are reached.", "الأرقام التي تبيّن هل تتحقق الأهداف."}
	NoIndicators           = Label{"Det finns inga indikatorer ännu, så det går inte att se i siffror om målen nås.", "There are no indicators yet, so one cannot see in figures whether the goals are reached.", "لا توجد مؤشرات بعد، ولذلك لا يمكن أن تبيّن الأرقام هل تتحقق الأهداف."}
	HowProgress            = Label{"Så räknas andelen av vägen", "How the share of the way is counted", "كيف تُحسب نسبة التقدم"}
	ProgressMethod         = Label{"Andelen av vägen är det senaste värdet minus utgångsvärdet, delat med målvärdet minus utgångsvärdet. 0 % är utgångsvärdet och 100 % är målet. Ett tal under noll betyder att utvecklingen har gått åt andra hållet. Vägen räknas inte alltid i jämn takt, så talet säger inte om målet nås i tid.", "The share of the way is the latest value minus the baseline, divided by the target minus the baseline. 0% is the baseline and 100% the target. Below zero it has gone the other way. Progress is not always even, so the number does not say whether the target is reached in time.", "نسبة التقدم هي أحدث قيمة ناقص القيمة الأساسية، مقسومة على القيمة المستهدفة ناقص القيمة الأساسية. 0 % هي القيمة الأساسية و100 % هي الهدف. والعدد الذي يقل عن الصفر يعني أن التطور سار في الاتجاه المعاكس. ولا يسير التقدم دائمًا بوتيرة منتظمة، فالعدد لا يبيّن هل يتحقق الهدف في موعده."}
	OfTheWay               = Label{"Andel av vägen till målet", "Share of the way to the target", "نسبة التقدم نحو الهدف"}
	NoFigures              = Label{"Inga siffror ännu", "No figures yet", "لا أرقام بعد"}
	NoFiguresLong          = Label{"Indikatorn har inga värden, så det går inte att säga hur det går.", "The indicator has no values, so one cannot say how it goes.", "ليس للمؤشر قيم، ولذلك لا يمكن القول كيف تسير الأمور."}
	NoTarget               = Label{"Inget målvärde", "No target", "لا قيمة مستهدفة"}
	NotComputable          = Label{"Går inte att räkna ut", "Cannot be computed", "لا يمكن حسابه"}
	TargetReached          = Label{"Målet är nått", "Target reached", "تحقق الهدف"}
	WrongWay               = Label{"Åt fel håll", "The wrong way", "في الاتجاه الخاطئ"}
	ValuesTitle            = Field("initiative.reports.values")
	WhatItMeasures         = Label{"Det här mäter den", "What it measures", "ما يقيسه"}
	Population             = Field("indicator.population")
	Unit                   = Field("indicator.unit")
	SourceID               = Field("indicator.source.id")
	Retrieved              = Field("indicator.source.retrieved")
	Year                   = Field("indicator.series.year")
	Total                  = Field("indicator.series.total")
	SeriesPlace            = Field("indicator.series.place")
	SeriesNote             = Field("indicator.series.note")
	Women                  = Field("indicator.series.women")
	Men                    = Field("indicator.series.men")
	Category               = Field("indicator.series.category")
	WholeCountyShort       = Label{"Hela länet", "Whole county", "كل المقاطعة"}
	TargetIs               = Label{"Mål: %s", "Target: %s", "الهدف: %s"}
	About                  = Label{"omkring %s", "about %s", "نحو %s"}
	SeriesRose             = Label{"Värdet ökade från %s (%s) till %s (%s).", "The value rose from %s (%s) to %s (%s).", "ارتفعت القيمة من %s (%s) إلى %s (%s)."}
	SeriesRoseIn           = Label{"I %s ökade värdet från %s (%s) till %s (%s).", "In %s the value rose from %s (%s) to %s (%s).", "في %s ارتفعت القيمة من %s (%s) إلى %s (%s)."}
	SeriesFell             = Label{"Värdet minskade från %s (%s) till %s (%s).", "The value fell from %s (%s) to %s (%s).", "انخفضت القيمة من %s (%s) إلى %s (%s)."}
	SeriesFellIn           = Label{"I %s minskade värdet från %s (%s) till %s (%s).", "In %s the value fell from %s (%s) to %s (%s).", "في %s انخفضت القيمة من %s (%s) إلى %s (%s)."}
	SeriesSame             = Label{"Värdet är oförändrat: %s (%s) och %s (%s).", "The value is unchanged: %s (%s) and %s (%s).", "القيمة لم تتغير: %s (%s) و%s (%s)."}
	SeriesSameIn           = Label{"I %s är värdet oförändrat: %s (%s) och %s (%s).", "In %s the value is unchanged: %s (%s) and %s (%s).", "في %s لم تتغير القيمة: %s (%s) و%s (%s)."}
	SeriesSexes            = Label{"För kvinnor var värdet %s och för män %s (%s).", "For women the value was %s and for men %s (%s).", "كانت القيمة للنساء %s وللرجال %s (%s)."}
	SeriesMost             = Label{"Högst är %s med %s och lägst %s med %s (%s).", "Highest is %s with %s and lowest %s with %s (%s).", "الأعلى %s بقيمة %s والأدنى %s بقيمة %s (%s)."}
	IndicatorsDescribe     = Label{"Siffror som beskriver läget.", "Figures that describe the state of things.", "أرقام تصف الوضع."}
	DescribingFigures      = Label{"Siffror utan mål", "Figures without a goal", "أرقام بلا هدف"}
	DescribingFiguresLong  = Label{"De beskriver läget och säger inget om vart det ska.", "They describe how things are and say nothing of where they should go.", "تصف الوضع ولا تقول شيئًا عن الوجهة المطلوبة."}
)

// Calendar, documents and what the site says of itself.
var (
	Calendar = Label{"Kalender", "Calendar", "التقويم"}

	CalendarLead      = Label{"Möten, länsdialoger, sista dagar och beslut.", "Meetings, county dialogues, deadlines and decisions.", "الاجتماعات وحوارات المقاطعة والمواعيد النهائية والقرارات."}
	NoEvents          = Label{"Kalendern är tom.", "The calendar is empty.", "التقويم فارغ."}
	Ahead             = Label{"Kommande", "Ahead", "قادم"}
	HasBeen           = Label{"Har varit", "Past", "سابق"}
	NothingAhead      = Label{"Inget är inplanerat.", "Nothing is planned.", "لا شيء مخطط له."}
	SeeCalendar       = Label{"Se hela kalendern", "See the whole calendar", "عرض التقويم كاملًا"}
	DecisionOn        = Label{"Beslut om", "Decision on", "قرار بشأن"}
	Decisions         = Label{"Beslut", "Decisions", "القرارات"}
	DecisionsLead     = Label{"Vad som har beslutats om {the_agreement} och {the_short_plans}, det senaste först.", "What has been decided about {the_agreement} and {the_short_plans}, the latest first.", "ما تقرر بشأن الاتفاق والخطط، الأحدث أولًا."}
	NoDecisions       = Label{"Inga beslut är publicerade.", "No decisions have been published.", "لم يُنشر أي قرار."}
	WhatWasDecided    = Label{"Vad som beslutades", "What was decided", "ما تقرر"}
	DateNotGiven      = Label{"Datum framgår inte", "Date not given", "التاريخ غير مذكور"}
	PlanDayNotGiven   = Label{"Beslutsdatum framgår inte", "Date of the decision not given", "تاريخ القرار غير مذكور"}
	SignedByParties   = Label{"{agreement:Undertecknad|Undertecknat} av parterna", "Signed by the parties", "وقّعته الأطراف"}
	SeeSignatures     = Label{"Se underskrifterna", "See the signatures", "عرض التوقيعات"}
	AdoptedThing      = Label{"%s antogs", "%s was adopted", "اعتماد %s"}
	ResourcesLead     = Label{"Goda exempel, metoder, utbildningar, rapporter och rekommendationer.", "Good examples, methods, training, reports and recommendations.", "أمثلة جيدة ومناهج ودورات تدريبية وتقارير وتوصيات."}
	NoResources       = Label{"Inget är publicerat ännu.", "Nothing has been published yet.", "لم يُنشر شيء بعد."}
	OtherStrategies   = Label{"Andra strategier", "Other strategies", "استراتيجيات أخرى"}
	StrategiesLead    = Label{"Strategier och {agreements} som {agreement:den|det} här hänger ihop med.", "Strategies and {agreements} that this one works with.", "الاستراتيجيات والاتفاقات التي يرتبط بها هذا الاتفاق."}
	NoStrategies      = Label{"Inga andra strategier är angivna.", "No other strategies are given.", "لم تُذكر استراتيجيات أخرى."}
	Document          = Label{"Dokument", "Document", "الوثيقة"}
	Documents         = Label{"Dokument", "Documents", "الوثائق"}
	DocumentsLead     = Label{"Samma innehåll som på webbplatsen, att läsa, skriva ut och arkivera.", "The same content as on the site, to read, print and archive.", "المحتوى نفسه الذي في الموقع، للقراءة والطباعة والحفظ."}
	MadeDocuments     = Label{"PDF-filer", "PDF files", "ملفات PDF"}
	NoDocuments       = Label{"PDF-filer har inte byggts här.", "No PDF files have been built here.", "لم تُبنَ ملفات PDF هنا."}
	PDFOf             = Label{"PDF, %s, %s", "PDF, %s, %s", "PDF، %s، %s"}
	SealedWithTestKey = Label{"Förseglad med ett testcertifikat, som inte bevisar vem utgivaren är", "Sealed with a test certificate, which does not prove who the publisher is", "مختوم بشهادة تجريبية لا تثبت هوية الناشر"}
	SealedBy          = Label{"Förseglad av %s", "Sealed by %s", "ختمه %s"}
	SignedByParty     = Label{"Undertecknad för %s av %s", "Signed for %s by %s", "وقّعه عن %s %s"}
	WithTestKey       = Label{"med ett testcertifikat, som inte bevisar vem det är", "with a test certificate, which does not prove who it is", "بشهادة تجريبية لا تثبت الهوية"}
	NotYetSigned      = Label{"Har inte undertecknat digitalt: %s", "Have not signed digitally: %s", "لم يوقّعوا رقمياً بعد: %s"}
	SignedEarlier     = Label{"Undertecknad när texten var en annan än i dag", "Signed when the text was another than today", "وُقّع عندما كان النص مختلفاً عن اليوم"}
	FileDigest        = Label{"Kontrollsumma utan underskrifter (SHA-256)", "Digest without signatures (SHA-256)", "بصمة الملف بلا توقيعات (SHA-256)"}
	SealCertificate   = Label{"Certifikat (SHA-256)", "Certificate (SHA-256)", "الشهادة (SHA-256)"}
	HowToVerify       = Label{"Så kontrollerar du en fil", "How to check a file", "كيف تتحقق من ملف"}
	VerifyWith        = Label{"Hämta filen och kör programmet Samsyn med det här kommandot, där FIL.pdf är filens namn:", "Fetch the file and run the program Samsyn with this command, where FILE.pdf is the name of the file:", "نزّل الملف وشغّل برنامج Samsyn بهذا الأمر، حيث FILE.pdf هو اسم الملف:"}
	VerifyFile        = Label{"samsyn verify FIL.pdf", "samsyn verify FILE.pdf", "samsyn verify FILE.pdf"}
	VerifyTells       = Label{"Svaret säger vem som har förseglat eller undertecknat filen, med vilket certifikat, och om filen har ändrats efteråt. Jämför certifikatets kontrollsumma med den som utgivaren har lämnat på ett annat sätt än här.", "The answer says who has sealed or signed the file, with which certificate, and whether the file has changed since. Compare the certificate's digest with the one that the publisher has given in another way than here.", "تبيّن النتيجة من ختم الملف أو وقّعه، وبأي شهادة، وهل تغيّر الملف بعد ذلك. قارن بصمة الشهادة بالتي قدّمها الناشر بطريقة أخرى غير هذه الصفحة."}
	DigestIsOf        = Label{"Kontrollsumman gäller filen som den var innan sigillet och underskrifterna lades till sist i den. Den hämtade filen har därför en annan kontrollsumma när den är förseglad.", "The digest is of the file as it was before the seal and the signatures were added at its end. So the file that you fetch has another digest when it is sealed.", "تخص البصمة الملف كما كان قبل إضافة الختم والتوقيعات في نهايته. ولذلك تختلف بصمة الملف الذي تنزّله إذا كان مختومًا."}
	PartOfSigned      = Label{"Ingår i det undertecknade", "Part of what was signed", "جزء مما وُقِّع"}
	AZ                = Label{"A till Ö", "A to Ö", "الفهرس"}
	AZLead            = Label{"Allt som har en egen sida, i bokstavsordning.", "Everything that has a page of its own, in alphabetical order.", "كل ما له صفحة خاصة، مرتّبًا أبجديًا."}
	SeeAZ             = Label{"Se allt från A till Ö", "See everything from A to Ö", "عرض الفهرس كاملًا"}
	Search            = Label{"Sök", "Search", "بحث"}
	SearchLead        = Label{"Sök i allt innehåll.", "Search all content.", "ابحث في كل المحتوى."}
	AboutSite         = Label{"Om webbplatsen", "About the website", "حول الموقع"}
	AboutLead         = Label{"Webbplatsen visar {the_agreement}, {the_plans} och hur det går. Den byggs ur samma filer som parterna arbetar i.", "The site shows {the_agreement}, {the_plans} and how it goes. It is built from the same files that the parties work in.", "يعرض الموقع الاتفاق وخطط العمل وكيف تسير الأمور. ويُبنى من الملفات نفسها التي تعمل فيها الأطراف."}
	Told              = Label{"Läget den", "As of", "بتاريخ"}
	MadeWith          = Label{"Byggd med", "Built with", "بُني باستخدام"}
	OpenData          = Label{"Öppna data", "Open data", "البيانات المفتوحة"}
	YourData          = Label{"Dina uppgifter", "Your data", "بياناتك"}
	YourDataLong      = Label{"Webbplatsen sparar inget om dig. Den använder inga kakor, mäter inte besök och hämtar inget från andra webbplatser.", "The site stores nothing about you. It uses no cookies, counts no visits and fetches nothing from other sites.", "لا يخزّن الموقع أي شيء عنك. ولا يستخدم ملفات تعريف الارتباط ولا يقيس الزيارات ولا يجلب شيئًا من مواقع أخرى."}
	More              = Label{"Mer", "More", "المزيد"}
)

// What has changed.
var (
	HistoryTitle      = Label{"Ändrat på webbplatsen", "Changed on this site", "ما تغيّر في الموقع"}
	HistoryLead       = Label{"Ändringar i sak av det som står på webbplatsen, de senaste först.", "Changes in substance to what the site says, the latest first.", "التغييرات الجوهرية في محتوى الموقع، الأحدث أولًا."}
	NotWhatWasSigned  = Label{"Det är ändringar i återgivningen här, inte i det som parterna har undertecknat.", "They are changes to the rendering here, not to what the parties have signed.", "هذه تغييرات في النص المنقول هنا، لا في ما وقّعته الأطراف."}
	NotWhatWasAdopted = Label{"Det är ändringar i återgivningen här, inte i det som parterna har antagit.", "They are changes to the rendering here, not to what the parties have adopted.", "هذه تغييرات في النص المنقول هنا، لا في ما اعتمدته الأطراف."}
	NotTheSource      = Label{"Det är ändringar i återgivningen här, inte i källan.", "They are changes to the rendering here, not to its source.", "هذه تغييرات في النص المنقول هنا، لا في مصدره."}
	PutOnSite         = Label{"Innehållet lades in på webbplatsen.", "The content was put on the site.", "أُضيف المحتوى إلى الموقع."}
	HistoryGoesOn     = Label{"Äldre ändringar visas inte här.", "Older changes are not shown here.", "لا تظهر هنا التغييرات الأقدم."}
	AdoptedAs         = Label{"Versionen %s.", "Version %s.", "الإصدار %s."}
	SinceDecision     = Label{"Ändrat på webbplatsen sedan det senaste beslutet", "Changed on this site since the last decision", "ما تغيّر في الموقع منذ القرار الأخير"}
	SinceVersion      = Label{"Jämfört med den antagna versionen %s, %s.", "Compared with the adopted version %s, %s.", "مقارنة بالإصدار المعتمد %s، %s."}
	SinceAdopted      = Label{"Senast beslutat: %s, %s.", "Decided last: %s, %s.", "آخر ما تقرر: %s، %s."}
	ChangesSince      = Label{"Sedan dess: %s. Se nedan, dag för dag.", "Since then: %s. See below, day by day.", "منذ ذلك الحين: %s. انظر أدناه يومًا بيوم."}
	NothingSince      = Label{"Ingenting har ändrats i sak sedan dess.", "Nothing has changed in substance since then.", "لم يتغيّر شيء جوهري منذ ذلك الحين."}
	EarlierVersion    = Label{"Det här är en tidigare version", "This is an earlier version", "هذا إصدار سابق"}
	EarlierAdopted    = Label{"Sidan är sparad som den var i versionen %s, %s.", "The page is kept as it was in version %s, %s.", "حُفظت الصفحة كما كانت في الإصدار %s، %s."}
	SeeCurrent        = Label{"Se vad som gäller nu", "See what applies now", "اطّلع على ما يسري الآن"}
	VersionsTitle     = Label{"Antagna versioner", "Adopted versions", "الإصدارات المعتمدة"}
	VersionsLead      = Label{"Så såg {the_agreement} och {the_short_plans} ut när de antogs, den senaste versionen först.", "{The_agreement} and {the_short_plans} as they were when they were adopted, the latest version first.", "هكذا كان الاتفاق والخطط عند اعتمادها، الإصدار الأحدث أولًا."}
	SeeHistory        = Label{"Se alla ändringar", "See all changes", "عرض كل التغييرات"}
	SeeThing          = Label{"Se %s", "See %s", "عرض %s"}
)

// Open data and feeds.
var (
	DataLead            = Label{"Datamängderna nedan är öppna data. Löpande text, mått, lägesrapporter, finansiering och strategier finns än så länge bara på sidorna.", "The datasets below are open data. Running text, measures, progress reports, funding and strategies are so far on the pages alone.", "مجموعات البيانات أدناه بيانات مفتوحة. أما النصوص والمقاييس وتقارير التقدم والتمويل والاستراتيجيات فلا توجد حتى الآن إلا في الصفحات."}
	DataSets            = Label{"Datamängder", "Datasets", "مجموعات البيانات"}
	DataSet             = Label{"Datamängd", "Dataset", "مجموعة بيانات"}
	DataHolds           = Label{"Innehåll", "Content", "المحتوى"}
	DataFiles           = Label{"Filer", "Files", "الملفات"}
	DataAgreement       = Label{"{The_agreement's} uppgifter", "The facts of {the_agreement}", "بيانات الاتفاق"}
	DataAgreementLong   = Label{"Titel, tid, status, parter, grupper, {areas} och {short_plans}, i en fil.", "Title, period, status, parties, bodies, {areas} and {short_plans}, in one file.", "العنوان والفترة والحالة والأطراف والمجموعات والمجالات والخطط في ملف واحد."}
	DataAreasLong       = Label{"%s med vem som ansvarar.", "%s with who is responsible.", "%s مع الجهات المسؤولة."}
	DataPartiesLong     = Label{"Parterna i {the_agreement}.", "The parties of {the_agreement}.", "أطراف الاتفاق."}
	DataInitiativesLong = Label{"{The_initiatives} i {the_plans}: %s, ansvarig, tid, status, uppföljning och senaste bedömning.", "{The_initiatives} of {the_plans}: %s, responsible, period, status, follow-up and latest assessment.", "مبادرات خطط العمل: %s والمسؤول والفترة والحالة والمتابعة وأحدث تقييم."}
	DataIndicatorsLong  = Label{"Indikatorernas värden per år, kvinnor och män för sig där det finns.", "The indicators' values by year, women and men apart where known.", "قيم المؤشرات لكل سنة، مع فصل النساء عن الرجال حيث يتوفر ذلك."}
	DataCalendarLong    = Label{"Möten, länsdialoger, beslut och dagar för redovisning.", "Meetings, county dialogues, decisions and days to report.", "الاجتماعات وحوارات المقاطعة والقرارات ومواعيد التقارير."}
	DataEvents          = Label{"Kalendern som tabell", "The calendar as a table", "التقويم كجدول"}
	DataEventsLong      = Label{"Samma händelser med program, och även de som är kända bara till månad eller år.", "The same events with their programme, and those known by month or year only too.", "الأحداث نفسها مع برامجها، وكذلك ما لا يُعرف منه إلا الشهر أو السنة."}
	DataPlacesLong      = Label{"Kommuner och andra platser, med kod i officiell statistik.", "Municipalities and other places, with their code in official statistics.", "البلديات وأماكن أخرى مع رموزها في الإحصاءات الرسمية."}
	DataResourcesLong   = Label{"Goda exempel, metoder, utbildningar, rapporter och rekommendationer, med vad de gäller.", "Good examples, methods, training, reports and recommendations, with what they are about.", "أمثلة جيدة ومناهج وتدريب وتقارير وتوصيات، مع موضوعاتها."}
	DataOpen            = Label{"Så öppnar du filerna", "How to open the files", "كيفية فتح الملفات"}
	DataOpenLong        = Label{"CSV-filerna har komma mellan kolumnerna, punkt som decimaltecken och är skrivna i UTF-8. I Excel: välj Data och sedan Från text/CSV, så hamnar värdena i rätt kolumner. En text som ett kalkylprogram annars skulle köra som en formel har en apostrof framför sig. I JSON-filerna står texten som den är.", "The CSV files have commas between the columns, points in decimals, and are in UTF-8. In Excel: choose Data and then From Text/CSV, so that the values come into the right columns. A text that a spreadsheet would otherwise run as a formula has an apostrophe before it. In the JSON files the text is as it is.", "تفصل الفواصل بين الأعمدة في ملفات CSV، والنقطة هي علامة الكسر العشري، والترميز UTF-8. في Excel: اختر البيانات ثم من نص/CSV لتظهر القيم في أعمدتها الصحيحة. والنص الذي قد ينفّذه برنامج الجداول كمعادلة تسبقه فاصلة علوية. أما في ملفات JSON فالنص كما هو."}
	DataColumns         = Label{"Kolumner", "Columns", "الأعمدة"}
	DataColumnsOf       = Label{"Kolumner i %s", "Columns of %s", "أعمدة %s"}
	DataColumnsAre      = Label{"Kolumner: %s.", "Columns: %s.", "الأعمدة: %s."}
	DataColumn          = Label{"Kolumn", "Column", "العمود"}
	DataColumnHolds     = Label{"Det som står där", "What it has", "ما يحتويه"}
	Feeds               = Label{"Följ det som händer", "Follow what happens", "تابع ما يحدث"}
	FeedsLong           = Label{"Lägg till kalendern i ditt eget kalenderprogram. En part som har något kvar att redovisa har en egen kalender på sin sida.", "Add the calendar to your own calendar program. A party with something left to report has a calendar of its own on its page.", "أضف التقويم إلى برنامج التقويم الخاص بك. ولكل طرف بقيت عليه تقارير تقويم خاص في صفحته."}
	CalendarFeed        = Label{"Kalendern (iCalendar)", "The calendar (iCalendar)", "التقويم (iCalendar)"}
	PartyCalendar       = Label{"Kalender med det som %s ska redovisa (iCalendar)", "Calendar of what %s has to report (iCalendar)", "تقويم التقارير المطلوبة من %s (iCalendar)"}
	ChangesFeed         = Label{"Rapporter och beslut (Atom)", "Reports and decisions (Atom)", "التقارير والقرارات (Atom)"}
	IndicatorData       = Label{"Hämta värdena (CSV)", "Fetch the values (CSV)", "تنزيل القيم (CSV)"}
	Catalogue           = Label{"Katalog", "Catalogue", "الفهرس"}
	CatalogueLong       = Label{"Katalogen beskriver datamängderna för Sveriges dataportal.", "The catalogue describes the datasets for the national data portal.", "يصف الفهرس مجموعات البيانات لبوابة البيانات السويدية."}
	LicenceTitle        = Label{"Villkor", "Terms of use", "شروط الاستخدام"}
	LicenceLong         = Label{"Du får använda data enligt", "You may use the data under", "يجوز لك استخدام البيانات وفق"}
	AgreementShapeLabel = Label{"Beskrivning av filen med {the_agreement's} uppgifter (JSON Schema)", "Description of the file with the facts of {the_agreement} (JSON Schema)", "وصف ملف بيانات الاتفاق (JSON Schema)"}
	ReportOn            = Label{"Redovisning av %s", "Report on %s", "تقرير عن %s"}
	FeedTitle           = Label{"Rapporter och beslut, %s", "Reports and decisions, %s", "التقارير والقرارات، %s"}
	CatalogueTitle      = Label{"Öppna data från %s", "Open data of %s", "البيانات المفتوحة لـ%s"}
	CatalogueAbout      = Label{"Mål, {initiatives}, ansvar och uppföljning i %s.", "Goals, {initiatives}, responsibility and follow-up in %s.", "الأهداف والمبادرات والمسؤوليات والمتابعة في %s."}
)

// The accessibility statement, in the order of the model that Swedish public
// bodies follow (MDFFS 2019:2, lagen (2018:1937) om tillgänglighet till digital
// offentlig service).
var (
	Accessibility          = Label{"Tillgänglighet", "Accessibility", "إمكانية الوصول"}
	AccessibilityStatement = Field("samsyn.accessibility")
	NotAssessed            = Label{"Webbplatsens tillgänglighet är inte bedömd ännu.", "The site's accessibility has not been assessed yet.", "لم تُقيَّم إمكانية الوصول إلى الموقع بعد."}
	NotAssessedTitle       = Label{"Bedömning saknas", "No assessment", "لا يوجد تقييم"}
	NotAssessedLong        = Label{"Den som ger ut webbplatsen har inte publicerat någon tillgänglighetsredogörelse. Därför står det inte här vilka brister som finns.", "The publisher has not published an accessibility statement. So it does not say here what shortcomings there are.", "لم ينشر ناشر الموقع بيانًا بشأن إمكانية الوصول. ولذلك لا تُذكر هنا أوجه القصور الموجودة."}
	ReportProblem          = Label{"Rapportera brister", "Report shortcomings", "الإبلاغ عن أوجه القصور"}
	ReportProblemLong      = Label{"Hör av dig om du hittar något som inte går att använda, eller om du behöver innehållet i en annan form.", "Get in touch if you find something that cannot be used, or need the content in another form.", "تواصل معنا إذا وجدت شيئًا لا يمكن استخدامه أو إذا احتجت إلى المحتوى بشكل آخر."}
	AskPublisher           = Label{"Vänd dig till utgivaren:", "Turn to the publisher:", "توجّه إلى الناشر:"}
	StatementLead          = Label{"%s står bakom webbplatsen %s. Vi vill att så många som möjligt ska kunna använda den. Här beskrivs hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister den har och hur du rapporterar dem.", "%s is behind the site %s. We want as many as possible to be able to use it. Here it says how it meets the law on the accessibility of digital public service, what shortcomings it has and how you report them.", "%s هو المسؤول عن الموقع %s. نريد أن يتمكن أكبر عدد ممكن من استخدامه. يبيّن هذا البيان كيف يستوفي الموقع قانون إمكانية الوصول إلى الخدمات العامة الرقمية، وما فيه من أوجه القصور، وكيف تبلّغ عنها."}
	HowAccessible          = Label{"Hur tillgänglig är webbplatsen?", "How accessible is the site?", "ما مدى إمكانية الوصول إلى الموقع؟"}
	ConformsFully          = Label{"Webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service. Det finns inga kända brister.", "The site is fully compliant with the law. There are no known shortcomings.", "يتوافق الموقع كليًا مع قانون إمكانية الوصول إلى الخدمات العامة الرقمية. ولا توجد أوجه قصور معروفة."}
	ConformsPartly         = Label{"Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Bristerna står nedan.", "The site is partially compliant with the law. The shortcomings are below.", "يتوافق الموقع جزئيًا مع قانون إمكانية الوصول إلى الخدمات العامة الرقمية. أوجه القصور مذكورة أدناه."}
	ConformsNot            = Label{"Webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig service. Bristerna står nedan.", "The site is not compliant with the law. The shortcomings are below.", "لا يتوافق الموقع مع قانون إمكانية الوصول إلى الخدمات العامة الرقمية. أوجه القصور مذكورة أدناه."}
	Supervision            = Label{"Tillsyn", "Supervision", "الإشراف"}
	SupervisionLong        = Label{"Om du inte är nöjd med hur vi hanterar din synpunkt kan du vända dig till tillsynsmyndigheten:", "If you are not content with how we handle your view, you can turn to the supervising authority:", "إذا لم تكن راضيًا عن تعاملنا مع ملاحظتك فيمكنك التوجّه إلى جهة الإشراف:"}
	HowTestedTitle         = Label{"Så har vi testat webbplatsen", "How we have tested the site", "كيف اختبرنا الموقع"}
	HowTested              = Label{"Metod", "Method", "المنهج"}
	AssessedOn             = Label{"Senast bedömd", "Last assessed", "آخر تقييم"}
	StatementUpdated       = Label{"Redogörelsen uppdaterad", "Statement updated", "تاريخ تحديث البيان"}
)
