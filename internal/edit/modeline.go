package edit

import "strings"

// SchemaFolder is where editors find the schemas; the dot keeps it out of the
// content.
const SchemaFolder = ".samsyn/schema"

// SchemaFile is where a content has a schema for editors.
func SchemaFile(kind string) string { return SchemaFolder + "/" + kind + ".schema.json" }

// Modeline is the line that tells an editor which schema a YAML file follows.
func Modeline(name, kind string) string {
	return modeline + " $schema=" + strings.Repeat("../", strings.Count(name, "/")) + SchemaFile(kind) + "\n\n"
}
