package gitsign

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
)

// OpenSSH's signature of a file (OpenSSH, PROTOCOL.sshsig): a base64 block with
// the key and a signature over the hash of the message, tied to a namespace.
const (
	sshBegin     = "-----BEGIN SSH SIGNATURE-----"
	sshEnd       = "-----END SSH SIGNATURE-----"
	sshMagic     = "SSHSIG"
	sshNamespace = "git"
)

// sshSignature is the block after its magic preamble.
type sshSignature struct {
	Version   uint32
	PublicKey []byte
	Namespace string
	Reserved  string
	Hash      string
	Signature []byte
}

// sshSigned is what the key signs, after the magic preamble.
type sshSigned struct {
	Namespace string
	Reserved  string
	Hash      string
	Digest    []byte
}

// sshAlgorithms are the algorithms that count. RSA with SHA-1 and DSA do not.
var sshAlgorithms = []string{ssh.KeyAlgoED25519, ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521,
	ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoSKED25519, ssh.KeyAlgoSKECDSA256}

// verifySSH checks that the signature over message holds, and gives the key that
// made it. Whether that key is anybody's is another question.
func verifySSH(armored string, message []byte) (ssh.PublicKey, error) {
	blob, err := sshUnarmor(armored)
	if err != nil {
		return nil, err
	}
	var s sshSignature
	if !bytes.HasPrefix(blob, []byte(sshMagic)) || ssh.Unmarshal(blob[len(sshMagic):], &s) != nil {
		return nil, errors.New("the SSH signature cannot be read")
	}
	if s.Version != 1 {
		return nil, fmt.Errorf("the SSH signature is of version %d", s.Version)
	}
	if s.Namespace != sshNamespace {
		return nil, fmt.Errorf("the SSH signature was made for %q, not for git", s.Namespace)
	}
	digest, err := sshDigest(s.Hash, message)
	if err != nil {
		return nil, err
	}
	key, err := ssh.ParsePublicKey(s.PublicKey)
	if err != nil {
		return nil, fmt.Errorf("the key in the SSH signature cannot be read: %w", err)
	}
	var made ssh.Signature
	if err := ssh.Unmarshal(s.Signature, &made); err != nil || !slices.Contains(sshAlgorithms, made.Format) {
		return nil, fmt.Errorf("the SSH signature is of the kind %q, which is not accepted", made.Format)
	}
	signed := append([]byte(sshMagic), ssh.Marshal(sshSigned{s.Namespace, s.Reserved, s.Hash, digest})...)
	return key, key.Verify(signed, &made)
}

func sshDigest(algorithm string, message []byte) ([]byte, error) {
	switch algorithm {
	case "sha256":
		d := sha256.Sum256(message)
		return d[:], nil
	case "sha512":
		d := sha512.Sum512(message)
		return d[:], nil
	}
	return nil, fmt.Errorf("the SSH signature hashes by %q, which is not accepted", algorithm)
}

func sshUnarmor(armored string) ([]byte, error) {
	body, ok := strings.CutPrefix(strings.TrimSpace(armored), sshBegin)
	if ok {
		body, ok = strings.CutSuffix(body, sshEnd)
	}
	if !ok {
		return nil, errors.New("the SSH signature is cut off")
	}
	blob, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(body), ""))
	if err != nil {
		return nil, fmt.Errorf("the SSH signature cannot be read: %w", err)
	}
	return blob, nil
}
