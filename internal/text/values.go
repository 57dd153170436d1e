package text

// Values are what the content's enumerations are called, by field and value.
// A field of the same name in two kinds of things is told apart by its kind.
var Values = map[string]map[string]Label{
	"agreement-status": {
		"draft":      {"Utkast", "Draft", "مسودة"},
		"signing":    {"Under underskrift", "Being signed", "قيد التوقيع"},
		"adopted":    {"Antagen", "Adopted", "معتمدة"},
		"signed":     {"Undertecknad", "Signed", "موقّعة"},
		"superseded": {"Ersatt", "Superseded", "استُبدلت"},
	},
	"plan-status": {
		"draft":    {"Utkast", "Draft", "مسودة"},
		"proposed": {"Förslag", "Proposed", "مقترحة"},
		"adopted":  {"Beslutad", "Adopted", "معتمدة"},
		"closed":   {"Avslutad", "Closed", "منتهية"},
	},
	"plan-scope": {
		"regional": {"Handlingsplan", "Action plan", "خطة عمل"},
		"local":    {"Lokal överenskommelse (LÖK)", "Local agreement", "اتفاق محلي"},
	},
	"rank": {
		"primary":   {"Primär målgrupp", "Primary target group", "الفئة المستهدفة الرئيسية"},
		"secondary": {"Sekundär målgrupp", "Secondary target group", "الفئة المستهدفة الثانوية"},
	},
	"followed": {
		"by_indicator":  {"Genom indikatorer", "By indicators", "بالمؤشرات"},
		"qualitatively": {"Genom beskrivning och samtal", "By description and conversation", "بالوصف والحوار"},
	},
	"party-kind": {
		"municipality":                {"Kommun", "Municipality", "بلدية"},
		"region":                      {"Region", "Region", "إقليم"},
		"county_administrative_board": {"Länsstyrelse", "County administrative board", "مجلس إدارة المقاطعة"},
		"agency":                      {"Statlig myndighet", "Government agency", "هيئة حكومية"},
		"university":                  {"Lärosäte", "University", "جامعة"},
		"coordination_association":    {"Samordningsförbund", "Coordination association", "رابطة تنسيق"},
		"municipal_association":       {"Kommunförbund", "Association of municipalities", "رابطة بلديات"},
		"trade_union":                 {"Fackförbund", "Trade union", "نقابة عمالية"},
		"civil_society":               {"Civilsamhälle", "Civil society", "مجتمع مدني"},
		"network":                     {"Nätverk", "Network", "شبكة"},
		"other":                       {"Annan", "Other", "أخرى"},
	},
	"body-role": {
		"decides":       {"Beslutande", "Decides", "يتخذ القرار"},
		"prepares":      {"Beredande", "Prepares", "يُعدّ القرارات"},
		"responsible":   {"Ansvarig", "Responsible", "مسؤول"},
		"working_group": {"Arbetsgrupp", "Working group", "فريق عمل"},
	},
	"body-status": {
		"existing":     {"Finns", "Exists", "قائم"},
		"to_be_formed": {"Ska bildas", "To be formed", "سيُشكَّل"},
		"dissolved":    {"Upplöst", "Dissolved", "منحلّ"},
	},
	"level": {
		"local":    {"Lokal", "Local", "محلي"},
		"regional": {"Regional", "Regional", "إقليمي"},
		"national": {"Nationell", "National", "وطني"},
		"global":   {"Global", "Global", "عالمي"},
	},
	"population": {
		"all":   {"Alla", "Everyone", "الجميع"},
		"women": {"Kvinnor", "Women", "النساء"},
		"men":   {"Män", "Men", "الرجال"},
		"girls": {"Flickor", "Girls", "الفتيات"},
		"boys":  {"Pojkar", "Boys", "الفتيان"},
	},
	"unit": {
		"percent":  {"Procent", "Per cent", "بالمئة"},
		"count":    {"Antal", "Number", "العدد"},
		"per_1000": {"Per 1\u00a0000 invånare", "Per 1,000 inhabitants", "لكل 1000 نسمة"},
		"sek":      {"Kronor", "SEK", "كرونة"},
		"index":    {"Index", "Index", "مؤشر"},
	},
	"direction": {
		"up":   {"Ökar", "Rises", "يرتفع"},
		"down": {"Minskar", "Falls", "ينخفض"},
	},
	"flag": {
		"provisional": {"Preliminärt", "Provisional", "أوّلي"},
		"suppressed":  {"Dolt för att skydda enskilda", "Hidden to protect individuals", "محجوب لحماية الأفراد"},
		"missing":     {"Uppgift saknas", "No figure", "لا بيانات"},
	},
	"conclusion": {
		"unchanged": {"Fortsatt aktuell", "Still valid", "ما زال ساريًا"},
		"revise":    {"Revideras", "To be revised", "يُراجَع"},
		"extend":    {"Förlängs", "To be extended", "يُمدَّد"},
		"end":       {"Upphör", "To end", "ينتهي"},
	},
	"event-kind": {
		"meeting":  {"Möte", "Meeting", "اجتماع"},
		"dialogue": {"Länsdialog", "County dialogue", "حوار المقاطعة"},
		"deadline": {"Sista dag", "Deadline", "الموعد النهائي"},
		"decision": {"Beslut", "Decision", "قرار"},
		"other":    {"Annat", "Other", "غير ذلك"},
	},
	"resource-kind": {
		"example":        {"Gott exempel", "Good example", "مثال جيد"},
		"method":         {"Metod", "Method", "منهج"},
		"report":         {"Rapport", "Report", "تقرير"},
		"training":       {"Utbildning", "Training", "تدريب"},
		"recommendation": {"Rekommendation", "Recommendation", "توصية"},
	},
	"method": {
		"ink":         {"På papper", "On paper", "على الورق"},
		"e_signature": {"E-underskrift", "Electronic signature", "توقيع إلكتروني"},
		"certificate": {"Med certifikat", "With a certificate", "بشهادة"},
		"e_mail":      {"Genom e-post", "By e-mail", "بالبريد الإلكتروني"},
	},
	"emphasis": {
		"continue":   {"Oförändrad", "Unchanged", "دون تغيير"},
		"develop":    {"Vidareutveckla", "Develop", "تطوير"},
		"strengthen": {"Förstärka", "Strengthen", "تعزيز"},
	},
	"status": {
		"planned":   {"Planerad", "Planned", "مخطط لها"},
		"ongoing":   {"Pågår", "Ongoing", "جارية"},
		"completed": {"Avslutad", "Completed", "منتهية"},
		"cancelled": {"Avbruten", "Cancelled", "ملغاة"},
	},
	"assessment": {
		"on_track":  {"Enligt plan", "On track", "وفق الخطة"},
		"at_risk":   {"Risk för avvikelse", "At risk", "خطر الانحراف"},
		"off_track": {"Avviker från plan", "Off track", "خارج الخطة"},
		"completed": {"Genomförd", "Done", "منجزة"},
	},
	"conformance": {
		"full":    {"Helt förenlig", "Fully compliant", "متوافق كليًا"},
		"partial": {"Delvis förenlig", "Partially compliant", "متوافق جزئيًا"},
		"none":    {"Inte förenlig", "Not compliant", "غير متوافق"},
	},
	"ground": {
		"defect":                  {"Bristande förenlighet med lagkraven", "Not compliant with the law", "غير متوافق مع القانون"},
		"disproportionate_burden": {"Oskäligt betungande anpassning (12 § lagen om tillgänglighet till digital offentlig service)", "Disproportionate burden (section 12 of the act)", "عبء غير متناسب"},
		"out_of_scope":            {"Innehåll som inte omfattas av lagen (9 § förordningen)", "Content outside the law", "محتوى خارج نطاق القانون"},
	},
}

// ValueOf is what a value of an enumeration is called; a value that the
// catalogue does not know is given back as it is.
func ValueOf(field, value string) Label {
	if l, ok := Values[field][value]; ok {
		return l
	}
	return Label{SV: value, EN: value, AR: value}
}
