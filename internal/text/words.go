package text

// What things and their fields are called, as headings and labels.
var (
	Agreement        = Label{"{Agreement}", "{Agreement}", "الاتفاق"}
	TheAgreement     = Label{"{The_agreement}", "{The_agreement}", "الاتفاق"}
	Area             = Label{"{Area}", "{Area}", "المجال"}
	Areas            = Label{"{Areas}", "{Areas}", "المجالات"}
	SubGoal          = Label{"{Sub_goal}", "{Sub_goal}", "الهدف الفرعي"}
	SubGoals         = Label{"{Sub_goals}", "{Sub_goals}", "الأهداف الفرعية"}
	CooperationArea  = Label{"{Cooperation_area}", "{Cooperation_area}", "مجال التعاون"}
	CooperationAreas = Label{"{Cooperation_areas}", "{Cooperation_areas}", "مجالات التعاون"}
	AreasInFull      = value("part", "areas")
	Party            = Label{"{Party}", "{Party}", "طرف"}
	Parties          = Label{"{Parties}", "{Parties}", "الأطراف"}
	Body             = Label{"Grupp eller forum", "Group or forum", "مجموعة أو منتدى"}
	Organisation     = Label{"Organisation", "Organisation", "التنظيم"}
	Strategies       = Field("strategies.strategies")
	TargetGroup      = Field("initiative.target_group")
	TargetGroups     = Field("agreement.target_groups")
	Terms            = Field("agreement.terms")
	Signatures       = Field("signatures.signatures")
	Plan             = Label{"{Plan}", "{Plan}", "خطة العمل"}
	Plans            = Label{"{Plans}", "{Plans}", "خطط العمل"}
	Initiative       = Label{"{Initiative}", "{Initiative}", "المبادرة"}
	Initiatives      = Label{"{Initiatives}", "{Initiatives}", "المبادرات"}
	Indicator        = Label{"{Indicator}", "{Indicator}", "المؤشر"}
	Indicators       = Label{"{Indicators}", "{Indicators}", "المؤشرات"}
	Resource         = Label{"Kunskap och exempel", "Knowledge and examples", "المعرفة والأمثلة"}
	Priorities       = Field("plan.priorities")
	Emphasis         = Field("plan.priorities.emphasis")

	Period      = Field("initiative.period")
	Validity    = Field("agreement.period")
	Status      = Field("initiative.status")
	Standing    = Label{"Läge", "Standing", "الحالة"}
	Adopted     = Field("agreement.adopted")
	Decided     = Field("plan.adopted")
	DecidedBy   = Field("plan.adopted.body")
	CaseNumber  = Field("agreement.case_number")
	Minutes     = Field("plan.adopted.minutes")
	Responsible = Field("initiative.owner")
	CoOwners    = Field("initiative.co_owners")
	Partners    = Field("initiative.partners")
	Places      = Field("initiative.places")
	Contact     = Field("initiative.contact")
	HowToJoin   = Field("initiative.how_to_join")
	Funding     = Field("initiative.funding")
	Continues   = Field("initiative.continues")
	ContinuedBy = Label{"Fortsätter som", "Continued by", "تستمر باسم"}
	Note        = Field("initiative.note")
	WhatAndHow  = Label{"Vad som görs", "What is done", "ما الذي يُنجز"}

	FollowUp       = Field("initiative.follow_up")
	Method         = Field("initiative.follow_up.method")
	FollowUpBy     = Field("initiative.follow_up.responsible")
	ReportedBy     = Field("initiative.follow_up.reported_by")
	ReportsTo      = Field("initiative.follow_up.reports_to")
	BodyReportsTo  = Field("organisation.bodies.reports_to")
	Due            = Field("initiative.follow_up.due")
	Measures       = Field("initiative.follow_up.measures")
	Measure        = Label{"{Measure}", "{Measure}", "المقياس"}
	Target         = Field("initiative.follow_up.measures.target")
	Outcome        = Field("indicator.series")
	LatestOutcome  = Label{"Senaste utfall", "Latest outcome", "أحدث نتيجة"}
	Reports        = Field("initiative.reports")
	Assessment     = Field("initiative.reports.assessment")
	Baseline       = Field("indicator.baseline")
	WantedCourse   = Field("indicator.direction")
	Source         = Field("indicator.source")
	Definition     = Field("indicator.definition")
	Related        = Field("initiative.related_cooperation_areas")
	ContributesTo  = Label{"Bidrar till {the_sub_goals}", "Contributes to {the_sub_goals}", "تساهم في الأهداف الفرعية"}
	Withdrawn      = Field("initiative.withdrawn")
	Chair          = Field("organisation.bodies.chair")
	Convener       = Field("organisation.bodies.convener")
	Members        = Field("organisation.bodies.members")
	Meets          = Field("organisation.bodies.meets")
	Acting         = Field("organisation.bodies.acting")
	Role           = Field("organisation.bodies.role")
	CoOpted        = Label{"adjungerad", "co-opted", "عضو مدعو"}
	Duties         = Field("parties.parties.duties")
	Signatory      = Field("parties.parties.signatory")
	Level          = Field("strategies.strategies.level")
	Relation       = Field("strategies.strategies.relation")
	Publisher      = Field("samsyn.publisher")
	Date           = Field("initiative.reports.date")
	Place          = Field("calendar.events.place")
	Name           = Field("parties.parties.name")
	Kind           = Field("parties.parties.kind")
	Title          = Field("initiative.title")
	Web            = Field("parties.parties.url")
	Email          = Field("initiative.contact.email")
	Phone          = Field("initiative.contact.phone")
	AddressedTo    = Field("resource.addressed_to")
	Annexes        = Field("agreement.annexes")
	Amendments     = Field("agreement.amendments")
	Review         = Label{"{Review}", "{Review}", "مراجعة الصلاحية"}
	Reviews        = Label{"{Reviews}", "{Reviews}", "مراجعات الصلاحية"}
	Conclusion     = Field("review.conclusion")
	CurrentState   = Label{"Nulägesbeskrivning", "Current state", "الوضع الراهن"}
	Digest         = Field("signatures.digest")
	Contents       = Label{"Innehåll", "Contents", "المحتويات"}
	Law            = Field("parties.parties.duties.law")
	GlobalGoals    = Field("area.sdgs")
	ResponsibleHow = Label{"Ansvar och genomförande", "Responsibility and how", "المسؤولية والتنفيذ"}
	Signed         = Field("signatures.signed")
	Signature      = Label{"Underskrift", "Signature", "التوقيع"}
	NotGiven       = Label{"Framgår inte", "Not given", "غير مذكور"}
	Supersedes     = Field("agreement.supersedes")
	Original       = Field("agreement.document")
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
	Funder         = Field("initiative.funding.source")
	Programme      = Field("initiative.funding.programme")
	Amount         = Field("initiative.funding.amount_sek")
)

// Sentences about what there is and is not.
var (
	ResponsibleForNumber = Label{"Ansvarig för {cooperation_area} %s", "Responsible for {cooperation_area} %s", "المسؤول عن مجال التعاون %s"}
	Bodies               = Field("organisation.bodies")
	TranscriptNote       = Label{"Det här är en återgivning av {agreement:en|ett} {agreement} som har undertecknats på annat håll. Det är originalet som parterna har undertecknat.", "This is a rendering of {a_agreement} that was signed elsewhere. It is the original that the parties have signed.", "هذا نقل لنص اتفاق وُقِّع في مكان آخر. والأصل هو ما وقّعته الأطراف."}
	Rendering            = Label{"Det här är en återgivning.", "This is a rendering.", "هذا نقل للنص."}
	OriginalIsSigned     = Label{"Originalet är det undertecknade dokumentet.", "The original is the signed document.", "الأصل هو الوثيقة الموقّعة."}
	WhoSigns             = Label{"Vem som undertecknar för varje part", "Who signs for each party", "من يوقّع عن كل طرف"}
	WhoSigned            = Label{"Vem som undertecknade för varje part", "Who signed for each party", "من وقّع عن كل طرف"}
	OriginalDigest       = Label{"Originalets kontrollsumma (SHA-256)", "The original's digest (SHA-256)", "بصمة الأصل (SHA-256)"}
	AboutThisText        = Label{"Om den här texten", "About this text", "حول هذا النص"}
	NoPriorities         = Label{"{The_short_plan} har inga prioriterade {cooperation_areas}.", "{The_short_plan} has no priority {cooperation_areas}.", "ليس في الخطة مجالات تعاون ذات أولوية."}
	None                 = Label{"Ingen", "None", "لا شيء"}
	NoInitiative         = Label{"{initiative:Ingen|Inget} {initiative}", "No {initiative}", "لا مبادرة"}
	PriorityUnserved     = Label{"{The_cooperation_area} är {cooperation_area:prioriterad|prioriterat}, men {initiative:ingen|inget} {initiative} i {the_short_plan} genomför det.", "{The_cooperation_area} is a priority, but no {initiative} in {the_short_plan} serves it.", "مجال التعاون ذو أولوية، لكن لا مبادرة في الخطة تنفّذه."}
	NoInitiativesInPlan  = Label{"{The_short_plan} har inga {initiatives} ännu.", "{The_short_plan} has no {initiatives} yet.", "ليس في الخطة مبادرات بعد."}
	InitiativesIn        = Label{"{Initiatives} i %s", "{Initiatives} in %s", "المبادرات في %s"}
	ReplacedBy           = Field("initiative.withdrawn.replaced_by")
	WithdrawnOn          = Label{"Utgått %s", "Withdrawn %s", "أُلغي في %s"}
)
