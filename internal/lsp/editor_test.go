package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"samsyn/internal/model"
)

// editor is the other end of a conversation.
type editor struct {
	t      *testing.T
	dir    string
	in     io.WriteCloser
	out    *bufio.Reader
	ended  chan error
	asked  int
	told   map[string][]diagnostic // by file
	shown  []string
	server *Server
}

// county puts the small content of the scripts into a folder.
func county(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	base, err := txtar.ParseFile("../cli/testdata/content.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range base.Files {
		put(t, filepath.Join(dir, filepath.FromSlash(f.Name)), string(f.Data))
	}
	return dir
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// start opens a folder in an editor.
func start(t *testing.T, dir, lang string) *editor {
	t.Helper()
	e := connect(t, dir, lang)
	abilities := map[string]any{"workspace": map[string]any{"workspaceEdit": map[string]any{"documentChanges": true, "resourceOperations": []string{"rename"}}}}
	e.ask("initialize", map[string]any{"rootUri": "file://" + dir, "capabilities": abilities})
	e.notify("initialized", map[string]any{})
	return e
}

func connect(t *testing.T, dir, lang string) *editor {
	t.Helper()
	fromEditor, toServer := io.Pipe()
	fromServer, toEditor := io.Pipe()
	today := func() model.Date { return model.Date{Year: 2026, Month: 6, Day: 1} }
	e := &editor{t: t, dir: dir, in: toServer, out: bufio.NewReaderSize(fromServer, longestLine), ended: make(chan error, 1), told: map[string][]diagnostic{},
		server: New(toEditor, Options{Lang: lang, Today: today})}
	go func() {
		err := e.server.Serve(context.Background(), fromEditor)
		_ = toEditor.Close()
		e.ended <- err
	}()
	t.Cleanup(func() {
		_ = toServer.Close()
		_ = fromServer.Close()
	})
	return e
}

func (e *editor) send(m message) {
	e.t.Helper()
	if err := write(e.in, m); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	body, _ := json.Marshal(params)
	e.send(message{Method: method, Params: body})
}

// ask asks and waits for the answer, taking what is told meanwhile.
func (e *editor) ask(method string, params any) json.RawMessage {
	e.t.Helper()
	answer, fail := e.try(method, params)
	if fail != nil {
		e.t.Fatalf("%s: %v", method, fail)
	}
	return answer
}

func (e *editor) try(method string, params any) (json.RawMessage, *failure) {
	e.t.Helper()
	e.asked++
	body, _ := json.Marshal(params)
	e.send(message{ID: json.RawMessage(fmt.Sprint(e.asked)), Method: method, Params: body})
	return e.wait()
}

// wait waits for the answer to what was asked last.
func (e *editor) wait() (json.RawMessage, *failure) {
	e.t.Helper()
	for {
		m := e.receive()
		if m.ID != nil && m.Method == "" {
			return m.Result, m.Error
		}
	}
}

// received is a message with its result as it came.
type received struct {
	message
	Result json.RawMessage `json:"result"`
}

func (e *editor) receive() received {
	e.t.Helper()
	length, err := header(e.out)
	if err != nil {
		e.t.Fatal(err)
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(e.out, body); err != nil {
		e.t.Fatal(err)
	}
	var m received
	if err := json.Unmarshal(body, &m); err != nil {
		e.t.Fatal(err)
	}
	switch m.Method {
	case "textDocument/publishDiagnostics":
		var told diagnosticsOf
		if err := json.Unmarshal(m.Params, &told); err != nil {
			e.t.Fatal(err)
		}
		e.told[strings.TrimPrefix(told.URI, "file://"+e.dir+"/")] = told.Diagnostics
	case "window/showMessage":
		e.shown = append(e.shown, string(m.Params))
	}
	return m
}

func (e *editor) uri(file string) string { return "file://" + e.dir + "/" + file }

// write has the editor show a text that is not saved, and waits until it has been looked at.
func (e *editor) write(file, text string) {
	e.t.Helper()
	e.notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": e.uri(file), "version": 1, "text": text, "languageId": "markdown"}})
	e.ask("textDocument/hover", at(e.uri(file), 0, 0)) // answered after a look
}

// read is the text of a file on disk.
func (e *editor) read(file string) string {
	e.t.Helper()
	data, err := os.ReadFile(filepath.Join(e.dir, filepath.FromSlash(file)))
	if err != nil {
		e.t.Fatal(err)
	}
	return string(data)
}

func at(uri string, line, character int) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": uri}, "position": position{line, character}}
}

// where finds a bar in a text: its position, and the text without it.
func where(text string) (string, int, int) {
	before, after, _ := strings.Cut(text, "|")
	line := strings.Count(before, "\n")
	column := before[strings.LastIndex(before, "\n")+1:]
	units := 0
	for _, c := range column {
		units++
		if c > 0xffff {
			units++
		}
	}
	return before + after, line, units
}

// askAt writes a text with a bar in it into a file and asks about the bar's place.
func (e *editor) askAt(method, file, marked string, more map[string]any) (json.RawMessage, *failure) {
	e.t.Helper()
	text, line, character := where(marked)
	e.write(file, text)
	params := at(e.uri(file), line, character)
	maps.Copy(params, more)
	return e.try(method, params)
}

const initiative = "plans/2026/sprak.md"
