package text

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
