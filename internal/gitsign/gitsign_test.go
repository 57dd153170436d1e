package gitsign

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/armor"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"
	"golang.org/x/crypto/ssh"
)

// Made by OpenSSH over "Antagen av Forum.\n", with a key made for this test.
const (
	opensshKey       = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwaFmIkTohvF6+dK/DRIOI53pLhyiDaG6THINMBHIYz prov"
	opensshSignature = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgHBoWYiROiG8Xr50r8NEg4jneku
HKINobpMcg0wEchjMAAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
AAAAQHzvXfkyL/Cmxc1B+Expwbcgm5ZlQg345LlKP17UIbE5DwCMRZZNAm3bKJttbCCqXX
Vp9F4q6XjJOpFD8xrHWwU=
-----END SSH SIGNATURE-----
`
)

func TestSignatureByOpenSSH(t *testing.T) {
	message := []byte("Antagen av Forum.\n")
	wanted, _, _, _, err := ssh.ParseAuthorizedKey([]byte(opensshKey))
	if err != nil {
		t.Fatal(err)
	}
	key, err := verifySSH(opensshSignature, message)
	if err != nil || !bytes.Equal(key.Marshal(), wanted.Marshal()) {
		t.Fatalf("%v, %v", key, err)
	}
	if _, err := verifySSH(opensshSignature, []byte("Antagen av forum.\n")); err == nil {
		t.Error("another message was taken")
	}
	blob, err := sshUnarmor(opensshSignature)
	if err != nil {
		t.Fatal(err)
	}
	for i := range blob {
		for _, flip := range []byte{1, 0x80} {
			bad := bytes.Clone(blob)
			bad[i] ^= flip
			if k, err := verifySSH(sshArmor(bad), message); err == nil && bytes.Equal(k.Marshal(), wanted.Marshal()) {
				t.Errorf("byte %d may be changed", i)
			}
		}
	}
	for n := range blob {
		if _, err := verifySSH(sshArmor(blob[:n]), message); err == nil {
			t.Errorf("%d bytes are enough", n)
		}
	}
}

func sshArmor(blob []byte) string {
	return sshBegin + "\n" + base64.StdEncoding.EncodeToString(blob) + "\n" + sshEnd + "\n"
}

// sshSign signs as OpenSSH does, and as it would not.
func sshSign(t *testing.T, key crypto.Signer, algorithm, namespace string, message []byte) string {
	t.Helper()
	signer, err := ssh.NewSignerFromSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	digest, err := sshDigest("sha512", message)
	if err != nil {
		t.Fatal(err)
	}
	signed := append([]byte(sshMagic), ssh.Marshal(sshSigned{namespace, "", "sha512", digest})...)
	var made *ssh.Signature
	if algorithm == "" {
		made, err = signer.Sign(rand.Reader, signed)
	} else {
		made, err = signer.(ssh.AlgorithmSigner).SignWithAlgorithm(rand.Reader, signed, algorithm)
	}
	if err != nil {
		t.Fatal(err)
	}
	return sshArmor(append([]byte(sshMagic), ssh.Marshal(sshSignature{1, signer.PublicKey().Marshal(), namespace, "", "sha512", ssh.Marshal(made)})...))
}

func TestSSHSignaturesThatDoNotCount(t *testing.T) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	message := []byte("text\n")
	if _, err := verifySSH(sshSign(t, key, "", "git", message), message); err != nil {
		t.Error(err)
	}
	if _, err := verifySSH(sshSign(t, rsaKey, ssh.KeyAlgoRSASHA256, "git", message), message); err != nil {
		t.Error(err)
	}
	if _, err := verifySSH(sshSign(t, key, "", "file", message), message); err == nil {
		t.Error("a signature of a file was taken for one of git")
	}
	if _, err := verifySSH(sshSign(t, rsaKey, ssh.KeyAlgoRSA, "git", message), message); err == nil {
		t.Error("RSA with SHA-1 was taken")
	}
}

// signed gives a commit and a tag with signatures over what git signs.
func signed(t *testing.T, sign func(message []byte) string) (commit, tag []byte) {
	t.Helper()
	who := object.Signature{Name: "S", Email: "s@example.org", When: time.Unix(1700000000, 0)}
	c := &object.Commit{Author: who, Committer: who, Message: "antagen\n"}
	c.PGPSignature = sign(stored(t, c.EncodeWithoutSignature))
	v := &object.Tag{Name: "v1", Tagger: who, Message: "Antagen av Forum.\n", TargetType: plumbing.CommitObject}
	v.PGPSignature = sign(stored(t, v.EncodeWithoutSignature))
	return stored(t, c.Encode), stored(t, v.Encode)
}

// stored gives an object as git stores it.
func stored(t *testing.T, encode func(plumbing.EncodedObject) error) []byte {
	t.Helper()
	e := &plumbing.MemoryObject{}
	if err := encode(e); err != nil {
		t.Fatal(err)
	}
	r, err := e.Reader()
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

var now = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

func TestSSHSignedVersions(t *testing.T) {
	public, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sshPublic, err := ssh.NewPublicKey(public)
	if err != nil {
		t.Fatal(err)
	}
	line := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(sshPublic)))
	commit, tag := signed(t, func(m []byte) string { return sshSign(t, key, "", "git", m) })
	for name, c := range map[string]struct {
		file, text string
		wanted     error
		who        string
	}{
		"key file":           {"trust/anna.pub", line, nil, "anna"},
		"key with a comment": {"trust/x.pub", line + " Anna Ek", nil, "Anna Ek"},
		"allowed signers":    {"trust/allowed_signers", "# de som får\n\nanna@example.org namespaces=\"git\" " + line + "\n", nil, "anna@example.org"},
		"quoted principal":   {"trust/allowed_signers", "\"Anna Ek\" " + line + "\n", nil, "Anna Ek"},
		"other namespace":    {"trust/allowed_signers", "anna namespaces=\"file\" " + line + "\n", ErrUntrusted, ""},
		"no longer valid":    {"trust/allowed_signers", "anna valid-before=\"20260101\" " + line + "\n", ErrUntrusted, ""},
		"not yet valid":      {"trust/allowed_signers", "anna valid-after=\"20270101Z\" " + line + "\n", ErrUntrusted, ""},
		"another key":        {"trust/x.pub", opensshKey, ErrUntrusted, ""},
		"no folder":          {"elsewhere/x.pub", line, ErrUntrusted, ""},
	} {
		trust, problems := ReadKeys(fstest.MapFS{c.file: {Data: []byte(c.text)}}, "trust")
		if len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
		for _, verify := range []func() (Signature, error){
			func() (Signature, error) { return Tag("v1", tag, trust, now) },
			func() (Signature, error) { return Commit(commit, trust, now) },
		} {
			s, err := verify()
			if !errors.Is(err, c.wanted) || s.Signer != c.who || s.Key != ssh.FingerprintSHA256(sshPublic) {
				t.Errorf("%s: %+v, %v", name, s, err)
			}
		}
	}
	trust, _ := ReadKeys(fstest.MapFS{"trust/anna.pub": {Data: []byte(line)}}, "trust")
	if _, err := Tag("v2", tag, trust, now); !errors.Is(err, ErrBadSignature) {
		t.Errorf("a tag under another name: %v", err)
	}
}

func TestOpenPGPSignedVersions(t *testing.T) {
	config := &packet.Config{Algorithm: packet.PubKeyAlgoEdDSA, Time: func() time.Time { return now.AddDate(-1, 0, 0) }}
	entity, err := openpgp.NewEntity("Anna Ek", "", "anna@example.org", config)
	if err != nil {
		t.Fatal(err)
	}
	commit, tag := signed(t, func(m []byte) string {
		var out bytes.Buffer
		if err := openpgp.ArmoredDetachSign(&out, entity, bytes.NewReader(m), config); err != nil {
			t.Fatal(err)
		}
		return out.String() + "\n"
	})
	var public bytes.Buffer
	w, err := armor.Encode(&public, openpgp.PublicKeyType, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(entity.Serialize(w), w.Close()); err != nil {
		t.Fatal(err)
	}
	trust, problems := ReadKeys(fstest.MapFS{"keys/anna.asc": {Data: public.Bytes()}}, "keys")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, verify := range []func(*Keys) (Signature, error){
		func(tr *Keys) (Signature, error) { return Tag("v1", tag, tr, now) },
		func(tr *Keys) (Signature, error) { return Commit(commit, tr, now) },
	} {
		if s, err := verify(trust); err != nil || s.Form != "openpgp" || !strings.Contains(s.Signer, "Anna Ek") {
			t.Errorf("%+v, %v", s, err)
		}
		if _, err := verify(&Keys{}); !errors.Is(err, ErrUntrusted) {
			t.Errorf("nobody is trusted: %v", err)
		}
	}
}

func TestUnsignedAndTampered(t *testing.T) {
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		sign   func([]byte) string
		wanted error
	}{
		"unsigned": {func([]byte) string { return "" }, ErrUnsigned},
		"tampered": {func(m []byte) string { return sshSign(t, key, "", "git", append([]byte("mer "), m...)) }, ErrBadSignature},
	} {
		commit, tag := signed(t, c.sign)
		if _, err := Commit(commit, &Keys{}, now); !errors.Is(err, c.wanted) {
			t.Errorf("%s commit: %v", what, err)
		}
		if _, err := Tag("v1", tag, &Keys{}, now); !errors.Is(err, c.wanted) {
			t.Errorf("%s tag: %v", what, err)
		}
	}
}

func TestTrustThatCannotBeRead(t *testing.T) {
	_, problems := ReadKeys(fstest.MapFS{
		"t/a.pub":           {Data: []byte("nonsense")},
		"t/b.asc":           {Data: []byte("nonsense")},
		"t/allowed_signers": {Data: []byte("anna\nanna cert-authority " + opensshKey + "\nanna valid-after=\"soon\" " + opensshKey + "\n")},
		"t/README.md":       {Data: []byte("läs")},
	}, "t")
	if len(problems) != 3 {
		t.Errorf("%v", problems)
	}
}

func FuzzSSHSignature(f *testing.F) {
	f.Add(opensshSignature)
	f.Fuzz(func(t *testing.T, s string) { _, _ = verifySSH(s, []byte("x")) })
}

func FuzzSigned(f *testing.F) {
	f.Add([]byte("tree " + strings.Repeat("a", 40) + "\ngpgsig " + sshBegin + "\n x\n\nmeddelande\n"))
	f.Add([]byte("tag v1\n\nAntagen\n" + opensshSignature))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Commit(data, &Keys{}, now)
		_, _ = Tag("v1", data, &Keys{}, now)
	})
}
