package access

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestLinks(t *testing.T) {
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	l := &Links{address: "https://redigera.example", key: []byte(strings.Repeat("k", 32)), days: 30}
	until := l.Until(now)
	address, name := l.New("by-2", until)
	token, ours := strings.CutPrefix(address, "https://redigera.example/rapport/")
	if !ours {
		t.Fatal(address)
	}
	p, good := l.Read(token, now)
	if !good || p.Role != Link || len(p.Actors) != 1 || p.Actors[0] != "by-2" || p.ID != "link "+name {
		t.Fatalf("%v %+v", good, p)
	}
	if p.May(Read) || p.May(Write) || p.May(Send) || p.May(Drop) || p.May(Review) {
		t.Error("a link opens the editor")
	}
	if _, good := l.Read(token, time.Date(2026, 7, 1, 23, 59, 59, 0, time.UTC)); !good {
		t.Error("a link is not good on its last day")
	}
	if _, good := l.Read(token, time.Date(2026, 7, 2, 0, 0, 0, 0, time.UTC)); good {
		t.Error("a link is good after its last day")
	}
	second, other := l.New("by-2", until)
	if other == name || second == address {
		t.Error("two links are the same")
	}
	for what, not := range map[string]*Links{
		"another key":    {address: l.address, key: []byte(strings.Repeat("j", 32))},
		"another server": {address: "https://other.example", key: l.key},
		"its name":       {address: l.address, key: l.key, revoked: []string{name}},
		"its actor":      {address: l.address, key: l.key, revoked: []string{"by-2"}},
	} {
		if _, good := not.Read(token, now); good {
			t.Errorf("%s does not revoke a link", what)
		}
	}
	if _, good := (&Links{address: l.address, key: l.key, revoked: []string{other, "by"}}).Read(token, now); !good {
		t.Error("revoking another link revokes this one")
	}
}

// Whatever is changed in a token, and whatever is made up, opens nothing.
func TestNoOtherToken(t *testing.T) {
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	l := &Links{address: "https://redigera.example", key: []byte(strings.Repeat("k", 32)), days: 30}
	address, name := l.New("by", l.Until(now))
	token := strings.TrimPrefix(address, l.address+ReportPath)
	tries := []string{
		"", ".", "...", "by", "by.20260701." + name, "by.20260701." + name + ".", token + ".", "." + token, token + "=", token + "\x00", " " + token,
		strings.ToLower(token), strings.ToUpper(token), strings.Replace(token, "by.", "stad.", 1), strings.Replace(token, "20260701", "20990701", 1),
		strings.Repeat("a", 1<<20), strings.Repeat(".", 1<<10), token + token, "by.20260701." + l.sign("by.20260701"),
	}
	for i := range token {
		for _, c := range []byte("aA0-_.") {
			if token[i] != c {
				tries = append(tries, token[:i]+string(c)+token[i+1:])
			}
		}
		tries = append(tries, token[:i], token[i:][1:], token[:i]+token[i+1:])
	}
	const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	for _, c := range last { // the last letter has bits that count for nothing
		if try := token[:len(token)-1] + string(c); try != token {
			tries = append(tries, try)
		}
	}
	for _, try := range tries {
		if p, good := l.Read(try, now); good {
			t.Errorf("%q is taken for %+v", try, p)
		}
	}
	// What is signed but says something else than a link does is none either.
	for _, said := range []string{"By.20260701.X", "../by.20260701.X", "by.20260732.X", "by.2026.X", "by.20260701", "a.by.20260701.X"} {
		if _, good := l.Read(said+"."+l.sign(said), now); good {
			t.Errorf("%q is a link", said)
		}
	}
}

func TestALinkIsRevokedByALine(t *testing.T) {
	p := newPlace(t, people)
	l, err := ReadLinks(p.file)
	if err != nil {
		t.Fatal(err)
	}
	address, name := l.New("by", l.Until(p.clock))
	token := strings.TrimPrefix(address, p.web.URL+ReportPath)
	if who, good := p.server.ByLink(token); !good || who.Actors[0] != "by" {
		t.Fatalf("%v %v", good, who)
	}
	data, err := os.ReadFile(p.file)
	if err != nil {
		t.Fatal(err)
	}
	p.settle(strings.Replace(string(data), "key_file: key", "key_file: key, revoked: ["+name+"]", 1))
	if _, good := p.server.ByLink(token); good {
		t.Error("a revoked link is good")
	}
	p.settle(strings.Replace(string(data), "key_file: key", "days: 10", 1))
	if _, good := p.server.ByLink(token); good {
		t.Error("a link is good without a key")
	}
}
