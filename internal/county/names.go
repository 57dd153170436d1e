package county

import "strings"

// told are parts of names that tell what kind of party it is, the first that fits.
var told = []struct{ part, kind string }{
	{"kommunförbund", "municipal_association"}, {"samordningsförbund", "coordination_association"}, {"finsam", "coordination_association"},
	{"länsstyrelsen", "county_administrative_board"}, {"region ", "region"}, {"regionen", "region"},
	{"universitet", "university"}, {"högskola", "university"},
	{" kommun", "municipality"}, {" stad", "municipality"}, {"kommunen", "municipality"},
	{"arbetsförmedlingen", "agency"}, {"försäkringskassan", "agency"}, {"polisen", "agency"}, {"polismyndigheten", "agency"},
	{"kriminalvården", "agency"}, {"verket", "agency"}, {"myndigheten", "agency"}, {"styrelsen", "agency"},
	{"förening", "civil_society"}, {"kyrka", "civil_society"}, {"stift", "civil_society"}, {"röda korset", "civil_society"},
	{"rädda barnen", "civil_society"}, {"studieförbund", "civil_society"}, {"idrottsförbund", "civil_society"}, {"bildningsförbund", "civil_society"},
	{"nätverk", "network"},
}

// kindOf guesses from a name what kind of party it is, "other" where it does not tell.
func kindOf(name string) string {
	name = strings.ToLower(name)
	for _, t := range told {
		if strings.Contains(name, t.part) {
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
