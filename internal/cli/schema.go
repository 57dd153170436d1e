package cli

import (
	"strings"

	"samsyn/schema"
)

func (a *app) schema(args []string) error {
	fs := a.Flags("schema")
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(strings.Join(rest, ""), ".schema.json") // of one at most
	data, err := schema.Bundle(name)
	if err != nil {
		return a.Refuse("samsyn: schemat %s finns inte. Välj ett av: %s.", "samsyn: there is no schema %s. Choose one of: %s.", name, strings.Join(schema.Names(), ", "))
	}
	_, err = a.Stdout.Write(data)
	return err
}
