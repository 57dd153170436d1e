package outcome

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Standing is how it goes today, for the site's follow-up: the sentence that answers it,
// the assessments, the outcomes and the indicators, and the reports that there are. The
// sentence is nil where there is nothing to tell of.
func Standing(t *view.Language) (lead block.Line, blocks []block.Block) {
	if now := results.Now(t.Facts); now != nil && len(now.Initiatives)+len(now.Indicators) > 0 {
		lead = Lead(t, now)
		blocks = append(Figures(t, now), measured(t, now)...)
	}
	return lead, append(blocks, reports(t)...)
}

// measured are the measures that have an outcome, beside their targets.
func measured(t *view.Language, now *results.Report) []block.Block {
	w := &teller{t, now, nil}
	const most = 30
	table := block.Table{ID: "utfall", Caption: t.Say(outcomesOf), Columns: measureColumns(t)}
	all := 0
	for _, i := range now.Initiatives {
		for _, m := range i.Measures {
			if m.Verdict == results.Unreported {
				continue
			}
			if all++; all <= most {
				table.Rows = append(table.Rows, w.measureRow(i, m))
			}
		}
	}
	if all == 0 {
		return nil
	}
	blocks := []block.Block{table}
	if all > most {
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Say(seeMeasures))})
	}
	return block.Headed("utfall-avsnitt", t.Say(outcomesOf), blocks...)
}

// reports lead to the results reports, the newest first.
func reports(t *view.Language) []block.Block {
	shown := Shown(t)
	cards := block.Cards{Look: "resource"}
	for n := len(shown) - 1; n >= 0; n-- {
		r := shown[n]
		c := block.Card{Title: t.Text(r.Title, "title"), Ref: t.To(address.Results(r.ID.V)), Lines: []block.Line{block.Words(t.Period(r.Period))}}
		if mark := Mark(t, r); mark.S != "" {
			c.Marks = block.Line{block.Mark(mark, block.Warn)}
		}
		cards.Items = append(cards.Items, c)
	}
	return block.Headed("resultatrapporter", t.Say(reportsAre), cards)
}

// ThreeFigures are those that matter most: how many initiatives go as planned, how many
// reports have come of those due, how many indicators moved the right way. What there is
// nothing of is left out. Below is what came of the last time that a report tells of.
func ThreeFigures(t *view.Language) []block.Block {
	var blocks []block.Block
	if now := results.Now(t.Facts); now != nil {
		cards := block.Cards{Look: "way"}
		put := func(of, all int, one, many, said text.Label, place string) {
			if all > 0 {
				count := t.Sayf(text.HowManyOf, t.Number(of), t.Count(all, one, many).S)
				cards.Items = append(cards.Items, block.Card{Title: count, Ref: t.At("follow-up", place), Lines: []block.Line{block.Words(t.Say(said))}})
			}
		}
		going, said := standing(now)
		put(going, len(now.Initiatives), text.OneInitiative, text.ManyInitiatives, said, "gar")
		put(now.Reporting.Received, now.Reporting.Due, text.OneReport, text.ManyReports, haveCome, "gar")
		put(now.Moves[results.RightWay], len(now.Indicators), text.OneIndicator, text.ManyIndicators, rightWay, "gar")
		blocks = block.Shown(cards)
	}
	if last := Newest(t); last != nil {
		blocks = append(blocks, block.Para{Line: lastYear(t, last)})
	}
	return blocks
}

// standing counts the initiatives that go as planned; where nobody has assessed any, those
// that have been reported.
func standing(r *results.Report) (n int, said text.Label) {
	planned, assessed, reported := 0, 0, 0
	for _, a := range r.Assessments {
		switch a.Value {
		case results.NotReported:
			continue
		case "on_track", "completed":
			planned += a.Count
		}
		reported += a.Count
		if a.Value != results.NotAssessed {
			assessed += a.Count
		}
	}
	if assessed == 0 {
		return reported, beenReported
	}
	return planned, asPlanned
}

// lastYear leads to a report; in the languages that the sentences are there in, it says
// what came of the initiatives.
func lastYear(t *view.Language, r *model.Results) block.Line {
	line := block.Linked(t.Sayf(lastTime, t.Text(r.Title, "title").S), t.To(address.Results(r.ID.V)))
	if t.Lang == "sv" || t.Lang == "en" {
		line = append(line, block.Run(". "), block.Span{Text: howItWent(t, Told(t, r))})
	}
	return line
}
