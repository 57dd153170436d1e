// Command corpus writes every repository of the rules' archives below a folder,
// as RULE/CASE, so that other validators can be tried on the same files. Beside
// a case that breaks its rule stands RULE/CASE.want with what samsyn finds.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "corpus DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}

func write(dir string) error {
	for _, r := range check.Rules() {
		doc, err := rules.Read(r)
		if err != nil {
			return err
		}
		for _, c := range doc.Cases {
			to := filepath.Join(dir, r.Name, c.Name)
			if err := c.Write(to); err != nil {
				return err
			}
			if c.Bad() {
				if err := os.WriteFile(to+".want", []byte(strings.Join(c.Want, "\n")+"\n"), 0o644); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
