package cli_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha512"
	"encoding/base64"
	"os"
	"os/exec"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/crypto/ssh"
)

// signedTag is the script command "signed-tag NAME KEYFILE": it tags the commit at
// HEAD with an SSH signature (PROTOCOL.sshsig of OpenSSH) by a key of its own, and
// writes the public key to a file.
func signedTag(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: signed-tag NAME KEYFILE")
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	ts.Check(err)
	key, err := ssh.NewSignerFromKey(private)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), ssh.MarshalAuthorizedKey(key.PublicKey()), 0o666))

	git := func(in string, args ...string) string {
		cmd := exec.Command("git", append([]string{"-C", ts.MkAbs(".")}, args...)...)
		cmd.Stdin = strings.NewReader(in)
		out, err := cmd.Output()
		ts.Check(err)
		return strings.TrimSpace(string(out))
	}
	tag := "object " + git("", "rev-parse", "HEAD") + "\ntype commit\ntag " + args[0] +
		"\ntagger Ada <ada@example.com> 1736510400 +0000\n\nAntagen\n"
	object := git(tag+sshSignature(ts, key, tag), "hash-object", "-t", "tag", "-w", "--stdin")
	git("", "update-ref", "refs/tags/"+args[0], object)
}

func sshSignature(ts *testscript.TestScript, key ssh.Signer, message string) string {
	digest := sha512.Sum512([]byte(message))
	made, err := key.Sign(rand.Reader, append([]byte("SSHSIG"), ssh.Marshal(struct {
		Namespace, Reserved, Hash string
		Digest                    []byte
	}{"git", "", "sha512", digest[:]})...))
	ts.Check(err)
	blob := append([]byte("SSHSIG"), ssh.Marshal(struct {
		Version                   uint32
		Key                       []byte
		Namespace, Reserved, Hash string
		Signature                 []byte
	}{1, key.PublicKey().Marshal(), "git", "", "sha512", ssh.Marshal(made)})...)
	return "-----BEGIN SSH SIGNATURE-----\n" + base64.StdEncoding.EncodeToString(blob) + "\n-----END SSH SIGNATURE-----\n"
}
