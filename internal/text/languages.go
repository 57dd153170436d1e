package text

import (
	"maps"
	"slices"
	"strings"
)

// languages are what languages are called within a sentence, by their codes in BCP 47.
var languages = map[string]Label{
	"sv": {SV: "svenska", EN: "Swedish"}, "en": {SV: "engelska", EN: "English"}, "ar": {SV: "arabiska", EN: "Arabic"},
	"fi": {SV: "finska", EN: "Finnish"}, "fit": {SV: "meänkieli", EN: "Meänkieli"}, "se": {SV: "nordsamiska", EN: "Northern Sami"},
	"sma": {SV: "sydsamiska", EN: "Southern Sami"}, "smj": {SV: "lulesamiska", EN: "Lule Sami"}, "rom": {SV: "romska", EN: "Romani"},
	"yi": {SV: "jiddisch", EN: "Yiddish"}, "so": {SV: "somaliska", EN: "Somali"}, "fa": {SV: "persiska", EN: "Persian"},
	"prs": {SV: "dari", EN: "Dari"}, "ps": {SV: "pashto", EN: "Pashto"}, "ti": {SV: "tigrinska", EN: "Tigrinya"},
	"am": {SV: "amhariska", EN: "Amharic"}, "uk": {SV: "ukrainska", EN: "Ukrainian"}, "ru": {SV: "ryska", EN: "Russian"},
	"pl": {SV: "polska", EN: "Polish"}, "de": {SV: "tyska", EN: "German"}, "fr": {SV: "franska", EN: "French"},
	"es": {SV: "spanska", EN: "Spanish"}, "tr": {SV: "turkiska", EN: "Turkish"}, "ku": {SV: "kurdiska", EN: "Kurdish"},
	"kmr": {SV: "nordkurdiska", EN: "Northern Kurdish"}, "ckb": {SV: "sorani", EN: "Sorani"}, "bs": {SV: "bosniska", EN: "Bosnian"},
	"hr": {SV: "kroatiska", EN: "Croatian"}, "sr": {SV: "serbiska", EN: "Serbian"}, "sq": {SV: "albanska", EN: "Albanian"},
	"th": {SV: "thailändska", EN: "Thai"}, "no": {SV: "norska", EN: "Norwegian"}, "da": {SV: "danska", EN: "Danish"},
	"vi": {SV: "vietnamesiska", EN: "Vietnamese"}, "zh": {SV: "kinesiska", EN: "Chinese"}, "ur": {SV: "urdu", EN: "Urdu"},
	"ro": {SV: "rumänska", EN: "Romanian"}, "bg": {SV: "bulgariska", EN: "Bulgarian"}, "hu": {SV: "ungerska", EN: "Hungarian"},
	"lt": {SV: "litauiska", EN: "Lithuanian"}, "lv": {SV: "lettiska", EN: "Latvian"}, "et": {SV: "estniska", EN: "Estonian"},
	"sw": {SV: "swahili", EN: "Swahili"},
}

// LanguageOf is what a language is called within a sentence: ”engelska”, ”engelska (en-GB)”;
// its code where that is not known.
func LanguageOf(code string) Label {
	of, known := languages[base(code)]
	if !known {
		return Label{SV: code, EN: code}
	}
	if code != base(code) {
		of.SV, of.EN = of.SV+" ("+code+")", of.EN+" ("+code+")"
	}
	return of
}

// LanguageCode is the code of a language that is called so in Swedish or English, capitals
// or not; the name itself where none is.
func LanguageCode(called string) string {
	for code, l := range languages {
		if strings.EqualFold(called, l.SV) || strings.EqualFold(called, l.EN) {
			return code
		}
	}
	return called
}

// NamedLanguages are the codes of those that have a name, but for the content's own, in the
// order of their Swedish names.
func NamedLanguages() []string {
	codes := slices.SortedFunc(maps.Keys(languages), func(a, b string) int { return strings.Compare(languages[a].SV, languages[b].SV) })
	return slices.DeleteFunc(codes, func(code string) bool { return code == "sv" })
}
