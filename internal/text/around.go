package text

import "cmp"

// The frame around every page.
var (
	SkipToContent         = Label{"Hoppa till innehållet", "Skip to the content", "انتقل إلى المحتوى"}
	Menu                  = Label{"Meny", "Menu", "القائمة"}
	MainMenu              = Label{"Huvudmeny", "Main menu", "القائمة الرئيسية"}
	YouAreHere            = Label{"Du är här", "You are here", "أنت هنا"}
	Start                 = Label{"Start", "Home", "البداية"}
	FooterMenu            = Label{"Om webbplatsen", "About the site", "حول الموقع"}
	Languages             = Label{"Språk", "Languages", "اللغات"}
	LastChanged           = Label{"Senast ändrad", "Last changed", "آخر تغيير"}
	ReviewedForRelevance  = Label{"Aktualitetsprövad", "Reviewed for relevance", "رُوجِعت ملاءمته"}
	LastReported          = Label{"Senast redovisad", "Last reported", "آخر تقرير"}
	FiguresFetched        = Label{"Siffrorna hämtade", "Figures fetched", "جُلبت الأرقام"}
	AccessibilityAssessed = Label{"Tillgängligheten bedömd", "Accessibility assessed", "قُيّمت إمكانية الوصول"}
	FirstPublished        = Label{"Publicerad", "Published", "نُشر"}
	Footnotes             = Label{"Noter", "Notes", "حواشٍ"}
	ToNote                = Label{"Not %s", "Note %s", "حاشية %s"}
	BackToText            = Label{"Tillbaka till texten", "Back to the text", "عودة إلى النص"}
	PictureElsewhere      = Label{"Bild på en annan webbplats", "Picture on another site", "صورة في موقع آخر"}
	SearchFor             = Label{"Sök på webbplatsen", "Search the site", "ابحث في الموقع"}
	NoHits                = Label{"Inga träffar. Prova ett annat ord, eller se allt från A till Ö.", "No hits. Try another word, or see everything from A to Ö.", "لا نتائج. جرّب كلمة أخرى أو اعرض الفهرس كاملًا."}
	OneHit                = Label{"1 träff", "1 hit", "نتيجة واحدة"}
	ManyHits              = Label{"%s träffar", "%s hits", "عدد النتائج: %s"}
	SearchBroken          = Label{"Sökningen kunde inte hämta sitt register. Se allt från A till Ö i stället.", "The search could not fetch its index. See everything from A to Ö instead.", "تعذّر على البحث جلب فهرسه. اعرض الفهرس كاملًا بدلًا من ذلك."}
	SearchNeedsServer     = Label{"Sökningen fungerar inte när sidan öppnas som en fil på datorn, bara när den hämtas från en webbserver. Kör samsyn serve för att prova den här. Allt finns också i listan från A till Ö.", "The search does not work where the page is opened as a file on the computer, only where it comes from a web server. Run samsyn serve to try it here. Everything is in the list from A to Ö too.", "لا يعمل البحث عند فتح الصفحة كملف على الحاسوب، بل عند جلبها من خادم فقط. شغّل samsyn serve لتجربته هنا. وتجد كل شيء في الفهرس أيضًا."}
	SearchNeedsScript     = Label{"Sökningen behöver JavaScript. Utan det finns allt i listan från A till Ö.", "The search needs JavaScript. Without it everything is in the list from A to Ö.", "يحتاج البحث إلى JavaScript. وبدونه تجد كل شيء في الفهرس."}
	PageGone              = Label{"Sidan finns inte", "The page does not exist", "الصفحة غير موجودة"}
	PageGoneLong          = Label{"Adressen kan vara fel skriven. Sök, eller börja om från startsidan.", "The address may be misspelt. Search, or begin at the start page.", "قد يكون العنوان مكتوبًا بشكل خاطئ. ابحث، أو ابدأ من الصفحة الرئيسية."}
	OnlyInSwedish         = Label{"Texten finns bara på svenska.", "This text is only in Swedish.", "هذا النص متوفر بالسويدية فقط."}
)

// KindsOf is what several parties of a kind are called.
func KindsOf(kind string) Label {
	return cmp.Or(kinds[kind], ValueOf("party-kind", kind))
}

var kinds = map[string]Label{
	"municipality":                {"Kommuner", "Municipalities", "البلديات"},
	"region":                      {"Regioner", "Regions", "الأقاليم"},
	"county_administrative_board": {"Länsstyrelser", "County administrative boards", "مجالس إدارة المقاطعات"},
	"agency":                      {"Statliga myndigheter", "Government agencies", "الهيئات الحكومية"},
	"university":                  {"Lärosäten", "Universities", "الجامعات"},
	"coordination_association":    {"Samordningsförbund", "Coordination associations", "اتحادات التنسيق"},
	"municipal_association":       {"Kommunförbund", "Associations of municipalities", "اتحادات البلديات"},
	"trade_union":                 {"Fackförbund", "Trade unions", "النقابات"},
	"civil_society":               {"Civilsamhälle", "Civil society", "المجتمع المدني"},
	"network":                     {"Nätverk", "Networks", "الشبكات"},
	"other":                       {"Andra parter", "Other parties", "أطراف أخرى"},
}

// ResourceKinds are the kinds of resources in the order in which they are told.
var ResourceKinds = []string{"example", "method", "training", "report", "recommendation"}

// ResourcesOf is what several resources of a kind are called.
func ResourcesOf(kind string) Label {
	return cmp.Or(resources[kind], ValueOf("resource-kind", kind))
}

var resources = map[string]Label{
	"example":        {"Goda exempel", "Good examples", "أمثلة جيدة"},
	"method":         {"Metoder", "Methods", "مناهج"},
	"report":         {"Rapporter", "Reports", "تقارير"},
	"training":       {"Utbildningar", "Training", "تدريب"},
	"recommendation": {"Rekommendationer", "Recommendations", "توصيات"},
}
