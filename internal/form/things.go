package form

import "samsyn/internal/project"

// Thing is something that can be changed: a file, or an entry of one.
type Thing struct {
	Kind  string // the schema of its file, or "chapter"
	Title string
	File  string
	Of    string // the file that it translates, or ""
	Plan  string // the folder of plans that it stands in, or ""
	// Missing are the languages of the content into which it has not been translated.
	Missing []string
}

// Things lists what there is to change in a content, in the order of its files.
func Things(p *project.Project, o Options) ([]Thing, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	var things []Thing
	for _, f := range b.names.Files {
		things = append(things, Thing{kindOf(f.Role), b.names.Of(f.Path), f.Path, f.Of, f.Plan, b.missing(f)})
	}
	return things, nil
}
