package access

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const settings = "address: https://redigera.example\nsign_in: {issuer: \"https://login.example\", client_id: samsyn}\n"

func TestSettings(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "server.yaml")
	for name, data := range map[string]string{"empty": " \n", "short": "abc", "large": strings.Repeat("a", mostSecret+1)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ text, wrong string }{
		{settings, ""},
		{settings + "sessions: {idle: 10m}\nlog: a.log\nlinks: {days: 30, revoked: [by]}\npeople: [{id: a, role: party, actors: [by]}]\n", ""},
		{"", "EOF"},
		{strings.Replace(settings, "https://redigera", "http://redigera", 1), "must begin with https"},
		{strings.Replace(settings, "https://redigera.example", "http://127.0.0.1:8000", 1), ""},
		{strings.Replace(settings, "redigera.example", "redigera.example/a", 1), "no path"},
		{strings.Replace(settings, "https://login", "http://login", 1), "sign_in.issuer"},
		{strings.Replace(settings, ", client_id: samsyn", "", 1), "client_id"},
		{strings.Replace(settings, "client_id: samsyn", "client_id: samsyn, client_secret: abc", 1), "client_secret not found"},
		{strings.Replace(settings, "sign_in:", "adress: a\nsignin: b\nsign_in:", 1), "line 2: field adress not found; line 3: field signin not found"},
		{strings.Replace(settings, "client_id: samsyn", "client_id: samsyn, client_secret_file: empty", 1), "is empty"},
		{strings.Replace(settings, "client_id: samsyn", "client_id: samsyn, client_secret_file: none", 1), "no such file"},
		{settings + "links: {key_file: short}\n", "3 characters"},
		{settings + "links: {key_file: large}\n", "larger"},
		{settings + "links: {days: 4000}\n", "links.days"},
		{settings + "proxies: [10.0.0.5, 172.16.0.0/12, \"fd00::/8\"]\n", ""},
		{settings + "proxies: [proxyn]\n", "neither an address"},
		{settings + "proxies: [10.0.0.0/99]\n", "neither an address"},
		{settings + "sessions: {idle: 0s}\n", "no length of time"},
		{settings + "people: [{id: a, role: chef}]\n", "not \"chef\""},
		{settings + "people: [{id: a, role: local}]\n", "not \"local\""},
		{settings + "people: [{id: a, role: link, actors: [by]}]\n", "not \"link\""},
		{settings + "people: [{role: editor}]\n", "either id or group"},
		{settings + "people: [{id: a, group: b, role: editor}]\n", "either id or group"},
		{settings + "people: [{id: a, role: party}]\n", "actors"},
		{settings + "people: [{id: a, role: editor, actors: [by]}]\n", "actors"},
		{settings + "people: [{id: a, role: party, actors: [\"\"]}]\n", "actors"},
	} {
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ReadSettings(file)
		if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%s\n%v, want %q", c.text, err, c.wrong)
		}
	}
}

func TestSecretsFromTheSurroundings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "server.yaml")
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadLinks(file); !errors.Is(err, ErrNoKey) {
		t.Errorf("%v", err)
	}
	t.Setenv(secretVariable, "hemligt")
	t.Setenv(keyVariable, strings.Repeat("k", 32))
	s, err := ReadSettings(file)
	if err != nil || s.SignIn.secret != "hemligt" || len(s.Links.key) != 32 || s.Links.Days != 60 || time.Duration(s.Sessions.Idle) != 2*time.Hour {
		t.Errorf("%v %+v", err, s)
	}
}
