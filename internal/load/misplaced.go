package load

import (
	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/schema"
)

// kindHome is where the files of a kind lie, in an editor's words.
type kindHome struct {
	markdown           bool
	name, among, place diag.Text
}

var kindHomes = map[string]kindHome{
	"area":      {true, diag.Say("ett område", "an area"), diag.Say("områdena", "the areas"), diag.Say("agreement/areas", "agreement/areas")},
	"review":    {true, diag.Say("en aktualitetsprövning", "a review"), diag.Say("aktualitetsprövningarna", "the reviews"), diag.Say("agreement/reviews", "agreement/reviews")},
	"resource":  {true, diag.Say("en resurs", "a resource"), diag.Say("resurserna", "the resources"), diag.Say("agreement/resources", "agreement/resources")},
	"results":   {true, diag.Say("en resultatrapport", "a results report"), diag.Say("resultatrapporterna", "the results reports"), diag.Say("agreement/results", "agreement/results")},
	"indicator": {false, diag.Say("en indikator", "an indicator"), diag.Say("indikatorerna", "the indicators"), diag.Say("agreement/indicators", "agreement/indicators")},
	"initiative": {true, diag.Say("en insats", "an initiative"), diag.Say("insatserna", "the initiatives"),
		diag.Say("mappen för sin plan, som plans/2025", "the folder of its plan, such as plans/2025")},
	"plan": {false, diag.Say("en handlingsplan", "a plan"), diag.Say("handlingsplanerna", "the plans"),
		diag.Say("en egen mapp under plans, och döp den till plan.yaml", "a folder of its own under plans, and name it plan.yaml")},
}

// telling is how many fields a file must have that its own kind does not know, to
// be taken for one of another kind.
const telling = 2

// misplaced tells of a file that is whole but of another kind than its folder's:
// that is one mistake, not one for each field. The file is then not read.
func (f *file) misplaced(h *holder, root *yaml.Node, own *schema.Type) {
	here, known := kindHomes[f.schema]
	if f.of != "" || !known {
		return
	}
	strange := strangersTo(own, root)
	if len(strange) < telling {
		return
	}
	for _, kind := range schema.Names() {
		there, known := kindHomes[kind]
		t, err := schemaType(kind)
		if !known || kind == f.schema || there.markdown != here.markdown || err != nil || !couldBe(t, root) {
			continue
		}
		at := strange[0]
		for _, key := range strange { // one that is no slip of a field of this kind
			if diag.Nearest(doc.Target(key).Value, own.FieldNames()) == "" {
				at = key
				break
			}
		}
		h.findings = []diag.Finding{diag.New("unknown-field", h.Place(at), diag.Text{
			SV: "Filen ser ut att vara " + there.name.SV + ", men ligger bland " + here.among.SV + ". Flytta den till " + there.place.SV + ".",
			EN: "The file looks like " + there.name.EN + ", but lies among " + here.among.EN + ". Move it to " + there.place.EN + ".",
		})}
		for p := range doc.Pairs(root) {
			h.bad[p.Key] = true // what it says is not that of this kind
		}
		h.ids, h.refs, h.elsewhere = nil, nil, nil
		for _, lost := range append(declares(kind), kind) {
			h.lost[lost] = true
		}
		f.unread = true
		return
	}
}

// strangersTo lists the keys that a type does not know.
func strangersTo(t *schema.Type, root *yaml.Node) []*yaml.Node {
	var keys []*yaml.Node
	for p := range doc.Pairs(root) {
		if t.Field(doc.Target(p.Key).Value) == nil {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// couldBe tells whether a document has all the fields that a type asks for, and no
// others than it knows.
func couldBe(t *schema.Type, root *yaml.Node) bool {
	if len(strangersTo(t, root)) > 0 {
		return false
	}
	for _, f := range t.Fields {
		if f.Required && doc.Find(root, f.Name, nil) == nil {
			return false
		}
	}
	return true
}
