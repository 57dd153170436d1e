package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

// files are what is exported, and what comes back of it changed.
type files struct{ csv, xlsx, changedCSV, changedXLSX string }

func filesIn(dir string) files {
	return files{filepath.Join(dir, "a.csv"), filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "changed.csv"), filepath.Join(dir, "changed.xlsx")}
}

// make exports a content and changes what was exported.
func (f files) make(samsyn, content string) error {
	for format, to := range map[string]string{"csv": f.csv, "xlsx": f.xlsx} {
		if said, err := exec.Command(samsyn, "-C", content, "export", "--format", format, "--out", to).CombinedOutput(); err != nil {
			return fmt.Errorf("export %s: %w\n%s", format, err, said)
		}
	}
	return errors.Join(changeCSV(f.csv, f.changedCSV), changeXLSX(f.xlsx, f.changedXLSX))
}

// every finds the end of one title in a hundred, where it is a whole cell.
var every = regexp.MustCompile(`(insats [0-9]*00)(;|</t>)`)

func change(text []byte) []byte { return every.ReplaceAll(text, []byte("$1, ändrad$2")) }

func changeCSV(from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, change(text), 0o644)
}

func changeXLSX(from, to string) error {
	in, err := zip.OpenReader(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	var all bytes.Buffer
	out := zip.NewWriter(&all)
	for _, f := range in.File {
		part, err := in.Open(f.Name)
		if err != nil {
			return err
		}
		text, err := io.ReadAll(part)
		if err != nil {
			return err
		}
		w, err := out.Create(f.Name)
		if err != nil {
			return err
		}
		if _, err := w.Write(change(text)); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	return os.WriteFile(to, all.Bytes(), 0o644)
}
