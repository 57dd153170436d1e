package part

import (
	"samsyn/internal/view/block"
)

// Prefixed gives the anchors of texts a beginning of their own.
func Prefixed(blocks []block.Block, prefix string) {
	for n, b := range blocks {
		if p, ok := b.(block.Prose); ok {
			p.Prefix = prefix
			blocks[n] = p
		}
	}
}
