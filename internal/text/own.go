package text

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/model"
	"samsyn/schema"
)

// WordsOf are the words for kinds of things that a county has of its own, in the
// content's language and in those that its vocabulary is translated to. Where its areas
// serve as cooperation areas, those are called what the areas are. It is nil where the
// county has no words of its own.
func WordsOf(c *model.Content) *schema.Words {
	if c == nil {
		return nil
	}
	var words *schema.Words
	if c.Config != nil && c.Config.Vocabulary.Given() {
		words = &schema.Words{}
		vocabulary(c, words)
	}
	if !areasServe(c) || c.Config != nil && c.Config.Vocabulary.CooperationArea.Whole() {
		return words
	}
	words = cmp.Or(words, &schema.Words{})
	for _, language := range []string{"sv", "en"} {
		words.Own(language, "cooperation_area", words.Noun("area", language))
	}
	return words
}

// areasServe tells whether a content has areas, and none of them cooperation areas.
func areasServe(c *model.Content) bool {
	has := func(a *model.Area) bool { return len(a.CooperationAreas) > 0 }
	return len(c.Areas) > 0 && !slices.ContainsFunc(c.Areas, has)
}

// vocabulary takes a county's own words.
func vocabulary(c *model.Content, words *schema.Words) {
	for kind, w := range ownWords(c.Config.Vocabulary) {
		if !w.Whole() {
			continue // what it lacks has been told
		}
		n := noun(w.One.V, w.TheOne.V, w.Many.V, w.TheMany.V)
		if w.Gender.V == "ett" {
			n.Gender = schema.Neuter
		}
		words.Own("sv", kind, n)
		for _, t := range c.Translations {
			if t.Of != c.Config.Path {
				continue
			}
			form := func(name string) string { return t.Fields["vocabulary/"+kind+"/"+name] }
			if n := noun(form("one"), form("the_one"), form("many"), form("the_many")); n.One != "" && n.TheOne != "" && n.Many != "" && n.TheMany != "" {
				words.Own(t.Language, kind, n)
			}
		}
	}
}

// marks are letters that no word has and that sentences are put together with.
var marks = strings.NewReplacer("%", "", "{", "", "}", "", "\n", " ")

func noun(one, theOne, many, theMany string) schema.Noun {
	return schema.Noun{One: marks.Replace(one), TheOne: marks.Replace(theOne), Many: marks.Replace(many), TheMany: marks.Replace(theMany)}
}

func ownWords(v model.Vocabulary) map[string]model.Word {
	return map[string]model.Word{
		"agreement": v.Agreement, "area": v.Area, "sub_goal": v.SubGoal,
		"cooperation_area": v.CooperationArea, "initiative": v.Initiative, "plan": v.Plan,
	}
}
