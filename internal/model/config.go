package model

import "samsyn/internal/diag"

// Config is samsyn.yaml.
type Config struct {
	File          `yaml:"-"`
	Title         Text          `yaml:"title"`
	Publisher     Ref           `yaml:"publisher"`
	BaseURL       Text          `yaml:"base_url"`
	Language      Text          `yaml:"language"`
	Languages     []Text        `yaml:"languages"`
	Licence       Text          `yaml:"licence"`
	Contact       Contact       `yaml:"contact"`
	Accessibility Accessibility `yaml:"accessibility"`
	Signing       Signing       `yaml:"signing"`
	HistoryFrom   When          `yaml:"history_from"`
	Vocabulary    Vocabulary    `yaml:"vocabulary"`
	Appearance    Appearance    `yaml:"appearance"`
	Synonyms      [][]Text      `yaml:"synonyms"`
	Accepted      []Acceptance  `yaml:"accepted"`
	At            diag.Place    `yaml:"-"`
}

// Translated lists the languages of the content beside its own.
func (c *Config) Translated() (list []string) {
	if c != nil {
		for _, l := range c.Languages {
			if l.V != c.Language.V {
				list = append(list, l.V)
			}
		}
	}
	return list
}

// Signing tells where the certificates of trusted signers are.
type Signing struct {
	Trust Text `yaml:"trust"`
}

// Accessibility is the accessibility statement.
type Accessibility struct {
	Conformance Text       `yaml:"conformance"`
	Assessed    When       `yaml:"assessed"`
	Updated     When       `yaml:"updated"`
	Method      Text       `yaml:"method"`
	ReportTo    Text       `yaml:"report_to"`
	Supervisor  Supervisor `yaml:"supervisor"`
	Exceptions  []struct {
		What   Text `yaml:"what"`
		Why    Text `yaml:"why"`
		Ground Text `yaml:"ground"`
	} `yaml:"exceptions"`
	At diag.Place `yaml:"-"`
}

// Supervisor is the authority that one can complain to.
type Supervisor struct {
	Name Text `yaml:"name"`
	URL  Text `yaml:"url"`
}

// Given tells whether there is a statement.
func (a Accessibility) Given() bool { return !a.At.IsZero() }

// Acceptance is a warning that the secretariat answers for.
type Acceptance struct {
	Rule   Text `yaml:"rule"`
	Where  Text `yaml:"where"`
	Reason Text `yaml:"reason"`
	Until  When `yaml:"until"`
}

// Vocabulary is the county's own words for kinds of things; those that are not given
// are called as usual.
type Vocabulary struct {
	Agreement       Word       `yaml:"agreement"`
	Area            Word       `yaml:"area"`
	SubGoal         Word       `yaml:"sub_goal"`
	CooperationArea Word       `yaml:"cooperation_area"`
	Initiative      Word       `yaml:"initiative"`
	Plan            Word       `yaml:"plan"`
	At              diag.Place `yaml:"-"`
}

// Given tells whether the county has words of its own.
func (v Vocabulary) Given() bool { return !v.At.IsZero() }

// Word is a noun in its forms, and its gender: en or ett.
type Word struct {
	One     Text `yaml:"one"`
	TheOne  Text `yaml:"the_one"`
	Many    Text `yaml:"many"`
	TheMany Text `yaml:"the_many"`
	Gender  Text `yaml:"gender"`
}

// Whole tells whether all forms of the word are given.
func (w Word) Whole() bool {
	return w.One.Given() && w.TheOne.Given() && w.Many.Given() && w.TheMany.Given()
}

// Appearance is how the site and the documents look.
type Appearance struct {
	Colour      Text       `yaml:"colour"`
	Logotype    Text       `yaml:"logotype"`
	LogotypeAlt Text       `yaml:"logotype_alt"`
	At          diag.Place `yaml:"-"`
}

// Given tells whether anything is said of the appearance.
func (a Appearance) Given() bool { return !a.At.IsZero() }
