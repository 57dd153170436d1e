package cli_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"samsyn/internal/cli"
	"samsyn/internal/console"
)

// A text editor starts the language server, and the server goes when the editor does. What
// the two say to each other is tested in internal/lsp.
func TestLSP(t *testing.T) {
	says := func(bodies ...string) string {
		var b strings.Builder
		for _, body := range bodies {
			fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n%s", len(body), body)
		}
		return b.String()
	}
	const hello, ready = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":null,"capabilities":{}}}`, `{"jsonrpc":"2.0","method":"initialized","params":{}}`
	look, bye, exit := `{"jsonrpc":"2.0","id":2,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///x"}}}`, `{"jsonrpc":"2.0","id":3,"method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`
	for _, c := range []struct {
		args   []string
		input  string
		status int
		says   string
	}{
		{[]string{"-C", "../../examples/storsjo", "lsp"}, says(hello, ready, look, bye, exit), 0, `"id":3,"result":null`},
		{[]string{"-C", "../../examples/storsjo", "--lang", "en", "lsp", "--stdio"}, says(hello, ready, look, bye, exit), 0, `"renameProvider"`},
		{[]string{"lsp"}, says(hello), 1, `"serverInfo"`},
		{[]string{"lsp"}, "GET / HTTP/1.1\r\n\r\n", 2, ""},
		{[]string{"lsp"}, "", 2, ""},
		{[]string{"lsp", "--today", "x"}, "", 2, ""},
		{[]string{"lsp", "file"}, "", 2, ""},
	} {
		var out, told bytes.Buffer
		w := console.World{Stdout: &out, Stderr: &told, Input: strings.NewReader(c.input), Dir: ".", ConfigDir: t.TempDir(), Getenv: func(string) string { return "" }, Now: time.Now}
		if status := cli.Main(c.args, w); status != c.status || !strings.Contains(out.String(), c.says) {
			t.Errorf("%v: status %d; %s %s", c.args, status, out.String(), told.String())
		}
		if c.status == 2 && told.Len() == 0 {
			t.Errorf("%v fails without a word", c.args)
		}
	}
}
