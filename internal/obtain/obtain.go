// Package obtain says where a county's checks get the program from. What somebody tells of
// it goes in (a release, a mirror, a Go module); the settings that .samsyn/tool.env holds
// come out, pinned by a checksum or a version, and what there is for a person to do.
package obtain

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"samsyn/internal/diag"
)

// Kind is the way in which the program is got.
type Kind string

// The ways there are. Their settings are the lines of .samsyn/tool.env.
const (
	Archive Kind = "archive" // a release's archive, or the program itself, at an address
	File    Kind = "file"    // a release's archive that the repository holds
	Mirror  Kind = "mirror"  // a git repository that is built with Go
	Module  Kind = "module"  // a Go module that a public host serves
)

// Source is where the checks get the program from. The zero Source is none.
type Source struct {
	Kind Kind
	// At is an https address (Archive, Mirror), a path in the repository (File) or a
	// module's path (Module).
	At string
	// Pin is a SHA-256 of 64 hexadecimal digits (Archive, File), a commit or a tag (Mirror)
	// or a version (Module).
	Pin string
	// Private says that a token is needed to get it.
	Private bool
	// Data is what lies at At, for a File.
	Data []byte
}

// Token is the secret, and the variable, that holds the token of a private source.
const Token = "SAMSYN_TOOL_TOKEN"

// EnvFile is where the settings lie in a repository.
const EnvFile = ".samsyn/tool.env"

// Told is what somebody says of a source, as the flags of init and doctor take it.
type Told struct {
	From    string // --tool-from: an address, a folder, or a module's path
	Version string // --tool-version: what of a mirror or a module
	SHA256  string // --tool-sha256
	Private bool   // --tool-private
	// Own is the version of the program that asks, as a tag names it ("v1.2.0"): what is
	// taken where no version is told. "" where it is no release.
	Own string
}

var (
	sum      = regexp.MustCompile(`^[0-9a-f]{64}$`)
	revision = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._/+-]*$`)
	// plainName is a name of a file that needs no quoting.
	plainName = regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z._+-]*$`)
	commit    = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
	isShort   = regexp.MustCompile(`^[0-9a-f]{7,}$`)
	semantic  = regexp.MustCompile(`^v[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$`)
	// module is a path whose first part is a host's name; of Go's own rules this is the
	// narrower half, which needs no quoting anywhere.
	module = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)+(/[0-9A-Za-z._~-]+)+$`)
)

// IsModule tells whether what was told looks like the path of a Go module that a host
// serves: without a scheme, and with a host's name in front.
func IsModule(from string) bool {
	name, _, _ := strings.Cut(from, "@")
	return module.MatchString(name) && !strings.Contains(name, "..")
}

// Parse reads what is told of an address or a module; folders are read by Folder. The
// error says in both languages what to tell instead (*diag.Refused).
func Parse(t Told) (Source, error) {
	t.SHA256 = strings.ToLower(t.SHA256)
	if t.SHA256 != "" && !sum.MatchString(t.SHA256) {
		return Source{}, diag.Refuse("--tool-sha256 ska vara 64 siffror och bokstäver a–f", "--tool-sha256 must be 64 hexadecimal digits")
	}
	if IsModule(t.From) {
		return parseModule(t)
	}
	if err := checkAddress(t.From); err != nil {
		return Source{}, err
	}
	if t.SHA256 != "" || isFile(t.From) {
		if t.SHA256 == "" {
			return Source{}, diag.Refuse("ange också --tool-sha256, kontrollsumman för %s. Den står i utgåvans SHA256SUMS", "give --tool-sha256 too, the checksum of %s. It stands in the release's SHA256SUMS", path.Base(t.From))
		}
		return Source{Kind: Archive, At: t.From, Pin: t.SHA256, Private: t.Private}, nil
	}
	if t.Version = cmp.Or(t.Version, t.Own); t.Version == "" {
		return Source{}, diag.Refuse("ange också --tool-version, den commit eller tagg som ska byggas (eller --tool-sha256, om adressen leder till ett arkiv)", "give --tool-version too, the commit or tag to build (or --tool-sha256, if the address is of an archive)")
	}
	if !revision.MatchString(t.Version) || strings.Contains(t.Version, "..") {
		return Source{}, diag.Refuse("--tool-version ska vara en commit eller en tagg, till exempel v1.0.0", "--tool-version must be a commit or a tag, such as v1.0.0")
	}
	if isShort.MatchString(t.Version) && !commit.MatchString(t.Version) {
		return Source{}, diag.Refuse("skriv hela commiten, alla 40 tecken: git rev-parse HEAD visar den", "write the whole commit, all 40 characters: git rev-parse HEAD shows it")
	}
	return Source{Kind: Mirror, At: t.From, Pin: t.Version, Private: t.Private}, nil
}

func parseModule(t Told) (Source, error) {
	name, version, _ := strings.Cut(t.From, "@")
	name = strings.TrimSuffix(name, "/cmd/samsyn")
	version = cmp.Or(t.Version, version, t.Own)
	switch {
	case version == "":
		return Source{}, diag.Refuse("ange också versionen: --tool-from %s@v1.0.0", "give the version too: --tool-from %s@v1.0.0", name)
	case !semantic.MatchString(version):
		return Source{}, diag.Refuse("granskningen ska hämta en bestämd version, till exempel v1.0.0, inte ”%s”", "the checks are to get one version, such as v1.0.0, not “%s”", version)
	case t.Private:
		return Source{}, diag.Refuse("en Go-modul hämtas utan nyckel. Ange git-arkivets adress (https://…) i stället", "a Go module is got without a token. Give the repository's address (https://…) instead")
	}
	return Source{Kind: Module, At: name, Pin: version}, nil
}

// checkAddress holds what is written into a file that a shell reads.
func checkAddress(at string) error {
	u, err := url.Parse(at)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.Fragment != "" || strings.ContainsAny(at, "'\"\\`$ \t\r\n") {
		return diag.Refuse("--tool-from ska vara en mapp som finns, en Go-modul (värd/ägare/samsyn) eller en fullständig webbadress som börjar med https://", "--tool-from must be a folder that is there, a Go module (host/owner/samsyn) or a full address that begins with https://")
	}
	if u.User != nil {
		return diag.Refuse("skriv inget lösenord i adressen: filen är öppen för alla som läser git-arkivet. Använd --tool-private", "write no password in the address: everybody who reads the repository sees the file. Use --tool-private")
	}
	return nil
}

// isFile tells whether an address is that of an archive, by its name.
func isFile(at string) bool {
	return strings.HasSuffix(at, ".tar.gz") || strings.HasSuffix(at, ".tgz")
}

// Moves tells whether what the pin names could become something else: a tag can be moved,
// where a commit or a checksum cannot.
func (s Source) Moves() bool { return s.Kind == Mirror && !commit.MatchString(s.Pin) }

// inName is a version in the name of a release's archive.
var inName = regexp.MustCompile(`samsyn-([0-9][0-9A-Za-z.+-]*)-linux-[a-z0-9]+\.t`)

// Names is the version that a source names ("1.2.0"); "" where it names none.
func (s Source) Names() string {
	switch s.Kind {
	case Archive, File:
		if m := inName.FindStringSubmatch(s.At); m != nil {
			return m[1]
		}
	case Mirror, Module:
		if semantic.MatchString(s.Pin) {
			return s.Pin[1:]
		}
	}
	return ""
}

// settings are the names that tool.env gives a kind's At and Pin.
var settings = map[Kind][2]string{
	Archive: {"SAMSYN_URL", "SAMSYN_SHA256"},
	File:    {"SAMSYN_FILE", "SAMSYN_SHA256"},
	Mirror:  {"SAMSYN_GIT", "SAMSYN_REVISION"},
	Module:  {"SAMSYN_MODULE", "SAMSYN_VERSION"},
}

// about is what tool.env says of itself.
var about = map[Kind]string{
	Archive: "# Härifrån hämtar granskningen programmet samsyn: en utgåvas arkiv för Linux, eller\n# programfilen själv, med den kontrollsumma (SHA-256) som den ska ha.\n",
	File:    "# Granskningen använder den utgåva av programmet samsyn som ligger här i git-arkivet,\n# med den kontrollsumma (SHA-256) som den ska ha.\n",
	Mirror:  "# Granskningen bygger programmet samsyn av källkoden i det här git-arkivet, vid en\n# bestämd commit eller tagg. Det behövs Go, som hämtas om det saknas.\n",
	Module:  "# Granskningen bygger programmet samsyn av den här Go-modulen, i en bestämd version.\n# Det behövs Go, som hämtas om det saknas.\n",
}

// Env is the text of .samsyn/tool.env, which a shell reads.
func (s Source) Env() []byte {
	names := settings[s.Kind]
	private := ""
	if s.Private {
		private = "# Nyckeln som behövs heter " + Token + " bland git-serverns hemligheter.\n"
	}
	return fmt.Appendf(nil, "%s%s# Byt med: samsyn doctor --renew --tool-from …\n%s='%s'\n%s='%s'\n", about[s.Kind], private, names[0], s.At, names[1], s.Pin)
}

// Read takes the settings of a tool.env; ok is false where they are of no source, or not
// written as Env writes them.
func Read(env string) (s Source, ok bool) {
	values := map[string]string{}
	for line := range strings.Lines(env) {
		name, value, is := strings.Cut(strings.TrimSpace(line), "=")
		if quoted := len(value) > 2 && value[0] == '\'' && value[len(value)-1] == '\''; is && quoted && !strings.HasPrefix(name, "#") {
			values[name] = value[1 : len(value)-1]
		}
	}
	for kind, names := range settings {
		if values[names[0]] != "" && values[names[1]] != "" {
			return Source{Kind: kind, At: values[names[0]], Pin: values[names[1]], Private: strings.Contains(env, Token)}, true
		}
	}
	return Source{}, false
}
