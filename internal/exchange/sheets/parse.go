package sheets

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/model"
	"samsyn/schema"
)

// Parse finds what somebody means by what stands in a cell. was is what the cell held when
// it left. why says in words why it cannot be taken; nothing is guessed.
func (b *Book) Parse(c *Column, cell grid.Cell, was []Item) (list []Item, why *diag.Text) {
	if why := strange(c, cell, was); why != nil {
		return nil, why
	}
	if cell.Typed == grid.AsNumber && kept(cell, was) || cell.Typed == grid.AsDate && begun(cell, was) {
		return was, nil
	}
	s := Clean(cell.Text)
	if s == "" {
		return nil, nil
	}
	if !c.Kind.Listed() {
		i, why := b.single(c, s, cell)
		return []Item{i}, why
	}
	for _, word := range b.parted(c, s, was) {
		i, why := b.single(c, word, cell)
		if why != nil {
			return nil, why
		}
		list = append(list, i)
	}
	return list, nil
}

func reason(sv, en string, args ...any) *diag.Text {
	t := diag.Say(sv, en, diag.Shown(args)...)
	return &t
}

// strange says what is wrong with a cell that the spreadsheet has made something else of.
func strange(c *Column, cell grid.Cell, was []Item) *diag.Text {
	date, number := c.Kind == grid.Date || c.Kind == grid.Dates, c.Kind == grid.Number
	switch cell.Typed {
	case grid.AsFormula:
		return reason("cellen innehåller en formel. Skriv värdet i stället", "the cell holds a formula. Write the value instead")
	case grid.AsError:
		return reason("cellen innehåller felet %[1]s. Skriv värdet i stället", "the cell holds the error %[1]s. Write the value instead", cell.Text)
	case grid.AsTime:
		return reason("kalkylprogrammet har gjort om cellen till en tidpunkt (%[1]s). Formatera cellen som text och skriv värdet igen", "the spreadsheet has turned the cell into a point in time (%[1]s). Format the cell as text and write the value again", cell.Text)
	case grid.AsDate:
		if !date {
			return reason("kalkylprogrammet har gjort om cellen till ett datum (%[1]s). Formatera cellen som text och skriv värdet igen", "the spreadsheet has turned the cell into a date (%[1]s). Format the cell as text and write the value again", cell.Text)
		}
	case grid.AsPercent:
		if !number {
			return reason("kalkylprogrammet har gjort om cellen till ett procenttal (%[1]s). Formatera cellen som text och skriv värdet igen", "the spreadsheet has turned the cell into a percentage (%[1]s). Format the cell as text and write the value again", cell.Text)
		}
	case grid.AsTruth:
		if c.Kind != grid.YesNo {
			return reason("kalkylprogrammet har gjort om cellen till sant eller falskt. Formatera cellen som text och skriv värdet igen", "the spreadsheet has turned the cell into true or false. Format the cell as text and write the value again")
		}
	case grid.AsNumber:
		if !number && !date && !kept(cell, was) {
			return reason("kalkylprogrammet har gjort om cellen till ett tal (%[1]s), så nollor i början kan ha försvunnit. Formatera cellen som text och skriv värdet igen", "the spreadsheet has turned the cell into a number (%[1]s), so that zeros at its beginning may be lost. Format the cell as text and write the value again", cell.Text)
		}
	}
	return nil
}

// kept tells whether a number is what the cell held before, however the spreadsheet
// writes it: 0123 as 123.
func kept(cell grid.Cell, was []Item) bool {
	if len(was) != 1 {
		return false
	}
	f, err := strconv.ParseFloat(strings.Replace(was[0].Value, ",", ".", 1), 64)
	return err == nil && grid.Shortest(f) == cell.Text
}

// begun tells whether a day is what the cell held before, as a spreadsheet completes it:
// 2026-06 as the first of June.
func begun(cell grid.Cell, was []Item) bool {
	if len(was) != 1 {
		return false
	}
	d, valid := model.ParseDate(was[0].Value)
	return valid && !d.Whole() && d.First().String() == cell.Text
}

// parted takes the values of a cell apart: at line ends; and at semicolons, as people
// write lists, unless what stands on the line is a name as it is.
func (b *Book) parted(c *Column, s string, was []Item) []string {
	whole := map[string]bool{}
	for _, i := range was {
		whole[fold(b.show(c, i))] = true
	}
	var words []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(line)
		if whole[fold(line)] || c.values()[fold(line)] != nil {
			words = append(words, line)
			continue
		}
		for part := range strings.SplitSeq(line, ";") {
			words = append(words, strings.TrimSpace(part))
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

func (b *Book) single(c *Column, s string, cell grid.Cell) (Item, *diag.Text) {
	switch c.Kind {
	case grid.Number:
		n, why := number(c.Type, s, b.language, cell.Typed)
		return Item{Value: n}, why
	case grid.Date, grid.Dates:
		d, why := date(c.Type, s)
		return Item{Value: d}, why
	case grid.YesNo:
		if cell.Typed == grid.AsTruth {
			return Item{Value: strconv.FormatBool(cell.Text == "1" || strings.EqualFold(cell.Text, "true"))}, nil
		}
		if v, is := truths[fold(s)]; is {
			return Item{Value: v}, nil
		}
		return b.chosen(c, s)
	case grid.Choice, grid.Many, grid.Open, grid.ManyOpen:
		return b.chosen(c, s)
	}
	return Item{Value: s}, nil
}

var truths = map[string]string{"ja": "true", "sant": "true", "x": "true", "yes": "true", "true": "true", "nej": "false", "falskt": "false", "no": "false", "false": "false"}

// chosen finds the choice that is called so.
func (b *Book) chosen(c *Column, s string) (Item, *diag.Text) {
	open := c.Kind == grid.Open || c.Kind == grid.ManyOpen
	if name, is := strings.CutSuffix(s, b.outside()); is && open {
		return Item{name, true}, nil
	}
	switch found := c.values()[fold(s)]; {
	case len(found) == 1:
		return Item{Value: found[0]}, nil
	case len(found) > 1:
		return Item{}, reason("”%[1]s” kan vara flera: %[2]s. Välj i listan", "“%[1]s” may be several: %[2]s. Choose from the list", s, strings.Join(found, ", "))
	}
	if _, is := c.labels[s]; is {
		return Item{Value: s}, nil
	}
	if short := b.shortly(c, s); short != "" {
		return Item{Value: short}, nil
	}
	if near := b.meant(c, s); near != "" {
		return Item{}, reason("”%[1]s” finns inte att välja. Menade du ”%[2]s”?", "“%[1]s” is no choice. Did you mean “%[2]s”?", s, near)
	}
	switch {
	case open && c.Kind.Listed() && b.several(c, s):
		return Item{}, reason("”%[1]s” är flera namn. Skriv ett på varje rad, eller sätt semikolon emellan", "“%[1]s” is several names. Write one on each line, or put semicolons between them", s)
	case open:
		return Item{s, true}, nil
	case len(c.options) <= fewChoices:
		return Item{}, reason("”%[1]s” finns inte att välja. Välj bland dessa: %[2]s", "“%[1]s” is no choice. Choose one of these: %[2]s", s, c.offered())
	}
	return Item{}, reason("”%[1]s” finns inte att välja. Välj i cellens lista", "“%[1]s” is no choice. Choose from the cell's list", s)
}

// fewChoices is how many choices are told where somebody wrote another one.
const fewChoices = 8

// offered are the choices as they are told.
func (c *Column) offered() string {
	var labels []string
	for _, o := range c.options {
		labels = append(labels, c.labels[o.Value])
	}
	return strings.Join(labels, ", ")
}

// mostMeant is how many choices of a file are looked for among others that are nearly called
// so, where a column takes no others: nobody reads so many, and each is held against all.
const mostMeant = 500

// longestName is how long a text is that may be a slip of a name, in bytes: see longest.
const longestName = 1024

// meant is the choice that somebody may have meant: one that is nearly called so, or the
// only one that begins so. "" is none.
func (b *Book) meant(c *Column, s string) string {
	if len(s) > longestName {
		return ""
	}
	if c.Kind == grid.Choice || c.Kind == grid.Many {
		if b.unknown++; b.unknown > mostMeant {
			return ""
		}
	}
	s = fold(s)
	var longer []string
	for _, name := range c.names() {
		if strings.HasPrefix(name, s) {
			longer = append(longer, name)
		}
	}
	near := diag.Nearest(s, c.names())
	if near == "" && len(longer) == 1 {
		near = longer[0]
	}
	if near == "" {
		return ""
	}
	return c.labels[c.values()[near][0]]
}

// several tells whether a text has commas between names, one of which is a choice.
func (b *Book) several(c *Column, s string) bool {
	parts := strings.Split(s, ",")
	return len(parts) > 1 && slices.ContainsFunc(parts, func(part string) bool {
		part = strings.TrimSpace(part)
		return len(c.values()[fold(part)]) > 0 || b.shortly(c, part) != ""
	})
}

// shortly finds the only thing that has a short name: ”Region Blekinge” as ”Regionen”.
func (b *Book) shortly(c *Column, s string) string {
	if c.Type == nil {
		return ""
	}
	kinds, _ := references(c.Type.One())
	found := ""
	for _, kind := range kinds {
		id := b.index.Called(kind, s)
		if _, offered := c.labels[id]; id == "" || !offered || id == found {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}

var numeral = regexp.MustCompile(`^-?[0-9]+([.,][0-9]+)?$`)

// thousands finds the spaces that people write between thousands.
var thousands = regexp.MustCompile(`([0-9])[ \x{a0}\x{202f}]([0-9]{3})\b`)

// twofold are the numbers that have a mark for decimals in one language and for thousands
// in another, by the language in which the mark is the thousands'.
var twofold = map[string]*regexp.Regexp{
	"sv": regexp.MustCompile(`^-?[1-9][0-9]{0,2}\.[0-9]{3}$`),
	"en": regexp.MustCompile(`^-?[1-9][0-9]{0,2},[0-9]{3}$`),
}

// number reads a number as people in Sweden write it: 1 234,5 and 65 %. What is typed as
// text and may be two numbers in the book's language is none: 1.234 in Swedish.
func number(t *schema.Type, s, language string, typed grid.Typed) (string, *diag.Text) {
	bare := strings.NewReplacer("−", "-", "–", "-").Replace(s)
	bare = strings.TrimSpace(strings.TrimSuffix(bare, "%"))
	whole, decimals, parted := strings.Cut(bare, ",")
	for thousands.MatchString(whole) {
		whole = thousands.ReplaceAllString(whole, "$1$2")
	}
	if bare = whole; parted {
		bare += "," + decimals
	}
	f, err := strconv.ParseFloat(strings.Replace(bare, ",", ".", 1), 64)
	switch {
	case typed == grid.AsText && twofold[language].MatchString(bare):
		digits := strings.NewReplacer(".", "", ",", "").Replace(bare)
		return "", reason("”%[1]s” kan läsas på två sätt. Skriv %[2]s eller %[3]s", "“%[1]s” can be read in two ways. Write %[2]s or %[4]s", s, digits, strings.Replace(bare, ".", ",", 1), strings.Replace(bare, ",", ".", 1))
	case !numeral.MatchString(bare) || err != nil:
		return "", reason("”%[1]s” är inget tal. Skriv siffror, till exempel 1234 eller 6,5", "“%[1]s” is no number. Write digits, such as 1234 or 6.5", s)
	case !t.Allows("number") && f != math.Trunc(f):
		return "", reason("”%[1]s” ska vara ett heltal", "“%[1]s” must be a whole number", s)
	}
	return strconv.FormatFloat(f, 'f', -1, 64), nil
}

// inWords finds 1 juni 2026 and juni 2026.
var inWords = regexp.MustCompile(`^(?:([0-9]{1,2})\s+)?(\pL+)\s+([0-9]{4})$`)

// date reads a date, or part of one where the field takes it.
func date(t *schema.Type, s string) (string, *diag.Text) {
	written := s
	if m := inWords.FindStringSubmatch(strings.ToLower(s)); m != nil {
		if month := model.MonthOf(m[2]); month > 0 {
			written = m[3] + "-" + strconv.Itoa(100 + month)[1:]
			if m[1] != "" {
				day, _ := strconv.Atoi(m[1])
				written += "-" + strconv.Itoa(100 + day)[1:]
			}
		}
	}
	d, valid := model.ParseDate(written)
	t = t.One()
	switch {
	case !valid:
		return "", reason("”%[1]s” är inget datum. Skriv år, månad och dag, till exempel 2026-06-01", "“%[1]s” is no date. Write year, month and day, such as 2026-06-01", s)
	case !d.Whole() && t != nil && t.Scalar() != nil && t.Scalar().Format == "date":
		return "", reason("”%[1]s” saknar dag. Skriv år, månad och dag: 2026-06-01", "“%[1]s” lacks a day. Write year, month and day, such as 2026-06-01", s)
	}
	return d.String(), nil
}
