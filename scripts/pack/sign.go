package main

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"aead.dev/minisign"
)

// tidySBOM names the version in a list of parts (CycloneDX), and takes away when and
// with which copy of the tool it was made.
func tidySBOM(version, from, to string) error {
	at, err := moment()
	if err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var list map[string]any
	if err := json.Unmarshal(data, &list); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	about, known := list["metadata"].(map[string]any)
	if !known {
		return fmt.Errorf("%s says nothing about itself", from)
	}
	about["timestamp"] = at.Format(time.RFC3339)
	delete(about, "tools")
	program, known := about["component"].(map[string]any)
	if !known {
		return fmt.Errorf("%s names no program", from)
	}
	program["version"] = version
	out, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(to, append(out, '\n'), 0o644)
}

// newKey makes a key of the password in MINISIGN_PASSWORD, which may be empty.
func newKey(path string) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s is there already", path)
	}
	public, private, err := minisign.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	key, err := minisign.EncryptKey(os.Getenv("MINISIGN_PASSWORD"), private)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, key, 0o600); err != nil {
		return err
	}
	text, err := public.MarshalText()
	if err != nil {
		return err
	}
	return os.WriteFile(path+".pub", text, 0o644)
}

func sign(keyFile, path, comment string) error {
	key, err := minisign.PrivateKeyFromFile(os.Getenv("MINISIGN_PASSWORD"), keyFile)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path+".minisig", minisign.SignWithComments(key, data, comment, "signature of "+comment), 0o644)
}

func verify(keyFile, path string) error {
	key, err := minisign.PublicKeyFromFile(keyFile)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	signature, err := os.ReadFile(path + ".minisig")
	if err != nil {
		return err
	}
	if !minisign.Verify(key, data, signature) {
		return errors.New(path + ": the signature does not hold")
	}
	return nil
}
