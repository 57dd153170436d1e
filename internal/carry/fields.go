package carry

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/edit"
	"samsyn/internal/model"
)

// errForm says that a file's fields are no mapping.
var errForm = errors.New("no fields")

// ofTheYear are the fields of an initiative that belong to its year alone: what was
// reported, under which wording it was adopted, that it was withdrawn.
var ofTheYear = []string{"reports", "adopted_wording", "withdrawn", "continues"}

// granted are the fields of a funding that are decided anew each year.
var granted = []string{"amount_sek", "case_number"}

// initiative makes an initiative of a later year: its times are moved by so many years,
// it continues the earlier one, and what was decided and reported stays behind.
func initiative(data []byte, i *model.Initiative, years int) ([]byte, error) {
	return rewritten(data, func(root *yaml.Node) {
		drop(root, ofTheYear...)
		if !i.Open() {
			set(root, "status", "planned")
		}
		if period := doc.Value(root, "period"); period != nil {
			move(doc.Value(period, "from"), years)
			move(doc.Value(period, "to"), years)
		}
		if follow := doc.Value(root, "follow_up"); follow != nil {
			if due := doc.Value(follow, "due"); due != nil {
				for _, d := range due.Content {
					move(d, years)
				}
			}
		}
		if funding := doc.Value(root, "funding"); funding != nil {
			for _, f := range funding.Content {
				drop(f, granted...)
			}
		}
		set(root, "continues", i.FullID())
	})
}

// translation leaves behind what a translation has of reports.
func translation(data []byte) ([]byte, error) {
	return rewritten(data, func(root *yaml.Node) {
		drop(root, ofTheYear...)
	})
}

// rewritten changes the fields of a Markdown file and lays them out anew.
func rewritten(data []byte, change func(root *yaml.Node)) ([]byte, error) {
	front, err := doc.FrontOf(doc.Source(data))
	if err != nil {
		return nil, err
	}
	root, err := doc.Parse(front.Fields)
	if err != nil {
		return nil, err
	}
	if root == nil || root.Kind != yaml.MappingNode {
		return nil, errForm
	}
	root = alone(root)
	change(root)
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(root); err != nil {
		return nil, err
	}
	front.Fields = b.String()
	out := []byte(front.String())
	if laidOut, err := edit.Format("initiative", true, out); err == nil {
		out = laidOut
	}
	return out, nil
}

// alone writes out what aliases repeat, so that each field stands for itself. Fields in
// brackets get lines of their own.
func alone(n *yaml.Node) *yaml.Node {
	n = doc.Target(n)
	own := *n
	own.Anchor, own.Content = "", nil
	if n.Kind != yaml.ScalarNode {
		own.Style = 0
	}
	for _, c := range n.Content {
		own.Content = append(own.Content, alone(c))
	}
	return &own
}

func drop(mapping *yaml.Node, names ...string) {
	if mapping.Kind != yaml.MappingNode {
		return
	}
	var kept []*yaml.Node
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if !slices.Contains(names, mapping.Content[i].Value) {
			kept = append(kept, mapping.Content[i], mapping.Content[i+1])
		}
	}
	mapping.Content = kept
}

// set gives a field a text; one that is not there stands before the follow-up.
func set(root *yaml.Node, name, text string) {
	if v := doc.Value(root, name); v != nil {
		*v = yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
		return
	}
	at := len(root.Content)
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == "follow_up" {
			at = i
		}
	}
	root.Content = slices.Insert(root.Content, at,
		&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name}, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text})
}

// move moves a date by years. The last of February becomes the 28th where it must.
func move(n *yaml.Node, years int) {
	if n == nil || n.Kind != yaml.ScalarNode {
		return
	}
	d, valid := model.ParseDate(strings.TrimSpace(n.Value))
	if !valid {
		return
	}
	moved := model.Date{Year: d.Year + years, Month: d.Month, Day: d.Day}
	if d.Whole() && moved.Month == 2 {
		moved.Day = min(d.Day, model.Date{Year: moved.Year, Month: 2}.Last().Day)
	}
	n.Value = moved.String()
	if d.Month == 0 {
		n.Value = fmt.Sprintf("%04d", moved.Year)
	}
}

// relative is how a file is reached from a folder.
func relative(folder, file string) (string, error) {
	to, err := filepath.Rel(filepath.FromSlash(folder), filepath.FromSlash(file))
	return filepath.ToSlash(to), err
}
