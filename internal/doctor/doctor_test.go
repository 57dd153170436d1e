package doctor

import (
	"context"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"samsyn/internal/cms/certtest"
	"samsyn/internal/diag"
	"samsyn/internal/keys"
	"samsyn/internal/obtain"
	"samsyn/internal/outfit"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

var now = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// patient is a new repository for a forge, without git.
func patient(t *testing.T, begin outfit.New, change func(dir string)) Patient {
	t.Helper()
	begin.Year, begin.Version = 2026, "1.0.0"
	files, err := outfit.Repository(begin)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "lan")
	if err := safewrite.Create(dir, files); err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(dir)
	}
	p, err := project.Open(dir, project.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	kept, err := outfit.Compare(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Patient{Project: p, Dir: dir, Kept: kept, Version: "1.0.0", Now: now, OnPath: true}
}

// grades are what is said of an area.
func grades(t *testing.T, p Patient, a Area) (list []Grade, said string) {
	t.Helper()
	notes, err := Examine(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		if n.Text.SV == "" || n.Text.EN == "" || n.Grade == Bad && n.Do.IsZero() && n.Area != Git {
			t.Errorf("%+v says too little", n)
		}
		if n.Area == a {
			list = append(list, n.Grade)
			said += n.Text.EN + "\n"
		}
	}
	return list, said
}

func expect(t *testing.T, what string, p Patient, a Area, says string, want ...Grade) {
	t.Helper()
	got, said := grades(t, p, a)
	same := len(got) == len(want)
	for i := range min(len(got), len(want)) {
		same = same && got[i] == want[i]
	}
	if !same || !strings.Contains(said, says) {
		t.Errorf("%s: %v, want %v with %q: %s", what, got, want, says, said)
	}
}

func TestAddress(t *testing.T) {
	for address, want := range map[string]Grade{
		"https://samverkan.fjall.se/": Fine, "https://fjall.se/x/": Fine, "https://example.se/": Fine, "https://myexample.com/": Fine,
		"https://x.example/": Bad, "https://www.example.com/": Bad, "https://x.test/": Bad, "https://X.EXAMPLE:8080/": Bad,
	} {
		expect(t, address, patient(t, outfit.New{Address: address, Forge: outfit.ForgeNone}, nil), Settings, strings.TrimSuffix(address, "/"), want)
	}
	broken := patient(t, outfit.New{Address: "https://fjall.se/", Forge: outfit.ForgeNone}, func(dir string) {
		if err := os.WriteFile(filepath.Join(dir, "agreement/parties.yaml"), []byte("parties: 1\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	})
	expect(t, "broken content", broken, Settings, "errors, so it cannot be built", Bad, Fine)
}

func TestProgram(t *testing.T) {
	const sum = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
	archive := obtain.Source{Kind: obtain.File, At: ".samsyn/tool/samsyn-1.0.0-linux-amd64.tar.gz", Pin: sum, Data: []byte("x")}
	right := archive
	right.Pin = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" // of ”x”
	for _, c := range []struct {
		what  string
		tool  obtain.Source
		forge string
		says  string
		want  []Grade
	}{
		{"nothing told", obtain.Source{}, "github", "do not know where", []Grade{Bad}},
		{"nothing needed", obtain.Source{}, outfit.ForgeNone, "This is samsyn 1.0.0", []Grade{Fine}},
		{"a release", obtain.Source{Kind: obtain.Archive, At: "https://x.example/samsyn-1.0.0-linux-amd64.tar.gz", Pin: sum}, "gitlab", "use samsyn 1.0.0", []Grade{Fine}},
		{"another", obtain.Source{Kind: obtain.Archive, At: "https://x.example/samsyn-1.1.0-linux-amd64.tar.gz", Pin: sum}, "gitlab", "use samsyn 1.1.0, but you run 1.0.0", []Grade{Think}},
		{"a tag", obtain.Source{Kind: obtain.Mirror, At: "https://x.example/samsyn.git", Pin: "v1.0.0"}, "forgejo", "can be moved", []Grade{Think, Fine}},
		{"a commit", obtain.Source{Kind: obtain.Mirror, At: "https://x.example/samsyn.git", Pin: sum[:40]}, "forgejo", "get samsyn from", []Grade{Fine}},
		{"a module", obtain.Source{Kind: obtain.Module, At: "x.example/samsyn", Pin: "v1.2.0"}, "github", "use samsyn 1.2.0", []Grade{Think}},
		{"an archive that is another", archive, "github", "another checksum", []Grade{Bad, Fine}},
		{"an archive here", right, "github", "use samsyn 1.0.0", []Grade{Fine}},
	} {
		expect(t, c.what, patient(t, outfit.New{Tool: c.tool, Forge: c.forge}, nil), Program, c.says, c.want...)
	}
	nonsense := patient(t, outfit.New{Forge: "github"}, func(dir string) {
		if err := os.WriteFile(filepath.Join(dir, obtain.EnvFile), []byte("SAMSYN_URL=$(x)\n"), 0o666); err != nil {
			t.Fatal(err)
		}
	})
	expect(t, "nonsense", nonsense, Program, "does not say where", Bad)
	// A repository may have workflows of its own, and none of ours.
	others := patient(t, outfit.New{Forge: "github"}, func(dir string) {
		if err := os.RemoveAll(filepath.Join(dir, ".samsyn")); err != nil {
			t.Fatal(err)
		}
	})
	expect(t, "workflows of others", others, Program, "This is samsyn 1.0.0", Fine)
}

func TestKeys(t *testing.T) {
	plain := patient(t, outfit.New{Forge: outfit.ForgeNone}, nil)
	key := func(edit func(*x509.Certificate)) *keys.Credential {
		s := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, func(c *x509.Certificate) {
			c.NotBefore, c.NotAfter = now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0)
			edit(c)
		})
		return &keys.Credential{Key: s.Key, Chain: s.Chain}
	}
	for _, c := range []struct {
		what string
		key  *keys.Credential
		err  error
		says string
		want Grade
	}{
		{"a good one", key(func(*x509.Certificate) {}), nil, "good until 2027-03-02", Fine},
		{"one that ends soon", key(func(c *x509.Certificate) { c.NotAfter = now.AddDate(0, 1, 0) }), nil, "ends 2026-04-02, in 31 days", Think},
		{"one that ends tomorrow", key(func(c *x509.Certificate) { c.NotAfter = now.AddDate(0, 0, 1) }), nil, "ends 2026-03-03, tomorrow", Think},
		{"one that has ended", key(func(c *x509.Certificate) { c.NotAfter = now.AddDate(0, 0, -1) }), nil, "ended 2026-03-01, yesterday", Bad},
		{"one that ended long ago", key(func(c *x509.Certificate) { c.NotAfter = now.AddDate(0, 0, -40) }), nil, "ended 2026-01-21, 40 days ago", Bad},
		{"one that has not begun", key(func(c *x509.Certificate) { c.NotBefore = now.AddDate(0, 0, 1) }), nil, "cannot be sealed with", Bad},
		{"one for something else", key(func(c *x509.Certificate) { c.KeyUsage = x509.KeyUsageCertSign }), nil, "cannot be sealed with", Bad},
		{"none", nil, nil, "a test certificate", Think},
		{"one that cannot be read", nil, errors.New("no"), "cannot be used", Bad},
	} {
		p := plain
		p.Key, p.KeyError = c.key, c.err
		expect(t, c.what, p, Keys, c.says, c.want)
	}
	if runtime.GOOS == "windows" {
		return
	}
	p := plain
	file := filepath.Join(t.TempDir(), "key.p12")
	for mode, want := range map[os.FileMode][]Grade{0o600: {Think}, 0o640: {Bad, Think}, 0o604: {Bad, Think}} {
		if err := os.WriteFile(file, []byte("x"), mode); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		p.KeyFiles = []string{file}
		expect(t, mode.String(), p, Keys, "", want...)
	}
}

// What could be seen of a key in a token is told, and what could not.
func TestToken(t *testing.T) {
	plain := patient(t, outfit.New{Forge: outfit.ForgeNone}, nil)
	leaf := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, func(c *x509.Certificate) {
		c.NotBefore, c.NotAfter = now.AddDate(-1, 0, 0), now.AddDate(0, 0, 20)
	}).Chain[0]
	for _, c := range []struct {
		what string
		seen keys.Sight
		err  error
		says string
		want []Grade
	}{
		{"opened", keys.Sight{Leaf: leaf, Proof: keys.BySignature}, nil, "a signature made as a trial holds", []Grade{Fine, Think}},
		{"its end", keys.Sight{Leaf: leaf, Proof: keys.BySignature}, nil, "in 20 days", []Grade{Fine, Think}},
		{"without a PIN", keys.Sight{Leaf: leaf, Proof: keys.ByPublic, Shut: keys.NoPIN}, nil, "No PIN is given for kort", []Grade{Think, Fine, Think}},
		{"without a public key", keys.Sight{Leaf: leaf, Shut: keys.NoPIN}, nil, "cannot be seen whether", []Grade{Think, Think, Think}},
		{"without a certificate", keys.Sight{Shut: keys.Keypad}, nil, "shows no certificate", []Grade{Think, Think}},
		{"before the last try", keys.Sight{Leaf: leaf, Proof: keys.ByPublic, Shut: keys.LastTry}, nil, "the next one locks it", []Grade{Bad, Fine, Think}},
		{"which", keys.Sight{}, &keys.Choice{Err: keys.ErrWhichKey, Among: []string{"a", "b"}}, "(a, b)", []Grade{Bad}},
	} {
		p := plain
		c.seen.Token = "kort"
		p.Token, p.KeyError = &c.seen, c.err
		expect(t, c.what, p, Keys, c.says, c.want...)
	}
}

// Certificates that parties' signatures are held against are told of before they end.
func TestTrusted(t *testing.T) {
	for end, want := range map[time.Time]struct {
		says   string
		grades []Grade
	}{
		now.AddDate(1, 0, 0):  {"", []Grade{Think}},
		now.AddDate(0, 0, 9):  {"end soon: Prov (2026-03-11, in 9 days)", []Grade{Think, Think}},
		now.AddDate(0, 0, -9): {"have ended: Prov (2026-02-21, 9 days ago)", []Grade{Think, Think}},
	} {
		leaf := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, func(c *x509.Certificate) {
			c.Subject.CommonName, c.NotBefore, c.NotAfter = "Prov", now.AddDate(-1, 0, 0), end
		}).Chain[0]
		p := patient(t, outfit.New{Forge: outfit.ForgeNone}, func(dir string) {
			settings, err := os.ReadFile(filepath.Join(dir, "samsyn.yaml"))
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, "samsyn.yaml"), append(settings, "signing:\n  trust: certifikat\n"...), 0o666)
			}
			if err == nil {
				err = os.Mkdir(filepath.Join(dir, "certifikat"), 0o777)
			}
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, "certifikat", "prov.pem"), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: leaf.Raw}), 0o666)
			}
			if err != nil {
				t.Fatal(err)
			}
		})
		expect(t, end.String(), p, Keys, want.says, want.grades...)
	}
}

// A long list of files is told shortly, and names that would spoil the line are shown.
func TestListing(t *testing.T) {
	names := strings.Fields(strings.Repeat("a ", mostListed+3))
	if got := listing(names); got != diag.Say("a, a, a, a, a, a, a, a och 3 till", "a, a, a, a, a, a, a, a and 3 more") {
		t.Errorf("%v", got)
	}
}
