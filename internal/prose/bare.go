package prose

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// What a bare address is made of. Goldmark's own expressions know the letters of ASCII
// alone, and end an address at its first å. The last part of a host is in small
// letters, so that a missing space after a full stop makes no address.
const (
	hostPart = `[-\pL\pM\pN@:%._+~#=]{1,256}\.(?:xn--[-a-z0-9]+|[\p{Ll}\p{Lo}\pM]+)`
	pathPart = `[-\pL\pM\pN@:%_+.~#$!?&/=();,'"^{}\[\]\x60>]*`
	mailHost = `[\pL\pN](?:[-\pL\pM\pN]*[\pL\pM\pN])?`
)

// bareLinks makes links of addresses that stand in a text as they are.
type bareLinks struct{ parser.InlineParser }

func newBareLinks() bareLinks {
	return bareLinks{extension.NewLinkifyParser(
		extension.WithLinkifyURLRegexp(regexp.MustCompile(`^(?:http|https|ftp)://`+hostPart+`(?::\d+)?(?:[/#?]`+pathPart+`)?`)),
		extension.WithLinkifyWWWRegexp(regexp.MustCompile(`^www\.`+hostPart+`(?:[/#?]`+pathPart+`)?`)),
		extension.WithLinkifyEmailRegexp(regexp.MustCompile(`^[\pL\pM\pN.!#$%&'*+/=?^_\x60{|}~-]{1,64}@`+mailHost+`(?:\.`+mailHost+`)*`)),
	)}
}

// Extend is goldmark's: links are looked for after all else.
func (b bareLinks) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(b, 999)))
}

// Parse is asked at every space. The expressions are tried where something of an
// address is near, at most as far off as an @ may be.
func (b bareLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	const farthest = 64 * 4 // letters before an @, in bytes
	if !mayBeAddress(line[1:min(len(line), farthest)]) {
		return nil
	}
	return b.InlineParser.Parse(parent, block, pc)
}

// mayBeAddress tells whether the first word of a text has something of an address.
func mayBeAddress(text []byte) bool {
	for i, c := range text {
		switch c {
		case ' ', '\t', '\n':
			return false
		case '@', ':':
			return true
		case 'w':
			if bytes.HasPrefix(text[i:], []byte("ww.")) {
				return true
			}
		}
	}
	return false
}
