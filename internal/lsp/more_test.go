package lsp

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing/object"

	"samsyn/internal/history/historytest"
)

func TestQuickFixes(t *testing.T) {
	e := start(t, county(t), "sv")
	text := e.read(initiative)
	for _, test := range []struct {
		old, new string
		title    string
		kind     string
		sure     bool
		want     string // what stands in the place of the whole changed line
	}{
		{"owner: alvesta", "owner: alvsta", "Byt till alvesta", quickFix, true, "owner: alvesta"},
		{"status: ongoing", "statuss: ongoing", "Byt till status", quickFix, true, "status: ongoing"},
		{"owner: alvesta\n", "", "Lägg till owner", quickFix, false, "owner: \n"},
		{"owner: alvesta", "owner: alvsta", "Rätta det som säkert går att rätta i filen", fixAll, false, "owner: alvesta"},
	} {
		changed := strings.Replace(text, test.old, test.new, 1)
		e.write(initiative, changed)
		params := map[string]any{"textDocument": map[string]any{"uri": e.uri(initiative)}, "range": span{End: position{Line: 100}}, "context": map[string]any{"only": []string{test.kind}}}
		var actions []codeAction
		if err := json.Unmarshal(e.ask("textDocument/codeAction", params), &actions); err != nil {
			t.Fatal(err)
		}
		n := slices.IndexFunc(actions, func(a codeAction) bool { return a.Title == test.title })
		if n < 0 || actions[n].IsPreferred != test.sure || actions[n].Kind != test.kind {
			t.Errorf("%s: %+v", test.title, actions)
			continue
		}
		if got := edited(changed, actions[n].Edit.Changes[e.uri(initiative)]); !strings.Contains(got, test.want) {
			t.Errorf("%s: %s", test.title, got)
		}
	}
	// What stands twice in a list goes, with its line.
	e.write(initiative, strings.Replace(text, "status: ongoing", "status: ongoing\npartners:\n  - forum\n  - forum", 1))
	raw := e.ask("textDocument/codeAction", map[string]any{"textDocument": map[string]any{"uri": e.uri(initiative)}, "range": span{End: position{Line: 100}}})
	if !strings.Contains(string(raw), `{"start":{"line":10,"character":0},"end":{"line":11,"character":0}},"newText":""`) {
		t.Errorf("%s", raw)
	}
}

// edited is a text after edits, which stand in their order.
func edited(text string, edits []textEdit) string {
	p := newPage("", []byte(text), false)
	offset := func(at position) int {
		pos := p.pos(at)
		n := 0
		for _, l := range p.Lines[:min(int(pos.Line)-1, len(p.Lines))] {
			n += len(l) + 1
		}
		if int(pos.Line) <= len(p.Lines) {
			n += len(string([]rune(p.Lines[pos.Line-1])[:pos.Column-1]))
		}
		return min(n, len(text))
	}
	for _, edit := range slices.Backward(edits) {
		text = text[:offset(edit.Range.Start)] + edit.NewText + text[offset(edit.Range.End):]
	}
	return text
}

func TestFormatting(t *testing.T) {
	e := start(t, county(t), "sv")
	text := e.read(initiative)
	jumbled := strings.Replace(text, "owner: alvesta\n", "", 1)
	jumbled = strings.Replace(jumbled, "title: Språk på jobbet\n", "owner:   alvesta\ntitle: Språk på jobbet # är bra\n", 1)
	e.write(initiative, jumbled)
	var edits []textEdit
	if err := json.Unmarshal(e.ask("textDocument/formatting", at(e.uri(initiative), 0, 0)), &edits); err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(text, "jobbet\n", "jobbet # är bra\n", 1); len(edits) != 1 || edited(jumbled, edits) != want {
		t.Errorf("%s", edited(jumbled, edits))
	}
	for _, untouched := range []string{text, "---\ntitle: [\n---\n"} {
		e.write(initiative, untouched)
		if raw := e.ask("textDocument/formatting", at(e.uri(initiative), 0, 0)); string(raw) != "null" {
			t.Errorf("%q: %s", untouched, raw)
		}
	}
}

// author is who has committed.
var author = object.Signature{Name: "S", Email: "s@abro.example", When: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}

// What the main branch has cannot get another name; what a proposal adds can.
func TestPublishedKeepsItsName(t *testing.T) {
	repo := historytest.New(t)
	files := historytest.Files{}
	from := county(t)
	err := filepath.WalkDir(from, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(from, name)
		files[filepath.ToSlash(rel)] = stored(t, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	repo.Commit(author, "Start\n", files)
	for name, text := range files {
		put(t, filepath.Join(repo.Dir, name), text)
	}
	e := start(t, repo.Dir, "sv")
	parties := e.read("agreement/parties.yaml") + "  - id: ny-part\n    name: Ny part\n    kind: network\n"
	for _, test := range []struct{ file, marked, refused string }{
		{"agreement/parties.yaml", strings.Replace(parties, "id: alvesta", "id: alv|esta", 1), "har publicerats"},
		{"agreement/parties.yaml", strings.Replace(parties, "id: ny-part", "id: ny-|part", 1), ""},
		{initiative, strings.Replace(e.read(initiative), "title: ", "title: |", 1), ""}, // its plan is a draft
	} {
		for _, method := range []string{"textDocument/prepareRename", "textDocument/rename"} {
			_, fail := e.askAt(method, test.file, test.marked, map[string]any{"newName": "helt-annat"})
			if fail == nil && test.refused != "" || fail != nil && (test.refused == "" || !strings.Contains(fail.Message, test.refused)) {
				t.Errorf("%s of %s: %v", method, test.file, fail)
			}
		}
	}
}

// A rename that would break something else is not made.
func TestHarmfulRename(t *testing.T) {
	dir := county(t)
	put(t, filepath.Join(dir, "agreement/text/bakgrund.md"), "# Bakgrund\n\nSe [insatsen](../../plans/2026/sprak.md).\n")
	e := start(t, dir, "sv")
	_, fail := e.askAt("textDocument/rename", initiative, strings.Replace(e.read(initiative), "title: ", "title: |", 1), map[string]any{"newName": "annat"})
	if fail == nil || !strings.Contains(fail.Message, "agreement/text/bakgrund.md") {
		t.Errorf("%v", fail)
	}
}

// Only the content's own files are looked at, whatever an address says.
func TestOtherFiles(t *testing.T) {
	dir := county(t)
	put(t, filepath.Join(dir, ".env"), "secret: alvesta\n")
	put(t, filepath.Join(filepath.Dir(dir), "outside.yaml"), "owner: alvesta\n")
	e := start(t, dir, "sv")
	for _, uri := range []string{
		"file:///etc/passwd", "file://" + dir + "/../outside.yaml", "file://" + dir + "/plans/..%2f..%2foutside.yaml", "file://" + dir + "/.env",
		"file://" + dir + "/plans/.hidden/x.md", "file://evil.example" + dir + "/" + initiative, "http://" + dir + "/" + initiative, "git:" + dir + "/" + initiative,
		"file://" + dir + "/plans/2026%00.md", "file://" + dir + "/README.md", "file://" + dir + "x/" + initiative, "%zz", "", "untitled:Untitled-1", "file:" + initiative,
		"file://" + dir + "//plans/2026/sprak.md", "file://" + dir + "/plans\\2026\\sprak.md",
	} {
		e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "version": 1, "text": "owner: alvsta\n"}})
		for _, method := range slices.Sorted(maps.Keys(methods)) {
			params := at(uri, 0, 8)
			params["newName"] = "x"
			if raw, fail := e.try(method, params); fail != nil || string(raw) != "null" {
				t.Errorf("%s of %q: %s %v", method, uri, raw, fail)
			}
		}
	}
	for file := range e.told {
		t.Errorf("told of %q", file)
	}
	// Letters that the address writes with percent signs are the file's all the same.
	uri := "file://" + dir + "/plans/2026/spr%61k.md"
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "version": 1, "text": e.read(initiative)}})
	if raw := e.ask("textDocument/hover", at(uri, 3, 8)); !strings.Contains(string(raw), "Alvesta kommun") {
		t.Errorf("%s", raw)
	}
}

// What is no message is answered, or ends the conversation; nothing hangs or breaks.
func TestHostileMessages(t *testing.T) {
	long := fmt.Sprintf("Content-Length: %d\r\n\r\n", longestMessage+1) + strings.Repeat(" ", longestMessage+1)
	for text, code := range map[string]int{
		"Content-Length: 4\r\n\r\n{]{]":                                               parseError,
		"Content-Length: 2\r\n\r\n[]":                                                 invalidRequest,
		"Content-Length: 2\r\n\r\n{}":                                                 invalidRequest,
		"content-length:4\r\nX: y\r\n\r\nnull":                                        invalidRequest,
		"Content-Length: 0\r\n\r\n":                                                   parseError,
		framed(`{"jsonrpc":"2.0","id":7}`):                                            invalidRequest,
		framed(`{"jsonrpc":"2.0","id":7,"method":"x"}`):                               unknownMethod,
		framed(`{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":[1]}`): invalidParams,
		framed(`{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{"textDocument":3}}`): invalidParams,
		framed(`{"jsonrpc":"2.0","id":7,"method":"initialize","params":{}}`):                         invalidRequest,
		framed(strings.Repeat("[", 100_000)):                                                         parseError,
		long:                                                                                         invalidRequest,
	} {
		e := start(t, county(t), "sv")
		go func() { _, _ = io.WriteString(e.in, text) }()
		if _, fail := e.wait(); fail == nil || fail.Code != code {
			t.Errorf("%.60q: %v, want %d", text, fail, code)
		}
		if raw, _ := e.askAt("textDocument/hover", initiative, strings.Replace(e.read(initiative), "owner: ", "owner: |", 1), nil); !strings.Contains(string(raw), "Alvesta") {
			t.Errorf("%.60q: nothing is answered after it: %s", text, raw)
		}
	}
	for _, text := range []string{
		"Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: 1099511627776\r\n\r\n",
		strings.Repeat("a", 10*longestLine), strings.Repeat("A: b\r\n", 10*mostHeaders), "\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "",
	} {
		e := start(t, county(t), "sv")
		go func() {
			_, _ = io.WriteString(e.in, text)
			_ = e.in.Close()
		}()
		go func(said io.Reader) { _, _ = io.Copy(io.Discard, said) }(e.out)
		if err := <-e.ended; !errors.Is(err, ErrLeft) {
			t.Errorf("%.60q: %v", text, err)
		}
	}
}

func framed(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

// The order of a conversation: nothing before initialize, nothing after shutdown, and
// exit says whether it was announced.
func TestLifecycle(t *testing.T) {
	dir := county(t)
	e := connect(t, dir, "sv")
	if _, fail := e.try("textDocument/hover", at(e.uri(initiative), 0, 0)); fail == nil || fail.Code != notInitialized {
		t.Errorf("before initialize: %v", fail)
	}
	e = start(t, dir, "sv")
	e.ask("shutdown", nil)
	if _, fail := e.try("textDocument/hover", at(e.uri(initiative), 0, 0)); fail == nil || fail.Code != invalidRequest {
		t.Errorf("after shutdown: %v", fail)
	}
	e.notify("exit", nil)
	if err := <-e.ended; err != nil {
		t.Error(err)
	}
	e = start(t, dir, "sv")
	e.notify("exit", nil)
	go func(said io.Reader) { _, _ = io.Copy(io.Discard, said) }(e.out)
	if err := <-e.ended; !errors.Is(err, ErrLeft) {
		t.Errorf("left without a word: %v", err)
	}
	// A folder without a content is told of, and does not end anything.
	e = start(t, t.TempDir(), "sv")
	e.ask("textDocument/hover", at(e.uri("samsyn.yaml"), 0, 0))
	if len(e.shown) != 1 || !strings.Contains(e.shown[0], "samsyn.yaml") {
		t.Errorf("%q", e.shown)
	}
}

// What the editor takes back before its turn comes is not worked on.
func TestCancel(t *testing.T) {
	in, out := io.Pipe()
	queue := make(chan incoming, waiting)
	go receive(t.Context(), in, queue)
	_, _ = io.WriteString(out, framed(`{"jsonrpc":"2.0","id":"a","method":"textDocument/hover"}`)+framed(`{"jsonrpc":"2.0","id":2,"method":"textDocument/hover"}`)+
		framed(`{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a"}}`)+framed(`{"jsonrpc":"2.0","method":"initialized"}`))
	first, second, third := <-queue, <-queue, <-queue
	if first.ctx.Err() == nil || second.ctx.Err() != nil || third.Method != "initialized" {
		t.Errorf("%v %v %s", first.ctx.Err(), second.ctx.Err(), third.Method)
	}
	s := New(io.Discard, Options{})
	s.state = ready
	var fail *failure
	if _, err := s.handle(first); !errors.As(err, &fail) || fail.Code != cancelled {
		t.Errorf("%v", err)
	}
	_ = out.Close()
	if _, more := <-queue; more {
		t.Error("it goes on after the editor has hung up")
	}
}

// What git changes underneath is seen when the editor tells of it.
func TestChangedOnDisk(t *testing.T) {
	e := start(t, county(t), "sv")
	e.write("agreement/parties.yaml", e.read("agreement/parties.yaml"))
	put(t, filepath.Join(e.dir, initiative), strings.Replace(e.read(initiative), "owner: alvesta", "owner: alvsta", 1))
	e.notify("workspace/didChangeWatchedFiles", map[string]any{"changes": []any{}})
	e.ask("textDocument/hover", at(e.uri("agreement/parties.yaml"), 0, 0))
	if d := e.told[initiative]; len(d) != 1 || d[0].Code != "unknown-reference" {
		t.Errorf("%+v", d)
	}
}
