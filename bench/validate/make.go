package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// documents writes the fields of every initiative under content into dir, one
// YAML file each, with the two keys that kubeconform wants to see.
func documents(content, dir string) error {
	found, err := filepath.Glob(filepath.Join(content, "plans", "*", "*.md"))
	if err != nil {
		return err
	}
	slices.Sort(found)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, name := range found {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fields, _, ok := bytes.Cut(bytes.TrimPrefix(data, []byte("---\n")), []byte("\n---\n"))
		if !ok {
			return fmt.Errorf("%s: no front matter", name)
		}
		fields = append(append([]byte("apiVersion: samsyn/v1\nkind: Initiative\n"), fields...), '\n')
		plan := filepath.Base(filepath.Dir(name))
		to := filepath.Join(dir, plan+"-"+strings.TrimSuffix(filepath.Base(name), ".md")+".yaml")
		if err := os.WriteFile(to, fields, 0o644); err != nil {
			return err
		}
	}
	return nil
}
