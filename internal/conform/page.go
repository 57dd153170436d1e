package conform

import (
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/pdfobj"
)

func (c *checker) page(number int, ref pdfobj.Ref) {
	p := c.Dict(ref)
	content := inflated(c.Stream(p["Contents"]))
	c.content(number, p, content)
	c.fonts(number, p, content)
	c.pictures(number, p)
	annots := c.Array(p["Annots"])
	if len(annots) > 0 && c.name(p["Tabs"]) != "S" {
		c.say("page %d: the tab key does not follow the structure", number)
	}
	for _, a := range annots {
		c.annotation(number, a)
	}
}

var (
	sequence = regexp.MustCompile(`(?m)^(/\S+ (?:<<.*>> )?B[DM]C|EMC)\s*$`)
	marked   = regexp.MustCompile(`/MCID (\d+)`)
	painting = regexp.MustCompile(`(?m)(^|\s)(f\*?|F|S|s|B\*?|b\*?|Tj|TJ|Do|sh)(\s|$)`)
)

// content checks that all that is drawn belongs to an element or is an artifact,
// and that the page's entry of the parent tree has an element for each mark.
func (c *checker) content(number int, p pdfobj.Dict, content string) {
	var open []bool // of the sequences within each other, those that say whose they are
	from := 0
	stray := func(to int) bool {
		return !slices.Contains(open, true) && painting.MatchString(content[from:to])
	}
	for _, at := range sequence.FindAllStringIndex(content, -1) {
		begins := content[at[0]:at[1]]
		if stray(at[0]) {
			c.say("page %d: something is drawn that belongs nowhere", number)
			return
		}
		switch {
		case !strings.HasPrefix(begins, "EMC"):
			open = append(open, strings.HasPrefix(begins, "/Artifact ") || marked.MatchString(begins))
		case len(open) == 0:
			c.say("page %d: a sequence ends that has not begun", number)
			return
		default:
			open = open[:len(open)-1]
		}
		from = at[1]
	}
	if len(open) > 0 || stray(len(content)) {
		c.say("page %d: something is drawn that belongs nowhere", number)
	}
	key, has := c.number(p["StructParents"])
	owners := c.Array(c.owner[key])
	for _, m := range marked.FindAllStringSubmatch(content, -1) {
		id, err := strconv.Atoi(m[1])
		if !has || err != nil || id >= len(owners) || c.Dict(owners[id])["S"] == nil {
			c.say("page %d: content leads to no element", number)
			return
		}
	}
}

// Annotation flags (ISO 32000-1, 12.5.3).
const hidden, printed = 1 << 1, 1 << 2

func (c *checker) annotation(number int, ref any) {
	a := c.Dict(ref)
	kind := c.name(a["Subtype"])
	flags, _ := c.number(a["F"])
	if flags&printed == 0 || flags&hidden != 0 {
		c.say("page %d: a %s is not printed", number, kind)
	}
	want := pdfobj.Name("Annot")
	switch kind {
	case "Link":
		want = "Link"
		if c.text(a["Contents"]) == "" {
			c.say("page %d: a link does not say where it leads", number)
		}
	case "Widget":
		want = "Form"
		if c.text(a["TU"]) == "" {
			c.say("page %d: a field does not say what it is for", number)
		}
		if c.Stream(c.Dict(a["AP"])["N"]) == nil {
			c.say("page %d: a field has no appearance", number)
		}
	}
	key, has := c.number(a["StructParent"])
	owner := c.Dict(c.owner[key])
	if !has || owner == nil {
		c.say("page %d: a %s is outside the structure", number, kind)
		return
	}
	if c.name(owner["S"]) != want {
		c.say("page %d: a %s belongs to a %s", number, kind, c.name(owner["S"]))
	}
	if !c.refers(owner, ref) {
		c.say("page %d: the element of a %s does not lead to it", number, kind)
	}
}

// refers tells whether an element has an annotation among its content.
func (c *checker) refers(e pdfobj.Dict, annotation any) bool {
	return slices.ContainsFunc(c.List(e["K"]), func(k any) bool {
		o := c.Dict(k)
		return o != nil && c.name(o["Type"]) == "OBJR" && o["Obj"] == annotation
	})
}

var (
	fontSet = regexp.MustCompile(`/(\S+) [-\d.]+ Tf`)
	shown   = regexp.MustCompile(`<([0-9A-F]*)>`)
	entry   = regexp.MustCompile(`(?m)^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>`)
)

// fonts checks those that a page uses, and that each of its glyphs has a text.
func (c *checker) fonts(number int, p pdfobj.Dict, content string) {
	fonts := c.Dict(c.Dict(p["Resources"])["Font"])
	var codes map[int]bool
	for line := range strings.Lines(content) {
		if m := fontSet.FindStringSubmatch(line); m != nil {
			ref, _ := fonts[pdfobj.Name(m[1])].(pdfobj.Ref)
			codes = c.font(m[1], ref)
		}
		at := strings.Index(line, " Td [")
		if at < 0 {
			continue
		}
		for _, m := range shown.FindAllStringSubmatch(line[at:], -1) {
			raw, err := hex.DecodeString(m[1])
			for i := 0; err == nil && i+1 < len(raw); i += 2 {
				if code := int(raw[i])<<8 | int(raw[i+1]); !codes[code] {
					c.say("page %d: a glyph has no text", number)
					return
				}
			}
		}
	}
}

// font gives the codes of a font that have a text, and tells once what it lacks.
func (c *checker) font(name string, ref pdfobj.Ref) map[int]bool {
	if codes, known := c.codes[ref]; known {
		return codes
	}
	f := c.Dict(ref)
	codes := map[int]bool{}
	for _, m := range entry.FindAllStringSubmatch(inflated(c.Stream(f["ToUnicode"])), -1) {
		code, err := strconv.ParseUint(m[1], 16, 16)
		if err == nil && m[2] != "0000" && m[2] != "FEFF" && m[2] != "FFFE" {
			codes[int(code)] = true
		}
	}
	c.codes[ref] = codes
	if f["ToUnicode"] == nil {
		c.say("the font %s has no text for its glyphs", name)
	}
	cids := c.Array(f["DescendantFonts"])
	if len(cids) != 1 {
		c.say("the font %s is not composite", name)
		return codes
	}
	cid := c.Dict(cids[0])
	if c.Stream(c.Dict(cid["FontDescriptor"])["FontFile2"]) == nil {
		c.say("the font %s is not embedded", name)
	}
	if cid["CIDToGIDMap"] == nil {
		c.say("the font %s does not say which glyphs its codes mean", name)
	}
	if c.Array(cid["W"]) == nil {
		c.say("the font %s has no widths", name)
	}
	return codes
}
