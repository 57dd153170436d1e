package load

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
)

const (
	// maxDepth is how deep mappings and lists may nest.
	maxDepth = 64
	// maxExpansion is how many times the file's size its aliases may amount to.
	maxExpansion = 10
	// maxValues is how many values a file may have. It is more than an indicator's series
	// takes that has all of a country's municipalities over twenty years; a file of
	// nothing but commas would take a hundred times its size.
	maxValues = 100_000
)

// values is at least how many values a text has: two on each line, one for each hyphen
// that begins it, and what commas part in brackets.
func values(src string) int {
	if len(src) < maxValues {
		return 0 // it cannot have too many, and nearly all texts are short
	}
	n := 0
	for line := range strings.SplitSeq(src, "\n") {
		line = strings.TrimLeft(line, " ")
		for strings.HasPrefix(line, "- ") {
			line, n = strings.TrimLeft(line[2:], " "), n+1
		}
		if line != "" && line[0] != '#' {
			n += 2
		}
	}
	if strings.ContainsAny(src, "[{") {
		n += 2 * strings.Count(src, ",")
	}
	return n
}

// parseYAML reads one YAML document that begins on firstLine of the file. An
// empty document gives a nil node. A finding means that the reading ends here.
func parseYAML(t text, src string, firstLine int) (root *yaml.Node, finding *diag.Finding) {
	// YAML 1.1 takes these for line ends, editors do not, and lines must agree.
	if strings.Contains(src, "\u2028") || strings.Contains(src, "\u2029") {
		src = strings.NewReplacer("\u2028", " ", "\u2029", " ").Replace(src)
	}
	if values(src) > maxValues {
		f := tooLarge(t.path, diag.Say(
			"Filen har fler än %s värden. Dela upp den i flera filer.", "The file has more than %s values. Split it into several files.", itoa(maxValues)))
		return nil, &f
	}
	doc, err := decodeOne(src)
	if err != nil {
		return nil, syntaxFinding(t, err, src, firstLine)
	}
	if doc == nil || len(doc.Content) == 0 {
		return nil, nil
	}
	root = doc.Content[0]
	if depth(root, 0) > maxDepth {
		f := tooLarge(t.path, diag.Say(
			"Filen har fler än %s nivåer inuti varandra. Förenkla uppbyggnaden.",
			"The file nests more than %s levels deep. Make it simpler.", itoa(maxDepth)))
		return nil, &f
	}
	// Without an asterisk there is no alias, and nothing to write out.
	if strings.Contains(src, "*") && expanded(root) > maxExpansion*len(src) {
		f := tooLarge(t.path, diag.Say(
			"Upprepningarna med & och * blir tillsammans mer än %s gånger så stora som filen. Skriv ut texten i stället.",
			"What is repeated with & and * amounts to more than %s times the file. Write it out instead.", itoa(maxExpansion)))
		return nil, &f
	}
	return root, nil
}

func tooLarge(path string, message diag.Text) diag.Finding {
	return diag.New("too-large", diag.Whole(path), message)
}

// secondDocument says on which line another document begins.
type secondDocument struct{ line int }

func (e secondDocument) Error() string { return fmt.Sprintf("line %d: another document", e.line) }

func decodeOne(src string) (doc *yaml.Node, err error) {
	// A parser's panic on hostile input must not take the other files with it.
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("%v", r)
		}
	}()
	d := yaml.NewDecoder(strings.NewReader(src))
	var first, second yaml.Node
	switch err := d.Decode(&first); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	}
	switch err := d.Decode(&second); {
	case errors.Is(err, io.EOF):
		return &first, nil
	case err != nil:
		return nil, err
	}
	return nil, secondDocument{second.Line}
}

// yaml.v3 tells the line of a syntax error in the error's text alone.
var errorLine = regexp.MustCompile(`line (\d+): `)

func syntaxFinding(t text, err error, src string, firstLine int) *diag.Finding {
	detail := strings.TrimPrefix(err.Error(), "yaml: ")
	if strings.Contains(detail, "exceeded max depth") {
		f := tooLarge(t.path, diag.Say(
			"Filen har för många nivåer inuti varandra. Förenkla uppbyggnaden.", "The file nests too deeply. Make it simpler."))
		return &f
	}
	line := 1
	if m := errorLine.FindStringSubmatch(detail); m != nil {
		detail = strings.Replace(detail, m[0], "", 1)
		if n, err := strconv.Atoi(m[1]); err == nil {
			line = min(n+firstLine-1, len(t.lines))
		}
	}
	pos := diag.Pos{Line: max(line, 1), Column: 1}
	message, look := syntaxMessage(err, detail), 0
	if !errors.As(err, new(secondDocument)) {
		message, look = led(message, src, firstLine, line)
	}
	f := diag.New("yaml-syntax", diag.Place{File: t.path, Range: diag.Range{Start: pos, End: pos}}, message)
	f.Look = look
	return &f
}

// led makes a message say what is odd where the text stops being readable, and on
// which line that is, if it is another than the one that the finding stands on.
func led(message diag.Text, src string, firstLine, named int) (words diag.Text, look int) {
	if len(src) > searched {
		return message, 0
	}
	lines := strings.Split(strings.TrimSuffix(src, "\n"), "\n")
	n := culprit(lines)
	if n == 0 {
		return message, 0
	}
	odd, at := oddity(lines, n, firstLine)
	if !odd.IsZero() {
		message = odd
	}
	if at == named {
		return message, 0
	}
	return diag.Text{SV: "Felet är på rad " + itoa(at) + ". " + message.SV, EN: "The mistake is on line " + itoa(at) + ". " + message.EN}, at
}

// syntaxHints puts the parser's commonest complaints into an editor's words.
var syntaxHints = []struct {
	says    string
	message diag.Text
}{
	{"mapping values are not allowed", diag.Say(
		"Här står ett kolon där det inte kan stå. Hör det till texten: sätt citattecken runt texten. Är raden indragen mer än de andra: ta bort indraget.",
		"There is a colon where none can stand. If it belongs to the text, put quotation marks around the text. If the line is indented more than the others, take the indentation away.")},
	{"tab character", tabHint},
	{"found character that cannot start any token", diag.Say(
		"Raden börjar med ett tecken som inte går att tolka, ofta en tabb, @ eller `. Använd mellanslag för indrag och sätt citattecken runt texten.",
		"The line begins with a character that cannot be read, often a tab, @ or `. Indent with spaces and put quotation marks around the text.")},
	{"could not find expected ':'", diag.Say(
		"Raden är inget fält: ett sådant har ett namn, ett kolon och ett värde. Fortsätter raden texten ovanför: dra in den med två mellanslag mer än fältets namn. Hör den till brödtexten: den ska stå under den rad med tre bindestreck (---) som avslutar fälten.",
		"The line is no field, which has a name, a colon and a value. If it continues the text above, indent it by two spaces more than the field's name. If it belongs to the body, it must stand below the line of three hyphens (---) that ends the fields.")},
	{"unknown escape character", diag.Say(
		"Ett omvänt snedstreck (\\) betyder något särskilt inom \"…\". Byt de två citattecknen mot enkla: '…'.",
		"A backslash (\\) has a meaning of its own within \"…\". Use single quotation marks instead: '…'.")},
	{"did not find expected key", diag.Say(
		"Indraget stämmer inte här, eller så är ett citattecken fel. Jämför med raden ovanför.",
		"The indentation is off here, or a quotation mark is. Compare with the line above.")},
	{"did not find expected '-' indicator", diag.Say(
		"Raden hör inte till listan ovanför. Börja den med ett bindestreck, eller ändra indraget.",
		"The line does not belong to the list above. Begin it with a hyphen, or change its indentation.")},
	{"unexpected end of stream", diag.Say(
		"Ett citattecken öppnas men stängs aldrig. Lägg till det som saknas.",
		"A quotation mark opens and never closes. Add the one that is missing.")},
	{"did not find expected", diag.Say(
		"En parentes ([ eller {) eller en lista är inte avslutad som den ska.",
		"A bracket ([ or {) or a list does not end as it should.")},
	{"unknown anchor", diag.Say(
		"Här hänvisas med * till något som inte har märkts med &. Sätt citattecken om * hör till texten.",
		"This refers with * to something that & does not mark. Put quotation marks if the * belongs to the text.")},
}

var tabHint = diag.Say(
	"Raden är indragen med tabb. Ta bort tabben och skriv lika många mellanslag som raderna omkring har, inga om de inte är indragna.",
	"The line is indented with a tab. Remove it and write as many spaces as the lines around it have, none if they have none.")

func syntaxMessage(err error, detail string) diag.Text {
	var second secondDocument
	if errors.As(err, &second) {
		return diag.Say(
			"Filen innehåller mer än ett dokument: raden --- mitt i filen delar den. Ta bort den.",
			"The file holds more than one document: the line --- parts it. Remove it.")
	}
	for _, h := range syntaxHints {
		if strings.Contains(detail, h.says) {
			return h.message
		}
	}
	return diag.Say("Filen går inte att tolka som YAML (%s). Jämför raden med raderna runt omkring.",
		"The file cannot be read as YAML (%s). Compare the line with those around it.", detail)
}

func depth(n *yaml.Node, level int) int {
	if n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode {
		return level
	}
	level++
	if level > maxDepth {
		return level
	}
	deepest := level
	for _, c := range n.Content {
		deepest = max(deepest, depth(c, level))
	}
	return deepest
}

// expanded is the size in bytes that a document has with its aliases written
// out. An alias within itself is endless.
func expanded(root *yaml.Node) int {
	const endless = 1 << 40
	sizes := map[*yaml.Node]int{}
	var size func(n *yaml.Node) int
	size = func(n *yaml.Node) int {
		if s, known := sizes[n]; known {
			return s
		}
		sizes[n] = endless // while it is being counted
		s := len(n.Value)
		if n.Kind == yaml.AliasNode {
			s = size(n.Alias)
		}
		for _, c := range n.Content {
			s = min(s+1+size(c), endless)
		}
		sizes[n] = s
		return s
	}
	return size(root)
}
