package text

// What things and their fields are called, as headings and labels.
var (
	Agreement        = Label{"Överenskommelse", "Agreement", "الاتفاق"}
	TheAgreement     = Label{"Överenskommelsen", "The agreement", "الاتفاق"}
	Area             = Label{"Område", "Area", "المجال"}
	Areas            = Label{"Områden", "Areas", "المجالات"}
	SubGoal          = Label{"Delmål", "Sub-goal", "الهدف الفرعي"}
	SubGoals         = Label{"Delmål", "Sub-goals", "الأهداف الفرعية"}
	CooperationArea  = Label{"Samverkansområde", "Cooperation area", "مجال التعاون"}
	CooperationAreas = Label{"Samverkansområden", "Cooperation areas", "مجالات التعاون"}
	AreasInFull      = Label{"Områden, delmål och samverkansområden", "Areas, sub-goals and cooperation areas", "المجالات والأهداف الفرعية ومجالات التعاون"}
	Party            = Label{"Part", "Party", "طرف"}
	Parties          = Label{"Parter", "Parties", "الأطراف"}
	Body             = Label{"Grupp eller forum", "Group or forum", "مجموعة أو منتدى"}
	Organisation     = Label{"Organisation", "Organisation", "التنظيم"}
	Strategies       = Label{"Strategier", "Strategies", "الاستراتيجيات"}
	TargetGroup      = Label{"Målgrupp", "Target group", "الفئة المستهدفة"}
	TargetGroups     = Label{"Målgrupper", "Target groups", "الفئات المستهدفة"}
	Terms            = Label{"Begrepp", "Terms", "المصطلحات"}
	Signatures       = Label{"Underskrifter", "Signatures", "التوقيعات"}
	Plan             = Label{"Handlingsplan", "Action plan", "خطة العمل"}
	Plans            = Label{"Handlingsplaner", "Action plans", "خطط العمل"}
	Initiative       = Label{"Insats", "Initiative", "المبادرة"}
	Initiatives      = Label{"Insatser", "Initiatives", "المبادرات"}
	Indicator        = Label{"Indikator", "Indicator", "المؤشر"}
	Indicators       = Label{"Indikatorer", "Indicators", "المؤشرات"}
	Resource         = Label{"Kunskap och exempel", "Knowledge and examples", "المعرفة والأمثلة"}
	Priorities       = Label{"Prioriterade samverkansområden", "Priority cooperation areas", "مجالات التعاون ذات الأولوية"}
	Emphasis         = Label{"Inriktning", "Emphasis", "التوجّه"}

	Period      = Label{"Tid", "Period", "الفترة"}
	Validity    = Label{"Giltighetstid", "Valid for", "فترة السريان"}
	Status      = Label{"Status", "Status", "الحالة"}
	Standing    = Label{"Läge", "Standing", "الحالة"}
	Adopted     = Label{"Antagen", "Adopted", "اعتُمد"}
	Decided     = Label{"Beslutad", "Adopted", "اعتُمدت"}
	DecidedBy   = Label{"Beslutad av", "Adopted by", "اعتمدها"}
	CaseNumber  = Label{"Diarienummer", "Case number", "رقم القضية"}
	Minutes     = Label{"Protokoll", "Minutes", "المحضر"}
	Responsible = Label{"Ansvarig", "Responsible", "المسؤول"}
	CoOwners    = Label{"Medansvariga", "Jointly responsible", "شركاء في المسؤولية"}
	Partners    = Label{"Medverkande", "Partners", "المشاركون"}
	Places      = Label{"Platser", "Places", "الأماكن"}
	Contact     = Label{"Kontakt", "Contact", "جهة الاتصال"}
	HowToJoin   = Label{"Så deltar du", "How to join", "كيف تشارك"}
	Funding     = Label{"Finansiering", "Funding", "التمويل"}
	Continues   = Label{"Fortsättning på", "Continues", "استمرار لـ"}
	ContinuedBy = Label{"Fortsätter som", "Continued by", "تستمر باسم"}
	Note        = Label{"Anmärkning", "Note", "ملاحظة"}
	WhatAndHow  = Label{"Vad som görs", "What is done", "ما الذي يُنجز"}

	FollowUp       = Label{"Uppföljning", "Follow-up", "المتابعة"}
	Method         = Label{"Så följs insatsen upp", "How it is followed up", "كيف تتم المتابعة"}
	FollowUpBy     = Label{"Ansvarig för uppföljningen", "Responsible for the follow-up", "المسؤول عن المتابعة"}
	ReportedBy     = Label{"Redovisas genom", "Reported by", "يقدّم التقرير"}
	ReportsTo      = Label{"Redovisas för", "Reported to", "يُرفع التقرير إلى"}
	BodyReportsTo  = Label{"Rapporterar till", "Reports to", "يرفع تقاريره إلى"}
	Due            = Label{"Redovisas senast", "To be reported by", "آخر موعد للتقرير"}
	Measures       = Label{"Mått", "Measures", "المقاييس"}
	Measure        = Label{"Mått", "Measure", "المقياس"}
	Target         = Label{"Målvärde", "Target", "القيمة المستهدفة"}
	Outcome        = Label{"Utfall", "Outcome", "النتيجة"}
	LatestOutcome  = Label{"Senaste utfall", "Latest outcome", "أحدث نتيجة"}
	Reports        = Label{"Lägesrapporter", "Progress reports", "تقارير التقدم"}
	Assessment     = Label{"Bedömning", "Assessment", "التقييم"}
	Baseline       = Label{"Utgångsvärde", "Baseline", "القيمة الأساسية"}
	WantedCourse   = Label{"Önskad utveckling", "Wanted course", "الاتجاه المنشود"}
	Source         = Label{"Källa", "Source", "المصدر"}
	Definition     = Label{"Definition", "Definition", "التعريف"}
	Related        = Label{"Bidrar också till", "Also contributes to", "تساهم أيضًا في"}
	ContributesTo  = Label{"Bidrar till delmålen", "Contributes to the sub-goals", "تساهم في الأهداف الفرعية"}
	Withdrawn      = Label{"Utgått", "Withdrawn", "ملغى"}
	Chair          = Label{"Ordförande", "Chair", "الرئيس"}
	Convener       = Label{"Sammankallande", "Convener", "الداعي للاجتماع"}
	Members        = Label{"Ledamöter", "Members", "الأعضاء"}
	Meets          = Label{"Möten", "Meets", "الاجتماعات"}
	Acting         = Label{"Tills vidare", "For the time being", "مؤقتًا"}
	Role           = Label{"Roll", "Role", "الدور"}
	CoOpted        = Label{"adjungerad", "co-opted", "عضو مدعو"}
	Duties         = Label{"Uppdrag och ansvar", "Duties and responsibilities", "المهام والمسؤوليات"}
	Signatory      = Label{"Undertecknare", "Signatory", "المُوقِّع"}
	Level          = Label{"Nivå", "Level", "المستوى"}
	Relation       = Label{"Koppling", "Relation", "الصلة"}
	Publisher      = Label{"Utgivare", "Publisher", "الناشر"}
	Date           = Label{"Datum", "Date", "التاريخ"}
	Place          = Label{"Plats", "Place", "المكان"}
	Name           = Label{"Namn", "Name", "الاسم"}
	Kind           = Label{"Slag", "Kind", "النوع"}
	Title          = Label{"Titel", "Title", "العنوان"}
	Web            = Label{"Webbplats", "Website", "الموقع"}
	Email          = Label{"E-post", "E-mail", "البريد الإلكتروني"}
	Phone          = Label{"Telefon", "Telephone", "الهاتف"}
	AddressedTo    = Label{"Riktar sig till", "Addressed to", "موجّه إلى"}
	Annexes        = Label{"Bilagor", "Annexes", "الملاحق"}
	Amendments     = Label{"Ändringar", "Amendments", "التعديلات"}
	Review         = Label{"Aktualitetsprövning", "Relevance review", "مراجعة الصلاحية"}
	Reviews        = Label{"Aktualitetsprövningar", "Relevance reviews", "مراجعات الصلاحية"}
	Conclusion     = Label{"Slutsats", "Conclusion", "الخلاصة"}
	CurrentState   = Label{"Nulägesbeskrivning", "Current state", "الوضع الراهن"}
	Digest         = Label{"Kontrollsumma", "Digest", "بصمة المحتوى"}
	Contents       = Label{"Innehåll", "Contents", "المحتويات"}
	Law            = Label{"Stöd i", "Based on", "استنادًا إلى"}
	GlobalGoals    = Label{"Globala mål", "Global goals", "الأهداف العالمية"}
	ResponsibleHow = Label{"Ansvar och genomförande", "Responsibility and how", "المسؤولية والتنفيذ"}
	Signed         = Label{"Undertecknad", "Signed", "وُقِّع"}
	Signature      = Label{"Underskrift", "Signature", "التوقيع"}
	NotGiven       = Label{"Framgår inte", "Not given", "غير مذكور"}
	Supersedes     = Label{"Ersätter", "Supersedes", "يحل محل"}
	Original       = Label{"Undertecknat original", "Signed original", "الأصل الموقّع"}
	Version        = Label{"Version", "Version", "الإصدار"}
)

// Marks and short phrases.
var (
	ReportOverdue  = Label{"Redovisning försenad", "Report overdue", "التقرير متأخر"}
	Overdue        = Label{"Försenad", "Overdue", "متأخر"}
	Reported       = Label{"Redovisad", "Reported", "قُدِّم"}
	AtMost         = Label{"högst %s", "at most %s", "بحد أقصى %s"}
	OfWomen        = Label{"%s kvinnor", "%s women", "%s نساء"}
	OfMen          = Label{"%s män", "%s men", "%s رجال"}
	NotReportedYet = Label{"Inte redovisat ännu", "Not reported yet", "لم يُقدَّم تقرير بعد"}
	Funder         = Label{"Finansiär", "Funder", "المموِّل"}
	Programme      = Label{"Program", "Programme", "البرنامج"}
	Amount         = Label{"Belopp", "Amount", "المبلغ"}
)

// Sentences about what there is and is not.
var (
	ResponsibleForNumber = Label{"Ansvarig för samverkansområde %s", "Responsible for cooperation area %s", "المسؤول عن مجال التعاون %s"}
	Bodies               = Label{"Grupper och forum", "Groups and forums", "المجموعات والمنتديات"}
	TranscriptNote       = Label{"Detta är en återgivning av en överenskommelse som har undertecknats på annat håll. Det är originalet som parterna har undertecknat.", "This is a rendering of an agreement that was signed elsewhere. It is the original that the parties have signed.", "هذا نقل لنص اتفاق وُقِّع في مكان آخر. والأصل هو ما وقّعته الأطراف."}
	Rendering            = Label{"Det här är en återgivning.", "This is a rendering.", "هذا نقل للنص."}
	OriginalIsSigned     = Label{"Originalet är det undertecknade dokumentet.", "The original is the signed document.", "الأصل هو الوثيقة الموقّعة."}
	WhoSigns             = Label{"Vem som undertecknar för varje part", "Who signs for each party", "من يوقّع عن كل طرف"}
	WhoSigned            = Label{"Vem som undertecknade för varje part", "Who signed for each party", "من وقّع عن كل طرف"}
	OriginalDigest       = Label{"Originalets kontrollsumma (SHA-256)", "The original's digest (SHA-256)", "بصمة الأصل (SHA-256)"}
	AboutThisText        = Label{"Om den här texten", "About this text", "حول هذا النص"}
	NoPriorities         = Label{"Planen har inga prioriterade samverkansområden.", "The plan has no priority cooperation areas.", "ليس في الخطة مجالات تعاون ذات أولوية."}
	None                 = Label{"Ingen", "None", "لا شيء"}
	NoInitiative         = Label{"Ingen insats", "No initiative", "لا مبادرة"}
	PriorityUnserved     = Label{"Samverkansområdet är prioriterat, men ingen insats i planen genomför det.", "The cooperation area is a priority, but no initiative in the plan serves it.", "مجال التعاون ذو أولوية، لكن لا مبادرة في الخطة تنفّذه."}
	NoInitiativesInPlan  = Label{"Planen har inga insatser ännu.", "The plan has no initiatives yet.", "ليس في الخطة مبادرات بعد."}
	InitiativesIn        = Label{"Insatser i %s", "Initiatives in %s", "المبادرات في %s"}
	ReplacedBy           = Label{"Ersätts av", "Replaced by", "استُبدل بـ"}
	WithdrawnOn          = Label{"Utgått %s", "Withdrawn %s", "أُلغي في %s"}
)
