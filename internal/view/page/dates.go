package page

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
)

// RelevanceReviewed is when the agreement was last tried for whether it still fits.
func RelevanceReviewed(t *view.Language) *Reviewed {
	var last model.Date
	for _, r := range t.Content.Reviews {
		if ahead(r.Date.V, t.Options.Today) {
			continue
		}
		if last.IsZero() || last.Before(r.Date.V) {
			last = r.Date.V
		}
	}
	return ReviewedOn(t, text.ReviewedForRelevance, last)
}

// ReviewedOn is a day when somebody looked a thing through, nil where it is not known
// or yet to come.
func ReviewedOn(t *view.Language, how text.Label, on model.Date) *Reviewed {
	if on.IsZero() || ahead(on, t.Options.Today) {
		return nil
	}
	return &Reviewed{t.Say(how), on}
}

func ahead(day, today model.Date) bool { return !today.IsZero() && today.Before(day) }
