package worddoc

import (
	"regexp"
	"strconv"
	"strings"
)

// style is what a paragraph's style says of it.
type style struct{ heading, item int }

// xmlStyle is a style in styles.xml.
type xmlStyle struct {
	ID   string `xml:"styleId,attr"`
	Name struct {
		Val string `xml:"val,attr"`
	} `xml:"name"`
	Based struct {
		Val string `xml:"val,attr"`
	} `xml:"basedOn"`
	Props struct {
		Outline *struct {
			Val string `xml:"val,attr"`
		} `xml:"outlineLvl"`
		Numbers *struct {
			Level struct {
				Val string `xml:"val,attr"`
			} `xml:"ilvl"`
		} `xml:"numPr"`
	} `xml:"pPr"`
}

// The names that headings and lists have in Word's own styles: in every language's Word
// the name of a style is English and its identifier the language's (Rubrik1), but a style
// that somebody has made may have either.
var (
	headingName = regexp.MustCompile(`(?i)^(?:heading|rubrik|überschrift|overskrift)[ _]?([1-9])$`)
	titleName   = regexp.MustCompile(`(?i)^(?:title|rubrik)$`)
	listName    = regexp.MustCompile(`(?i)^(?:list[ _]?(?:bullet|number)|punktlista|numreradlista|numrerad lista)[ _]?([2-5]?)$`)
)

func named(name string) style {
	if m := headingName.FindStringSubmatch(name); m != nil {
		level, _ := strconv.Atoi(m[1])
		return style{heading: level}
	}
	if m := listName.FindStringSubmatch(name); m != nil {
		level, _ := strconv.Atoi("0" + m[1])
		return style{item: max(level, 1)}
	}
	if titleName.MatchString(name) {
		return style{heading: 1}
	}
	return style{}
}

// mostBased is how many styles may stand on each other.
const mostBased = 12

func (r *reader) readStyles(main string) (map[string]style, error) {
	parts, err := r.pack.related(main, "styles")
	if err != nil || len(parts) == 0 {
		return nil, err
	}
	var list struct {
		Styles []xmlStyle `xml:"style"`
	}
	if err := r.pack.decode(parts[0], &list); err != nil {
		return nil, err
	}
	byID := map[string]xmlStyle{}
	for _, s := range list.Styles {
		byID[s.ID] = s
	}
	styles := map[string]style{}
	for id := range byID {
		var is style
		at := id
		for range mostBased {
			s, known := byID[at]
			if !known || is != (style{}) {
				break
			}
			is, at = s.own(), s.Based.Val
		}
		styles[id] = is
	}
	return styles, nil
}

// own is what a style says itself, without those that it stands on.
func (s xmlStyle) own() style {
	if is := named(s.Name.Val); is != (style{}) {
		return is
	}
	if s.Props.Outline != nil {
		return style{heading: level(s.Props.Outline.Val)}
	}
	if s.Props.Numbers != nil {
		return style{item: max(level(s.Props.Numbers.Level.Val), 1)}
	}
	return style{}
}

// level reads a level that counts from 0: 9 is none.
func level(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 || n > 8 {
		return 0
	}
	return n + 1
}

// styleOf is what a paragraph's style says; one that styles.xml lacks by its identifier.
func (r *reader) styleOf(id string) style {
	if is, known := r.styles[id]; known {
		return is
	}
	return named(id)
}
