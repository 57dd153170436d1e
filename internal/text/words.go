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
	Strategies       = field("strategies.strategies")
	TargetGroup      = field("initiative.target_group")
	TargetGroups     = field("agreement.target_groups")
	Terms            = field("agreement.terms")
	Signatures       = field("signatures.signatures")
	Plan             = Label{"{Plan}", "{Plan}", "خطة العمل"}
	Plans            = Label{"{Plans}", "{Plans}", "خطط العمل"}
	Initiative       = Label{"{Initiative}", "{Initiative}", "المبادرة"}
	Initiatives      = Label{"{Initiatives}", "{Initiatives}", "المبادرات"}
	Indicator        = Label{"{Indicator}", "{Indicator}", "المؤشر"}
	Indicators       = Label{"{Indicators}", "{Indicators}", "المؤشرات"}
	Resource         = Label{"Kunskap och exempel", "Knowledge and examples", "المعرفة والأمثلة"}
	Priorities       = field("plan.priorities")
	Emphasis         = field("plan.priorities.emphasis")

	Period      = field("initiative.period")
	Validity    = field("agreement.period")
	Status      = field("initiative.status")
	Standing    = Label{"Läge", "Standing", "الحالة"}
	Adopted     = field("agreement.adopted")
	Decided     = field("plan.adopted")
	DecidedBy   = field("plan.adopted.body")
	CaseNumber  = field("agreement.case_number")
	Minutes     = field("plan.adopted.minutes")
	Responsible = field("initiative.owner")
	CoOwners    = field("initiative.co_owners")
	Partners    = field("initiative.partners")
	Places      = field("initiative.places")
	Contact     = field("initiative.contact")
	HowToJoin   = field("initiative.how_to_join")
	Funding     = field("initiative.funding")
	Continues   = field("initiative.continues")
	ContinuedBy = Label{"Fortsätter som", "Continued by", "تستمر باسم"}
	Note        = field("initiative.note")
	WhatAndHow  = Label{"Vad som görs", "What is done", "ما الذي يُنجز"}

	FollowUp       = field("initiative.follow_up")
	Method         = field("initiative.follow_up.method")
	FollowUpBy     = field("initiative.follow_up.responsible")
	ReportedBy     = field("initiative.follow_up.reported_by")
	ReportsTo      = field("initiative.follow_up.reports_to")
	BodyReportsTo  = field("organisation.bodies.reports_to")
	Due            = field("initiative.follow_up.due")
	Measures       = field("initiative.follow_up.measures")
	Measure        = Label{"{Measure}", "{Measure}", "المقياس"}
	Target         = field("initiative.follow_up.measures.target")
	Outcome        = field("indicator.series")
	LatestOutcome  = Label{"Senaste utfall", "Latest outcome", "أحدث نتيجة"}
	Reports        = field("initiative.reports")
	Assessment     = field("initiative.reports.assessment")
	Baseline       = field("indicator.baseline")
	WantedCourse   = field("indicator.direction")
	Source         = field("indicator.source")
	Definition     = field("indicator.definition")
	Related        = field("initiative.related_cooperation_areas")
	ContributesTo  = Label{"Bidrar till delmålen", "Contributes to the sub-goals", "تساهم في الأهداف الفرعية"}
	Withdrawn      = field("initiative.withdrawn")
	Chair          = field("organisation.bodies.chair")
	Convener       = field("organisation.bodies.convener")
	Members        = field("organisation.bodies.members")
	Meets          = field("organisation.bodies.meets")
	Acting         = field("organisation.bodies.acting")
	Role           = field("organisation.bodies.role")
	CoOpted        = Label{"adjungerad", "co-opted", "عضو مدعو"}
	Duties         = field("parties.parties.duties")
	Signatory      = field("parties.parties.signatory")
	Level          = field("strategies.strategies.level")
	Relation       = field("strategies.strategies.relation")
	Publisher      = field("samsyn.publisher")
	Date           = field("initiative.reports.date")
	Place          = field("calendar.events.place")
	Name           = field("parties.parties.name")
	Kind           = field("parties.parties.kind")
	Title          = field("initiative.title")
	Web            = field("parties.parties.url")
	Email          = field("initiative.contact.email")
	Phone          = field("initiative.contact.phone")
	AddressedTo    = field("resource.addressed_to")
	Annexes        = field("agreement.annexes")
	Amendments     = field("agreement.amendments")
	Review         = Label{"{Review}", "{Review}", "مراجعة الصلاحية"}
	Reviews        = Label{"{Reviews}", "{Reviews}", "مراجعات الصلاحية"}
	Conclusion     = field("review.conclusion")
	CurrentState   = Label{"Nulägesbeskrivning", "Current state", "الوضع الراهن"}
	Digest         = field("signatures.digest")
	Contents       = Label{"Innehåll", "Contents", "المحتويات"}
	Law            = field("parties.parties.duties.law")
	GlobalGoals    = field("area.sdgs")
	ResponsibleHow = Label{"Ansvar och genomförande", "Responsibility and how", "المسؤولية والتنفيذ"}
	Signed         = field("signatures.signed")
	Signature      = Label{"Underskrift", "Signature", "التوقيع"}
	NotGiven       = Label{"Framgår inte", "Not given", "غير مذكور"}
	Supersedes     = field("agreement.supersedes")
	Original       = field("agreement.document")
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
	Funder         = field("initiative.funding.source")
	Programme      = field("initiative.funding.programme")
	Amount         = field("initiative.funding.amount_sek")
)

// Sentences about what there is and is not.
var (
	ResponsibleForNumber = Label{"Ansvarig för samverkansområde %s", "Responsible for cooperation area %s", "المسؤول عن مجال التعاون %s"}
	Bodies               = field("organisation.bodies")
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
	ReplacedBy           = field("initiative.withdrawn.replaced_by")
	WithdrawnOn          = Label{"Utgått %s", "Withdrawn %s", "أُلغي في %s"}
)
