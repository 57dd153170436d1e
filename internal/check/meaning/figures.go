package meaning

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Figures are the rules about whether numbers can be right.
var Figures = []pass.Rule{
	pass.Rejects("suppressed-value", suppressedValues),
	pass.Rejects("series-year-twice", yearsTwice),
	pass.Warns("sum-mismatch", sums),
	pass.Warns("implausible-number", implausible),
}

// reported gives the values that reports give of measures that are not withdrawn.
func reported(k pass.Pass, give func(*model.Initiative, *model.Measure, *model.Report, model.Count)) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		for m := range i.FollowUp.Measures {
			measure := &i.FollowUp.Measures[m]
			if measure.Withdrawn.Given() {
				continue
			}
			for r := range i.Reports {
				if value, given := i.Reports[r].Values[measure.ID.V]; given {
					give(i, measure, &i.Reports[r], value)
				}
			}
		}
	})
}

// countOf is what an observation says of all, women and men.
func countOf(o *model.Observation) model.Count {
	return model.Count{Total: o.Total, Women: o.Women, Men: o.Men}
}

// numbersOf lists the numbers that are given of a count.
func numbersOf(c model.Count) []model.Number {
	return slices.DeleteFunc([]model.Number{c.Total, c.Women, c.Men}, func(n model.Number) bool { return !n.Given() })
}

func suppressedValues(k pass.Pass) {
	for _, i := range k.Content.Indicators {
		for n := range i.Series {
			o := &i.Series[n]
			values := numbersOf(countOf(o))
			if len(values) == 0 || o.Flag.V != "suppressed" && o.Flag.V != "missing" {
				continue
			}
			said := diag.Say("dolt för att skydda enskilda", "hidden to protect individuals")
			if o.Flag.V == "missing" {
				said = diag.Say("en uppgift som saknas", "missing")
			}
			k.Report(values[0].At, diag.Say(
				"Värdet %s står kvar fast det är märkt som %s (flag: %s), och publiceras bland öppna data. Ta bort värdet, eller ta bort flag om det får visas.",
				"The value %s is still there though it is marked as %s (flag: %s), and is published with the open data. Remove the value, or remove flag if it may be shown.",
				pass.Number(values[0].V), said, o.Flag.V))
		}
	}
}

func yearsTwice(k pass.Pass) {
	type row struct {
		year, month     int
		place, category string
	}
	for _, i := range k.Content.Indicators {
		first := map[row]diag.Place{}
		for _, o := range i.Series {
			key := row{o.Year.V, o.Month.V, strings.ToLower(o.Place.V), strings.ToLower(o.Category.V)}
			earlier, twice := first[key]
			switch {
			case !o.Year.Given() || k.Untaken(o.At, "month", "place", "category"):
			case !twice:
				first[key] = o.Year.At
			default:
				k.Report(o.Year.At, diag.Say(
					"År %[1]d står redan på rad %[2]d i serien%[3]s. Rätta året, eller behåll bara det värde som är rätt. Gäller de olika saker: skilj dem åt med place, category eller month.",
					"The year %[1]d stands on line %[2]d of the series already%[3]s. Correct the year, or keep only the value that is right. If they are of different things, tell them apart by place, category or month.",
					o.Year.V, earlier.Range.Start.Line, same(o)))
			}
		}
	}
}

// same says what else two rows of a series have in common.
func same(o model.Observation) (words diag.Text) {
	before := diag.Say(" för samma ", " for the same ")
	add := func(given bool, sv, en string) {
		if given {
			words = diag.Text{SV: words.SV + before.SV + sv, EN: words.EN + before.EN + en}
			before = diag.Say(" och ", " and ")
		}
	}
	add(o.Month.Given(), "månad", "month")
	add(o.Place.Given(), "plats", "place")
	add(o.Category.Given(), "kategori", "category")
	return words
}

// unstated finds in a report's text why women and men may be fewer than all.
var unstated = regexp.MustCompile(`(?i)\bkön|uppge|uppgift|okän|övriga|annat|icke-?binär|\bsex\b|gender|unknown|not stated|other`)

func sums(k pass.Pass) {
	for _, i := range k.Content.Indicators {
		for n := range i.Series {
			if o := &i.Series[n]; !i.Withdrawn.Given() && i.Unit.V == "count" && o.Flag.V != "approximate" {
				sum(k, i.ID.V, countOf(o), o.Note.Given())
			}
		}
	}
	reported(k, func(i *model.Initiative, m *model.Measure, r *model.Report, value model.Count) {
		if m.Unit.V == "count" {
			sum(k, i.FullID(), value, i.Note.Given() || unstated.MatchString(r.Text.V))
		}
	})
}

// sum holds women and men to the total; that they are fewer may be explained.
func sum(k pass.Pass, id string, c model.Count, explained bool) {
	if !c.Total.Given() {
		return
	}
	if !c.Women.Given() || !c.Men.Given() {
		oneSex(k, id, c)
		return
	}
	switch sum := c.Women.V + c.Men.V; {
	case sum > c.Total.V:
		k.About(id, c.Total.At, diag.Say(
			"Kvinnor och män är tillsammans %[1]s (%[2]s + %[3]s), fler än totalen %[4]s. Kontrollera talen mot källan.",
			"Women and men are %[1]s together (%[2]s + %[3]s), more than the total %[4]s. Check the numbers against the source.",
			pass.Number(sum), pass.Number(c.Women.V), pass.Number(c.Men.V), pass.Number(c.Total.V)))
	case sum < c.Total.V && !explained:
		k.About(id, c.Total.At, diag.Say(
			"Kvinnor och män är tillsammans %[1]s (%[2]s + %[3]s), färre än totalen %[4]s. Kontrollera talen mot källan, eller skriv varför några fattas: i note, eller i lägesrapportens text.",
			"Women and men are %[1]s together (%[2]s + %[3]s), fewer than the total %[4]s. Check the numbers against the source, or write why some are missing: in note, or in the report's text.",
			pass.Number(sum), pass.Number(c.Women.V), pass.Number(c.Men.V), pass.Number(c.Total.V)))
	}
}

// oneSex holds the one number that is given, of women or of men, to the total.
func oneSex(k pass.Pass, id string, c model.Count) {
	one, sv, en := c.Women, "Kvinnorna", "Women"
	if !one.Given() {
		one, sv, en = c.Men, "Männen", "Men"
	}
	if one.Given() && one.V > c.Total.V {
		k.About(id, one.At, diag.Say(
			sv+" är %[1]s, fler än totalen %[2]s. Kontrollera talen mot källan.",
			en+" are %[1]s, more than the total %[2]s. Check the numbers against the source.", pass.Number(one.V), pass.Number(c.Total.V)))
	}
}

const (
	// tenfold is how many times its target or neighbours a value may be.
	tenfold = 10
	// few is what a target or a neighbour counts as at least: small numbers may well
	// grow tenfold.
	few = 5
)

func implausible(k pass.Pass) {
	for _, i := range k.Content.Indicators {
		if !i.Withdrawn.Given() {
			implausibleIndicator(k, i)
		}
	}
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		for _, m := range i.FollowUp.Measures {
			if m.Withdrawn.Given() {
				continue
			}
			if impossible(k, i.FullID(), m.Unit.V, m.CountsPeople.V, m.Target, m.TargetMax) {
				continue
			}
			if m.Target.Given() && m.TargetMax.Given() && m.Target.V > m.TargetMax.V {
				k.About(i.FullID(), m.Target.At, diag.Say(
					"Målvärdet %[1]s är högre än det högsta målvärdet, target_max: %[2]s. Byt plats på dem, eller rätta det som är fel.",
					"The target %[1]s is above the highest one, target_max: %[2]s. Swap them, or correct the wrong one.", pass.Number(m.Target.V), pass.Number(m.TargetMax.V)))
			}
		}
	})
	reported(k, func(i *model.Initiative, m *model.Measure, _ *model.Report, value model.Count) {
		if impossible(k, i.FullID(), m.Unit.V, m.CountsPeople.V, numbersOf(value)...) {
			return
		}
		target := max(m.Target.V, m.TargetMax.V)
		if total := value.Total; target > 0 && total.Given() && total.V > tenfold*max(target, few) {
			k.About(i.FullID(), total.At, diag.Say(
				"Värdet %[1]s är mer än tio gånger så stort som målvärdet, %[2]s. Kontrollera att det inte har blivit en siffra för mycket.",
				"The value %[1]s is more than ten times the target, %[2]s. Check that no figure came in too many.", pass.Number(total.V), pass.Number(target)))
		}
	})
}

// impossible tells of the first number that no such unit can have.
func impossible(k pass.Pass, id, unit string, people bool, numbers ...model.Number) bool {
	for _, n := range numbers {
		switch {
		case !n.Given():
			continue
		case unit == "percent" && (n.V < 0 || n.V > 100):
			k.About(id, n.At, diag.Say(
				"Andelen %s ligger inte mellan 0 och 100 procent. Kontrollera talet och decimaltecknet.",
				"The share %s is not between 0 and 100 per cent. Check the number and its decimal sign.", pass.Number(n.V)))
		case people && unit == "count" && n.V < 0:
			k.About(id, n.At, diag.Say(
				"Antalet personer är negativt: %s. Kontrollera talet.", "The number of people is negative: %s. Check the number.", pass.Number(n.V)))
		case people && unit == "count" && n.V != math.Trunc(n.V):
			k.About(id, n.At, diag.Say(
				"Antalet personer är inget helt tal: %s. Kontrollera talet, och att måttet räknas i rätt enhet.",
				"The number of people is no whole number: %s. Check the number, and the unit it is counted in.", pass.Number(n.V)))
		default:
			continue
		}
		return true
	}
	return false
}

func implausibleIndicator(k pass.Pass, i *model.Indicator) {
	impossible(k, i.ID.V, i.Unit.V, i.CountsPeople.V, i.Baseline.Value, i.Target.Value)
	rows := map[[2]string][]*model.Observation{}
	for n := range i.Series {
		o := &i.Series[n]
		if !impossible(k, i.ID.V, i.Unit.V, i.CountsPeople.V, numbersOf(countOf(o))...) {
			key := [2]string{o.Place.V, o.Category.V}
			rows[key] = append(rows[key], o)
		}
	}
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b *model.Observation) int {
			return cmp.Or(cmp.Compare(a.Year.V, b.Year.V), cmp.Compare(a.Month.V, b.Month.V))
		})
		leaps(k, i, row)
	}
}

// leaps tells of values that are far more than what a series has before and after
// them, or than the target of an indicator that is to rise. A note explains a leap.
func leaps(k pass.Pass, i *model.Indicator, row []*model.Observation) {
	all := func(o *model.Observation) model.Number { return o.Total }
	women := func(o *model.Observation) model.Number { return o.Women }
	men := func(o *model.Observation) model.Number { return o.Men }
	for n, o := range row {
		for _, of := range []func(*model.Observation) model.Number{all, women, men} {
			v := of(o)
			if !v.Given() || o.Note.Given() {
				continue
			}
			if target := i.Target.Value; i.Direction.V == "up" && target.V > 0 && v.V > tenfold*max(target.V, few) {
				k.About(i.ID.V, v.At, diag.Say(
					"Värdet %[1]s är mer än tio gånger så stort som målvärdet, %[2]s. Kontrollera talet, eller förklara det i note.",
					"The value %[1]s is more than ten times the target, %[2]s. Check the number, or explain it in note.", pass.Number(v.V), pass.Number(target.V)))
				break
			}
			beside := neighbours(row, n, of)
			if len(beside) > 0 && v.V > tenfold*max(slices.Max(beside), few) {
				k.About(i.ID.V, v.At, diag.Say(
					"Värdet %[1]s är mer än tio gånger så stort som värdena intill i serien (%[2]s). Kontrollera talet, eller förklara språnget i note.",
					"The value %[1]s is more than ten times the values beside it in the series (%[2]s). Check the number, or explain the leap in note.",
					pass.Number(v.V), listNumbers(beside)))
				break // one slip is seen in several of them
			}
		}
	}
}

// neighbours are the nearest values before and after one of a row; none where nothing
// stands before it, since a series may well fall from where it begins.
func neighbours(row []*model.Observation, n int, of func(*model.Observation) model.Number) []float64 {
	given := func(o *model.Observation) bool { return of(o).Given() }
	before := n - 1
	for before >= 0 && !given(row[before]) {
		before--
	}
	if before < 0 {
		return nil
	}
	beside := []float64{of(row[before]).V}
	if after := slices.IndexFunc(row[n+1:], given); after >= 0 {
		beside = append(beside, of(row[n+1+after]).V)
	}
	return beside
}

func listNumbers(list []float64) string {
	parts := make([]string, len(list))
	for i, f := range list {
		parts[i] = pass.Number(f)
	}
	return strings.Join(parts, ", ")
}
