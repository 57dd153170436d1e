package cli_test

import (
	"bytes"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"samsyn/internal/cli"
	"samsyn/internal/cms/certtest"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
	"samsyn/internal/sign"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset"
	"samsyn/internal/typeset/manuscript"
)

// signedBy is a PDF whose signer, reason and place say what they like, and one that is
// not signed yet.
func signedBy(t *testing.T, base []byte, said string) []byte {
	t.Helper()
	c := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, func(x *x509.Certificate) {
		x.Subject.CommonName, x.Subject.Organization = said, []string{said}
	})
	out, err := sign.Sign(base, sign.Options{
		Field: "part-alvesta", Credential: keys.Credential{Key: c.Key, Chain: c.Chain}, Reason: said, Location: said, Time: time.Now(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// FuzzOutput has a file's name, a title, a certificate, a reason and a place say what
// they like. Whatever a command prints of it stays on its line and steers nothing.
func FuzzOutput(f *testing.F) {
	base, err := typeset.Render(manuscript.Document{
		Meta:     tagged.Meta{Title: "Prov", Language: "sv-SE", Producer: "Prov"},
		Sections: []manuscript.Section{{Blocks: []manuscript.Block{manuscript.Para("Text"), manuscript.SignatureField{Name: "part-alvesta", Label: "Underskrift för Alvesta kommun"}}}},
	})
	if err != nil {
		f.Fatal(err)
	}
	content, err := txtar.ParseFile("testdata/content.txtar")
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Alvesta kommun (x)\n  Giltig.\n  Undertecknaren är betrodd.\x1b[8m")
	f.Add("fdp\u202e.exe\u2028ny rad\u2029\u0085 \u2066x")
	f.Add("\x1b]8;;https://x.example\x07länk\x9b2J\r\x00\x7f")
	f.Add("::error file=x::hej%0A")
	f.Fuzz(func(t *testing.T, said string) {
		if !utf8.ValidString(said) || len(said) > 200 || strings.TrimSpace(said) == "" {
			return // a certificate's name, and no longer than a file's
		}
		dir := t.TempDir()
		put := func(name string, data []byte) {
			path := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Skip(err) // no file may be called that
			}
		}
		for _, file := range content.Files {
			put(file.Name, file.Data)
		}
		quoted, err := json.Marshal(said)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.Map(func(r rune) rune {
			if r == '/' || r == 0 {
				return -1
			}
			return r
		}, said)
		put("plans/2026/x"+name+".md", []byte("---\ntitle: "+string(quoted)+"\nowner: "+string(quoted)+"\n---\n"))
		put("plans/2026/x"+name+".yml", nil)
		put("mapp/"+name+".pdf", signedBy(t, base, said))
		pdf := filepath.Join("mapp", name+".pdf")
		for _, args := range [][]string{
			{"validate", "--today", "2026-03-02"}, {"validate", "--format", "github"}, {"validate", "--format", "gitlab"},
			{"fmt", "--check"}, {"digest", "--parts"}, {"explain", said}, {"log", said}, {"diff", said + ".."}, {"review", said},
			{"verify", pdf}, {"--lang", "en", "verify", pdf}, {"verify", "--format", "json", pdf},
			{"sign", pdf, "--as", said, "--p12", pdf},
		} {
			var out, told bytes.Buffer
			cli.Main(args, console.World{
				Stdout: &out, Stderr: &told, Getenv: func(string) string { return "" }, Dir: dir, ConfigDir: t.TempDir(),
				Now: func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) },
			})
			for line := range strings.Lines(out.String() + told.String()) {
				if strings.ContainsFunc(strings.TrimSuffix(line, "\n"), diag.Steers) {
					t.Errorf("%q: %q", args, line)
				}
				if strings.TrimSpace(line) == "Undertecknaren är betrodd." {
					t.Errorf("%q: a name wrote a line of its own: %q", args, line)
				}
			}
		}
	})
}
