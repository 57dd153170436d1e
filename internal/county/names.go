package county

import "strings"

// told are parts of names that tell what kind of party it is, the first that fits. What
// begins with a space only tells at the end: ”Fackförbundet Kommunal” is no municipality.
var told = []struct{ part, kind string }{
	{"fackförbund", "trade_union"}, {"fackförening", "trade_union"},
	{"kommunförbund", "municipal_association"}, {"samordningsförbund", "coordination_association"}, {"finsam", "coordination_association"},
	{"länsstyrelsen", "county_administrative_board"}, {"nätverk", "network"},
	{"arbetsförmedlingen", "agency"}, {"försäkringskassan", "agency"}, {"polisen", "agency"}, {"polismyndigheten", "agency"},
	{"kriminalvården", "agency"}, {"verket", "agency"}, {"myndigheten", "agency"},
	{"region ", "region"}, {"regionen", "region"}, {"styrelsen", "agency"},
	{"universitet", "university"}, {"högskola", "university"},
	{" kommun", "municipality"}, {" stad", "municipality"}, {"kommunen", "municipality"},
	{"förening", "civil_society"}, {"kyrka", "civil_society"}, {"stift", "civil_society"}, {"röda korset", "civil_society"},
	{"rädda barnen", "civil_society"}, {"studieförbund", "civil_society"}, {"idrottsförbund", "civil_society"}, {"bildningsförbund", "civil_society"},
}

// kindOf guesses from a name what kind of party it is, "other" where it does not tell.
func kindOf(name string) string {
	name = strings.ToLower(name)
	for _, t := range told {
		if t.part[0] == ' ' && strings.HasSuffix(name, t.part) || t.part[0] != ' ' && strings.Contains(name, t.part) {
			return t.kind
		}
	}
	return "other"
}

// endsInS are the ends of names of places whose last letter is no genitive.
var endsInS = []string{"ås", "äs", "fors", "grums", "uss", "iss"}

// shortName is what people say for a party: ”Karlshamn” for Karlshamns kommun and
// ”Länsstyrelsen” for the county administrative board. It is "" where they say it all.
func shortName(p Party) string {
	switch p.Kind {
	case "municipality":
		place, is := strings.CutSuffix(p.Name, " kommun")
		if !is || place == "" {
			return ""
		}
		if place == "Falu" {
			return "Falun" // the only one whose name is another word than the place's
		}
		lower := strings.ToLower(place)
		for _, end := range endsInS {
			if strings.HasSuffix(lower, end) {
				return place
			}
		}
		return strings.TrimSuffix(place, "s")
	case "county_administrative_board":
		if rest, is := strings.CutPrefix(p.Name, "Länsstyrelsen"); is && rest != "" {
			return "Länsstyrelsen"
		}
	}
	return ""
}
