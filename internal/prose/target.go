package prose

import (
	"net/url"
	"path"
	"strings"
	"unicode"
)

// TargetKind says what a link leads to.
type TargetKind int

const (
	// Nowhere is an empty target.
	Nowhere TargetKind = iota
	// Outside is an address on the web, an e-mail address or a telephone number.
	Outside
	// Unsafe is an address that may not be linked to: another scheme, another host.
	Unsafe
	// Escaping is a path that leaves the repository.
	Escaping
	// Inside is a file of the repository, or a heading in one.
	Inside
)

// Target is where a link leads.
type Target struct {
	Kind     TargetKind
	URL      string // of Outside, and Unsafe for the message: cleaned
	Path     string // of Inside: from the repository's root, composed
	Fragment string // of Inside: the heading, "" for the file
}

// schemeOf is what stands before the first colon if it is a scheme (RFC 3986
// §3.1): a letter, then letters, digits, plus, hyphen, full stop.
func schemeOf(target string) string {
	for i := range len(target) {
		switch c := target[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return target[:i]
		default:
			return ""
		}
	}
	return ""
}

// safeSchemes are those that a browser does nothing surprising with.
var safeSchemes = map[string]bool{"https": true, "http": true, "mailto": true, "tel": true}

// Resolve tells where a link in file leads. It reads the target as a browser
// would (WHATWG URL, §4.4): control characters dropped, backslashes as slashes,
// schemes without case.
func Resolve(file, target string) Target {
	target = strings.TrimSpace(strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return -1
		}
		return c
	}, target))
	if target == "" {
		return Target{}
	}
	if scheme := schemeOf(target); scheme != "" {
		if safeSchemes[strings.ToLower(scheme)] {
			return Target{Kind: Outside, URL: target}
		}
		return Target{Kind: Unsafe, URL: target}
	}
	slashed := strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(slashed, "//") {
		return Target{Kind: Unsafe, URL: target}
	}
	return inside(file, slashed)
}

func inside(file, target string) Target {
	name, fragment, _ := strings.Cut(target, "#")
	name, _, _ = strings.Cut(name, "?")
	name = strings.ReplaceAll(unescape(name), `\`, "/")
	fragment = unescape(fragment)
	if name == "" && fragment == "" {
		return Target{}
	}
	if name == "" {
		return Target{Kind: Inside, Path: file, Fragment: fragment}
	}
	joined := path.Join(path.Dir(file), name)
	if strings.HasPrefix(name, "/") || joined == ".." || strings.HasPrefix(joined, "../") {
		return Target{Kind: Escaping, Path: name}
	}
	return Target{Kind: Inside, Path: Composed(joined), Fragment: fragment}
}

func unescape(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}
