// Package outfit makes what a county's repository holds beside its content, and tells later
// what has become of it. In go what is chosen (a forge, where the checks get the program)
// and the files of templates/starter; out come the files to write, and for a repository
// that is there, which of them are older, edited or gone.
package outfit

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/docs"
	"samsyn/internal/doc"
	"samsyn/internal/edit"
	"samsyn/internal/obtain"
	"samsyn/internal/safewrite"
	"samsyn/schema"
	"samsyn/templates/starter"
)

// New says what a new repository begins with.
type New struct {
	Year int // of its first plan
	// Tool is where its checks get the program; the zero Source is to be told later.
	Tool obtain.Source
	// Version is the program's, which the record of what it wrote names.
	Version string
	// Forge is the one of Forges whose checks are wanted, or ForgeNone; "" means all.
	Forge string
	// Address is where the example's site will be; "" is an address that nobody has.
	Address string
	// Content are the content's files by their paths, in place of the example.
	Content map[string][]byte
}

// Forges are those that a new repository brings checks for.
var Forges = []string{"github", "gitlab", "forgejo", "gitea"}

// ForgeNone asks for no forge's checks.
const ForgeNone = "none"

// placed is where a file of the starter goes with a forge, "" where it is another forge's.
// Gitea takes what Forgejo takes, out of a folder with its own name. Without a forge each
// gets its files; Gitea, that of .github.
func placed(name, forge string) string {
	if below, is := strings.CutPrefix(name, ".forgejo/"); is && forge == "gitea" {
		return ".gitea/" + below
	}
	if of := ofForge(name); of == "" || forge == "" || of == forge {
		return name
	}
	return ""
}

// ofForge is the forge that a file of a repository is for, "" where it is for all.
func ofForge(name string) string {
	for _, f := range Forges {
		if strings.HasPrefix(name, "."+f+"/") || strings.HasPrefix(name, "."+f+"-") {
			return f
		}
	}
	return ""
}

// exampleAddress is the address of the example's site.
const exampleAddress = "https://samverkan.example/"

// lasting is for how many years the new agreement holds, the first included.
const lasting = 5

// Repository gives the files of a new content repository, samsyn.yaml last. It
// holds no error, and builds.
func Repository(o New) ([]safewrite.File, error) {
	begin := beginWithExample
	if o.Content != nil {
		begin = beginWithOwn
	}
	fill := strings.NewReplacer(
		starter.Begin, begin,
		starter.Checked, checked(o.Forge),
		starter.LastYear, strconv.Itoa(o.Year+lasting-1),
		starter.Year, strconv.Itoa(o.Year),
		exampleAddress, cmp.Or(o.Address, exampleAddress),
	)
	var files []safewrite.File
	from := starter.FS()
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || o.Content != nil && isContent(name) || placed(name, o.Forge) == "" {
			return err
		}
		data, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		f := safewrite.File{Path: fill.Replace(placed(name, o.Forge)), Data: []byte(fill.Replace(string(data))), Executable: bytes.HasPrefix(data, []byte("#!"))}
		if kind := starterKind(f.Path); kind != "" {
			if f.Data, err = annotated(f.Path, kind, f.Data); err != nil {
				return fmt.Errorf("starter %s: %w", name, err)
			}
		}
		files = append(files, f)
		return nil
	})
	if err != nil {
		return nil, err
	}
	files = append(files, ToolFiles(o.Tool)...)
	for name, data := range o.Content {
		files = append(files, safewrite.File{Path: name, Data: data})
	}
	owners, err := codeowners(files)
	if err != nil {
		return nil, err
	}
	files = append(files, safewrite.File{Path: "CODEOWNERS", Data: owners}, safewrite.File{Path: "handbok.md", Data: []byte(docs.Handbook)})
	for _, name := range append(schema.Names(), "common") {
		data, err := schema.File(name)
		if err != nil {
			return nil, err
		}
		files = append(files, safewrite.File{Path: edit.SchemaFile(name), Data: data})
	}
	files = append(files, record(files, o.Version))
	slices.SortFunc(files, func(a, b safewrite.File) int { return strings.Compare(a.Path, b.Path) })
	last := slices.IndexFunc(files, func(f safewrite.File) bool { return f.Path == "samsyn.yaml" })
	return append(slices.Delete(slices.Clone(files), last, last+1), files[last]), nil
}

// ToolFiles are what the checks get the program by; none where that is to be told later.
func ToolFiles(tool obtain.Source) []safewrite.File {
	if tool.Kind == "" {
		return nil
	}
	files := []safewrite.File{{Path: obtain.EnvFile, Data: tool.Env()}}
	if tool.Kind == obtain.File {
		files = append(files, safewrite.File{Path: tool.At, Data: tool.Data})
	}
	return files
}

// Examples lists those of a new repository's files that hold examples. They are
// sound content, so no rule tells of what has not been replaced.
func Examples(files []safewrite.File) []string {
	var names []string
	for _, f := range files {
		if isContent(f.Path) {
			names = append(names, f.Path)
		}
	}
	return names
}

func isContent(name string) bool {
	return name == "samsyn.yaml" || strings.HasPrefix(name, "agreement/") || strings.HasPrefix(name, "plans/")
}

// starterKind tells which schema a file of the starter follows, or "".
func starterKind(name string) string {
	dir, base := path.Split(name)
	switch {
	case dir == "agreement/areas/":
		return "area"
	case base == "plan.yaml":
		return "plan"
	case strings.HasPrefix(dir, "plans/"):
		return "initiative"
	case dir == "agreement/" || name == "samsyn.yaml":
		return strings.TrimSuffix(base, ".yaml")
	}
	return ""
}

// annotated explains the fields of a starter's file, in its front matter where
// it is a text.
func annotated(name, kind string, data []byte) ([]byte, error) {
	if path.Ext(name) == ".yaml" {
		fields, err := edit.Annotate(kind, data)
		return append([]byte(edit.Modeline(name, kind)), fields...), err
	}
	front, err := doc.FrontOf(doc.Source(data))
	if err != nil {
		return nil, err
	}
	fields, err := edit.Annotate(kind, []byte(front.Fields))
	front.Fields = string(fields)
	return []byte(front.String()), err
}

// codeowners proposes who is asked about changes: every party about the
// agreement, an initiative's owner about the initiative. The lines are comments,
// since what the parties' groups are called is not known.
func codeowners(files []safewrite.File) ([]byte, error) {
	var parties struct {
		Parties []struct{ ID, Name string }
	}
	var b, all bytes.Buffer
	b.WriteString(`# Vem som ska godkänna en ändring. Byt ORGANISATION mot er organisation på
# webbplatsen för git-arkivet, skapa en grupp för varje part och ta bort # framför raden.
# Den sista raden som passar en fil gäller.

# Sekretariatet, för allt som inte står nedan:
#* @ORGANISATION/sekretariatet

# Parterna, för överenskommelsens egen text:
`)
	for _, f := range files {
		if f.Path == "agreement/parties.yaml" {
			if err := yaml.Unmarshal(f.Data, &parties); err != nil {
				return nil, err
			}
		}
	}
	for _, p := range parties.Parties {
		fmt.Fprintf(&all, " @ORGANISATION/%s", p.ID)
	}
	fmt.Fprintf(&b, "#/agreement/%s\n", &all)
	for _, p := range parties.Parties {
		var own []string
		for _, f := range files {
			var initiative struct{ Owner string }
			if path.Ext(f.Path) != ".md" || !strings.HasPrefix(f.Path, "plans/") {
				continue
			}
			if err := yaml.NewDecoder(bytes.NewReader(f.Data)).Decode(&initiative); err != nil {
				return nil, err
			}
			if initiative.Owner == p.ID {
				own = append(own, f.Path)
			}
		}
		if own == nil {
			continue
		}
		fmt.Fprintf(&b, "\n# %s, för sina insatser:\n", p.Name)
		for _, name := range own {
			fmt.Fprintf(&b, "#/%s @ORGANISATION/%s\n", name, p.ID)
		}
	}
	return b.Bytes(), nil
}
