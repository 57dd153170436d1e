// Package conform tells what a finished PDF lacks of what it claims to be:
// PDF/UA-1 (ISO 14289-1) and PDF/A at level A (ISO 19005-2, 19005-3). It checks
// what this product's writer could forget, not all that the standards ask; the
// whole of them is for validators of others' making.
package conform

import (
	"fmt"
	"strings"

	"samsyn/internal/pdfobj"
)

// Check lists in words what a file lacks; nothing where all is there.
func Check(f *pdfobj.File) []string {
	c := &checker{File: f, owner: map[int]any{}, codes: map[pdfobj.Ref]map[int]bool{}, seen: map[pdfobj.Ref]bool{}}
	c.catalogue()
	c.metadata()
	c.parents()
	c.structure()
	for i, ref := range f.Pages() {
		c.page(i+1, ref)
	}
	return c.lacks
}

type checker struct {
	*pdfobj.File
	owner map[int]any                 // by number in the parent tree
	codes map[pdfobj.Ref]map[int]bool // of each font, those that have a text
	seen  map[pdfobj.Ref]bool         // pictures: all pages may share them
	lacks []string
}

func (c *checker) say(format string, args ...any) {
	c.lacks = append(c.lacks, fmt.Sprintf(format, args...))
}

// mostInflated is the largest stream, in bytes, that is looked into.
const mostInflated = 64 << 20

// inflated is what a stream holds; "" where it cannot be read.
func inflated(s *pdfobj.Stream) string {
	if s == nil {
		return ""
	}
	b, err := s.Decoded(mostInflated)
	if err != nil {
		return ""
	}
	return string(b)
}

// text is a text string, "" where there is none.
func (c *checker) text(v any) string { return strings.TrimSpace(c.Text(v)) }

func (c *checker) name(v any) pdfobj.Name {
	n, _ := c.Resolve(v).(pdfobj.Name)
	return n
}

func (c *checker) number(v any) (int, bool) {
	n, is := c.Resolve(v).(pdfobj.Num)
	if !is {
		return 0, false
	}
	return n.Int()
}

func (c *checker) catalogue() {
	root := c.Root()
	if c.text(root["Lang"]) == "" {
		c.say("the document has no language")
	}
	mark := c.Dict(root["MarkInfo"])
	if mark["Marked"] != true {
		c.say("the document does not say that it is tagged")
	}
	if mark["Suspects"] == true {
		c.say("the document's tags are said to be in doubt")
	}
	if c.Dict(root["ViewerPreferences"])["DisplayDocTitle"] != true {
		c.say("the title is not shown in the window")
	}
	if !c.outputIntent(root) {
		c.say("no output intent tells what the colours mean")
	}
	if len(c.Array(c.Trailer["ID"])) != 2 {
		c.say("the file has no identifier")
	}
	if c.Trailer["Encrypt"] != nil {
		c.say("the file is encrypted")
	}
	if root["OpenAction"] != nil || root["AA"] != nil || c.Dict(root["Names"])["JavaScript"] != nil {
		c.say("the file acts on its own")
	}
}

func (c *checker) outputIntent(root pdfobj.Dict) bool {
	for _, v := range c.Array(root["OutputIntents"]) {
		intent := c.Dict(v)
		profile := inflated(c.Stream(intent["DestOutputProfile"]))
		if c.name(intent["S"]) == "GTS_PDFA1" && len(profile) > 40 && profile[36:40] == "acsp" {
			return true
		}
	}
	return false
}

// claims are what the metadata must say.
var claims = []struct{ text, lack string }{
	{"<pdfuaid:part>1</pdfuaid:part>", "the metadata do not claim PDF/UA-1"},
	{"<pdfaid:conformance>A</pdfaid:conformance>", "the metadata do not claim level A of PDF/A"},
	{"<dc:title>", "the metadata have no title"},
}

func (c *checker) metadata() {
	s := c.Stream(c.Root()["Metadata"])
	if s == nil {
		c.say("the file has no metadata")
		return
	}
	if s.D["Filter"] != nil {
		c.say("the metadata are compressed")
	}
	xmp := inflated(s)
	for _, claim := range claims {
		if !strings.Contains(xmp, claim.text) {
			c.say("%s", claim.lack)
		}
	}
	if !strings.Contains(xmp, "<pdfaid:part>2<") && !strings.Contains(xmp, "<pdfaid:part>3<") {
		c.say("the metadata do not claim PDF/A-2 or PDF/A-3")
	}
	if c.text(c.Dict(c.Trailer["Info"])["Title"]) == "" {
		c.say("the information has no title")
	}
}
