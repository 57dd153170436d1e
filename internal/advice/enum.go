package advice

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// Enum says which values a field may have, nearest first, and suggests one that is near.
func Enum(name, value string, t *schema.Type) (words diag.Text, suggestion string) {
	values := choices(value, t)
	return diag.Say(
			"Fältet %s kan inte vara ”%s”. Välj ett av: %s.",
			"The field %s cannot be “%s”. Choose one of: %s.", name, Clip(value), listed(values, t)),
		diag.Nearest(value, t.Enum)
}

// Labelled is the value of an enumeration whose name in a language somebody wrote, or
// which stands in quotation marks that do not count; "" where it is none, or several.
func Labelled(value string, t *schema.Type) string {
	value = strings.ToLower(strings.TrimSpace(strings.Trim(Visible(value), curly)))
	found := ""
	for _, v := range t.Enum {
		sv, _ := t.Labels[v].In("sv")
		en, _ := t.Labels[v].In("en")
		if value != strings.ToLower(v) && value != strings.ToLower(sv) && value != strings.ToLower(en) {
			continue
		}
		if found != "" {
			return ""
		}
		found = v
	}
	return found
}

// choices lists an enumeration's values, nearest first. Whoever wrote the Swedish
// name instead of the value finds it first.
func choices(s string, t *schema.Type) []string {
	values := diag.ByNearness(s, t.Enum)
	ranks := map[string]int{}
	for _, v := range values {
		label, _ := t.Labels[v].In("sv")
		ranks[v] = rank(s, label)
	}
	slices.SortStableFunc(values, func(a, b string) int { return ranks[a] - ranks[b] })
	return values
}

// listed lists an enumeration's values, in Swedish with their names.
func listed(values []string, t *schema.Type) diag.Text {
	with := slices.Clone(values)
	for i, v := range values {
		if label := t.Labels[v].SV; label != "" {
			with[i] = v + " (" + unbracketed(label) + ")"
		}
	}
	return diag.Text{SV: strings.Join(with, ", "), EN: strings.Join(values, ", ")}
}

// unbracketed is a label with commas for its brackets, to stand in brackets itself.
func unbracketed(label string) string {
	return strings.NewReplacer(" (", ", ", ") ", ", ", ")", "").Replace(label)
}

func rank(s, label string) int {
	switch {
	case strings.EqualFold(s, label):
		return 0
	case diag.Nearest(strings.ToLower(s), []string{strings.ToLower(label)}) != "":
		return 1
	}
	return 2
}
