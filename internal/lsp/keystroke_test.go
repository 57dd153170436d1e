package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samsyn/internal/history/historytest"
	"samsyn/internal/model"
)

// BenchmarkKeystroke is the time from a keystroke in an initiative of the made-up county
// until the editor has been told what is wrong, and until it has proposals where an owner is
// written. The content lies in git, so that the rules that need yesterday are held too.
func BenchmarkKeystroke(b *testing.B) {
	dir := filepath.Join("..", "..", "examples", "storsjo")
	repo := historytest.New(b)
	files := historytest.Files{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	repo.Commit(author, "Start\n", files)
	if err := os.CopyFS(repo.Dir, os.DirFS(dir)); err != nil {
		b.Fatal(err)
	}
	const file = "plans/2025/sprakvan.md"
	uri := "file://" + repo.Dir + "/" + file
	text := files[file]
	line := strings.Count(text[:strings.Index(text, "owner: ")], "\n")
	for _, asks := range []string{"", "textDocument/completion"} {
		b.Run("told"+strings.TrimPrefix(asks, "textDocument/"), func(b *testing.B) {
			in, keys := io.Pipe()
			out, answers := io.Pipe()
			s := New(answers, Options{Lang: "sv", Today: func() model.Date { return model.Date{Year: 2026, Month: 6, Day: 1} }})
			go func() { _ = s.Serve(context.Background(), in) }()
			told := make(chan received, 1000)
			go func() {
				r := bufio.NewReaderSize(out, longestLine)
				for {
					length, err := header(r)
					if err != nil {
						close(told)
						return
					}
					body := make([]byte, length)
					var m received
					if _, err := io.ReadFull(r, body); err == nil && json.Unmarshal(body, &m) == nil {
						told <- m
					}
				}
			}()
			say := func(id, method string, params any) {
				body, _ := json.Marshal(params)
				m := message{Method: method, Params: body}
				if id != "" {
					m.ID = json.RawMessage(id)
				}
				_ = write(keys, m)
			}
			say("1", "initialize", map[string]any{"rootUri": "file://" + repo.Dir})
			say("", "initialized", map[string]any{})
			say("", "textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri, "version": 0, "text": text}})
			say("2", "textDocument/hover", at(uri, 0, 0))
			for m := range told {
				if string(m.ID) == "2" {
					break
				}
			}
			var longest time.Duration
			for n := 0; b.Loop(); n++ {
				began := time.Now()
				typed := strings.Replace(text, "owner: oppen-dorr", "owner: oppen-dorr"[:8+n%9], 1)
				say("", "textDocument/didChange", map[string]any{"textDocument": map[string]any{"uri": uri, "version": n + 1}, "contentChanges": []any{map[string]any{"text": typed}}})
				if asks != "" {
					say("3", asks, at(uri, line, 8+n%9))
				}
				for m := range told {
					if asks == "" && m.Method == "textDocument/publishDiagnostics" && strings.Contains(string(m.Params), file) || asks != "" && string(m.ID) == "3" {
						break
					}
				}
				longest = max(longest, time.Since(began))
			}
			b.ReportMetric(float64(longest.Milliseconds()), "longest-ms")
			_ = keys.Close()
		})
	}
}
