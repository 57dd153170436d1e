package view

// Document is a PDF before it is laid out.
type Document struct {
	// ID is the name of its file without the ending, stable for ever.
	ID    string
	Lang  string
	Title string
	// Subject says in a sentence what the document is.
	Subject   string
	Publisher Text
	Cover     Cover
	// ContentsTitle is the heading of the table of contents, "" where the
	// document is too short to have one.
	ContentsTitle string
	RunningHead   string
	Foot          string
	Parts         []Part
	Seal          Seal
}

// Cover is a document's first page. A document whose Cover has no Title has none.
type Cover struct {
	Kicker   Text // what kind of document it is
	Title    Text
	Subtitle Text
	// Mark is what the reader must know of its standing: "Utkast", "Avskrift".
	Mark  Text
	Facts []Fact
}

// Part begins on a page of its own, unless it Follows the one before it closely
// and may share its last page. Its blocks are mostly Sections, whose headings
// have level 1.
type Part struct {
	Landscape bool
	Follows   bool
	Blocks    []Block
}

// Documents are all the PDFs to be made: the agreement, then the plans that are
// shown, in the order of their folders, each with its summary.
func (s *Site) Documents() []*Document {
	var docs []*Document
	if d := s.AgreementDocument(); d != nil {
		docs = append(docs, d)
	}
	for _, p := range s.Content.Plans {
		if d := s.PlanDocument(p.ID.V); d != nil {
			docs = append(docs, d, s.SummaryDocument(p.ID.V))
		}
	}
	return docs
}
