package check

import (
	"path"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Accept marks the warnings that the secretariat answers for, until the day that
// it has set.
func Accept(c *model.Content, found []diag.Finding, today model.Date) {
	if c.Config == nil || len(c.Config.Accepted) == 0 {
		return
	}
	for i := range len(found) {
		f := &found[i]
		for _, a := range c.Config.Accepted {
			if a.Rule.V == f.Rule && f.Severity() == diag.Warning && !(a.Until.Given() && a.Until.V.Before(today)) && covers(a.Where, *f) {
				f.Accepted = a.Reason.V
			}
		}
	}
}

// covers tells whether what is accepted somewhere is a finding: by its file's path, by
// the identifier of the thing that it is about, or of the thing that the file is.
func covers(where model.Text, f diag.Finding) bool {
	if !where.Given() {
		return false
	}
	return where.V == f.File || where.V == f.About || where.V == ownID(f.File)
}

// ownID is the identifier of the thing that has a file to itself, "" where it is none.
func ownID(file string) string {
	dir, base := path.Split(file)
	name := strings.TrimSuffix(base, path.Ext(base))
	switch dir {
	case "agreement/areas/", "agreement/indicators/", "agreement/resources/", "agreement/reviews/":
		return name
	}
	plan, is := strings.CutPrefix(strings.TrimSuffix(dir, "/"), "plans/")
	switch {
	case !is || strings.Contains(plan, "/"):
		return ""
	case base == "plan.yaml":
		return plan
	}
	return plan + "/" + name
}
