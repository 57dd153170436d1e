package sign

import (
	"slices"

	"samsyn/internal/pdfobj"
)

// rules are what a signer allows of what comes later (12.8.2).
type rules struct {
	sealed bool     // nothing but time stamps and validation data (DocMDP, 1)
	all    bool     // no field may be filled in any more (FieldMDP)
	except []string // but these
	locked []string // these may not
}

// rulesOf reads what a signature says that it rules out.
func rulesOf(v view, sig pdfobj.Dict) (out rules) {
	for _, ref := range v.Array(sig["Reference"]) {
		d := v.Dict(ref)
		p := v.Dict(d["TransformParams"])
		switch v.Resolve(d["TransformMethod"]) {
		case pdfobj.Name("DocMDP"):
			out.sealed = out.sealed || v.Resolve(p["P"]) == pdfobj.Num("1")
		case pdfobj.Name("FieldMDP"):
			var names []string
			for _, f := range v.Array(p["Fields"]) {
				names = append(names, v.Text(f))
			}
			switch v.Resolve(p["Action"]) {
			case pdfobj.Name("All"):
				out.all = true
			case pdfobj.Name("Exclude"):
				out.all, out.except = true, append(out.except, names...)
			default:
				out.locked = append(out.locked, names...)
			}
		}
	}
	return out
}

// forbid tells whether an update does what is ruled out.
func (r rules) forbid(u finding, v view) bool {
	if !slices.Contains(u.deeds, Signed) {
		return false
	}
	name := v.Text(v.Dict(u.filled)["T"])
	return r.sealed || slices.Contains(r.locked, name) || r.all && !slices.Contains(r.except, name)
}
