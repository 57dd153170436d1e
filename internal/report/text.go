package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// Colours of a terminal (ECMA-48 SGR).
const (
	red, green, yellow, bold, faint, reset = "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
	// widest is how much of a source line is quoted, in code points.
	widest = 120
)

type textWriter struct {
	*bufio.Writer // keeps the first error until it is flushed
	Options
	told   map[string]bool // the rules that a reader has been led to
	source *sourceLine     // that was quoted last
}

// sourceLine is a line of a file as it is shown. Many findings may be of one long line.
type sourceLine struct {
	file   string
	number int
	text   []rune
}

func writeText(w io.Writer, findings []diag.Finding, opt Options) error {
	t := textWriter{bufio.NewWriter(w), opt, map[string]bool{}, &sourceLine{}}
	counting, known := parted(findings)
	for _, f := range counting {
		t.finding(f)
	}
	if known != nil {
		t.line("%s", diag.Say("Kända varningar, som sekretariatet svarar för:", "Known warnings that the secretariat answers for:").In(t.Lang))
		for _, f := range known {
			t.line("  %s:%d %s: %s", diag.Visible(f.File), f.Range.Start.Line, f.Rule, diag.Visible(f.Accepted))
		}
		t.line("")
	}
	t.errorsAgain(findings)
	t.unread(findings)
	t.summary(findings)
	return t.Flush()
}

// line writes a line.
func (t textWriter) line(format string, args ...any) {
	_, _ = fmt.Fprintf(t.Writer, format+"\n", args...) // flushing tells of errors
}

// few findings are seen at once.
const few = 3

// errorsAgain lists the errors at the end, where warnings would drown them.
func (t textWriter) errorsAgain(findings []diag.Finding) {
	errors, warnings, accepted := diag.Count(findings)
	if errors == 0 || warnings+accepted == 0 || errors+warnings <= few {
		return
	}
	t.line("%s", diag.Say("Det här är fel och måste rättas:", "These are errors and must be mended:").In(t.Lang))
	for _, f := range findings {
		if f.Severity() == diag.Error {
			look := ""
			if f.Look > 0 && f.Look != int(f.Range.Start.Line) {
				look = " " + diag.Say("(se rad %d)", "(see line %d)", f.Look).In(t.Lang)
			}
			t.line("  %s:%d:%d %s%s", diag.Visible(f.File), f.Range.Start.Line, f.Range.Start.Column, f.Rule, look)
		}
	}
	t.line("")
}

// unread says how many files could not be read to their ends: what is wrong further on
// in them shows when they can.
func (t textWriter) unread(findings []diag.Finding) {
	files, last := 0, ""
	for _, f := range findings {
		if f.File != last && f.Rule.Closes() {
			files, last = files+1, f.File
		}
	}
	switch files {
	case 0:
	case 1:
		t.line("%s", diag.Say("En fil går inte att läsa än. När den är rättad kan fler fel visa sig.",
			"One file cannot be read yet. When it is mended, more errors may show.").In(t.Lang))
	default:
		t.line("%s", diag.Say("%d filer går inte att läsa än. När de är rättade kan fler fel visa sig.",
			"%d files cannot be read yet. When they are mended, more errors may show.", files).In(t.Lang))
	}
}

func (t textWriter) colour(code, s string) string {
	if !t.Colour {
		return s
	}
	return code + s + reset
}

func (t textWriter) finding(f diag.Finding) {
	shade := red
	if f.Severity() == diag.Warning {
		shade = yellow
	}
	start := f.Range.Start
	t.line("%s %s %s: %s", t.colour(bold, fmt.Sprintf("%s:%d:%d:", diag.Visible(f.File), start.Line, start.Column)),
		t.colour(shade, f.Severity().Name().In(t.Lang)), f.Rule, diag.Visible(f.Message.In(t.Lang)))
	if f.Look > 0 || f.Add != "" {
		t.look(f)
	} else {
		t.quote(f)
	}
	if f.Suggestion != "" {
		t.line("    %s %s", diag.Say("Förslag:", "Suggestion:").In(t.Lang), diag.Visible(f.Suggestion))
	}
	if others := t.others(f, func(p diag.Place) string {
		return fmt.Sprintf("%s:%d:%d", p.File, p.Range.Start.Line, p.Range.Start.Column)
	}); others != "" {
		t.line("    %s", diag.Visible(others))
	}
	t.more(f.Rule.Name)
	t.line("")
}

// more leads to all there is to say of a rule, once: to its page if it has one,
// else to the command that tells the same.
func (t textWriter) more(rule string) {
	if t.told[rule] {
		return
	}
	t.told[rule] = true
	where := cmp.Or(t.page(rule), "samsyn explain "+rule)
	t.line("    %s", t.colour(faint, readMore.In(t.Lang)+" "+where))
}

// look shows the line to look at with its number, where it is not that of the place,
// and below it the line that is missing there.
func (t textWriter) look(f diag.Finding) {
	if f.Secret || t.Lines == nil {
		return
	}
	if line, there := t.sourceOf(f.File, f.Look); there {
		t.line("%7d | %s", f.Look, string(line[:min(len(line), widest)]))
	}
	if f.Add != "" {
		t.line("      %s %s", t.colour(green, "+ |"), t.colour(green, diag.Visible(f.Add)))
	}
}

// sourceOf gives a line of a file, counted from 1, as it may be shown.
func (t textWriter) sourceOf(file string, number int) (line []rune, there bool) {
	if t.source.file == file && t.source.number == number {
		return t.source.text, true
	}
	lines := t.Lines(file)
	if number < 1 || number > len(lines) {
		return nil, false
	}
	*t.source = sourceLine{file, number, []rune(diag.Visible(identity.Mask(lines[number-1])))}
	return t.source.text, true
}

// quote shows the source line with a caret under the value.
func (t textWriter) quote(f diag.Finding) {
	if f.Secret || t.Lines == nil {
		return
	}
	line, there := t.sourceOf(f.File, int(f.Range.Start.Line))
	if !there {
		return
	}
	start, end := int(f.Range.Start.Column)-1, int(f.Range.End.Column)-1
	if f.Range.End.Line > f.Range.Start.Line {
		end = len(line)
	}
	from := max(0, min(start-widest/2, len(line)-widest))
	line = line[from:min(from+widest, len(line))]
	start, end = min(start-from, len(line)), min(end-from, len(line))
	if strings.TrimSpace(string(line)) == "" {
		return
	}
	t.line("    %s\n    %s%s", string(line), strings.Repeat(" ", max(start, 0)), t.colour(red, strings.Repeat("^", max(end-start, 1))))
}

func (t textWriter) summary(findings []diag.Finding) {
	errors, warnings, accepted := diag.Count(findings)
	t.line("%s", diag.Text{
		SV: fmt.Sprintf("%s, %d fel, %s%s", count(t.Files, "fil", "filer"), errors, count(warnings, "varning", "varningar"), also(accepted, "känd varning", "kända varningar")),
		EN: fmt.Sprintf("%s, %s, %s%s", count(t.Files, "file", "files"), count(errors, "error", "errors"), count(warnings, "warning", "warnings"), also(accepted, "known", "known")),
	}.In(t.Lang))
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func also(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return ", " + count(n, one, many)
}
