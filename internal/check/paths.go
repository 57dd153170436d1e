package check

import (
	"path"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// paths gives the files that fields name: the name, the folder from which it counts,
// and what tells whether it is there.
func paths(k pass.Pass, give func(name model.Text, from string, there func(string) bool)) {
	if k.Agreement != nil {
		for _, c := range k.Agreement.Chapters {
			give(c.File, "agreement", k.IsFile)
		}
		for _, x := range k.Agreement.Annexes {
			give(x.File, "agreement", k.IsFile)
		}
	}
	if k.Content.Places != nil {
		give(k.Content.Places.Shapes, "agreement", k.IsFile)
	}
	if k.Config != nil {
		give(k.Config.Appearance.Logotype, "", k.IsFile)
		give(k.Config.Signing.Trust, "", func(name string) bool { return k.Exists(name) && !k.IsFile(name) })
	}
}

// escapes tells whether a path leads out of the repository.
func escapes(name, from string) bool {
	// A backslash parts names on some machines and not on others: it never serves,
	// but what it may lead out to must not be tried.
	slashed := path.Join(from, strings.ReplaceAll(name, `\`, "/"))
	return strings.HasPrefix(name, "/") || slashed == ".." || strings.HasPrefix(slashed, "../")
}

func escapingPaths(k pass.Pass) {
	paths(k, func(name model.Text, from string, _ func(string) bool) {
		if name.Given() && escapes(name.V, from) {
			k.Report(name.At, pass.Leaves(name.V))
		}
	})
}

func missingPaths(k pass.Pass) {
	paths(k, func(name model.Text, from string, there func(string) bool) {
		full := path.Join(from, name.V)
		if name.Given() && !escapes(name.V, from) && !there(full) && !k.Outside[full] {
			if near := strings.TrimPrefix(k.Slips[full], from+"/"); near != "" {
				k.Suggest(name.At, diag.Say(
					"Filen %s finns inte. Menade du %s? Sökvägen räknas från mappen där den här filen ligger.",
					"There is no file %s. Did you mean %s? The path counts from this file's folder.", advice.Clip(name.V), near), near)
				return
			}
			k.Report(name.At, diag.Say(
				"Filen %s finns inte. Rätta sökvägen, som räknas från mappen där den här filen ligger, eller lägg till filen.",
				"There is no file %s. Correct the path, which counts from this file's folder, or add the file.", advice.Clip(name.V)))
		}
	})
}
