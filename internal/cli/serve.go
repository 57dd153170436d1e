package cli

import (
	"context"
	"net"

	"samsyn/internal/preview"
	"samsyn/internal/publish"
)

func (a *app) serve(args []string) int {
	fs := a.flags("serve")
	addr := fs.String("addr", "127.0.0.1:8080", both("adressen att visa webbplatsen på", "the address to listen on"))
	drafts := fs.Bool("drafts", true, both("visa även planer som inte gäller", "show plans that are not in force too"))
	today := fs.String("today", "", both("dagen som innehållet bedöms efter (ÅÅÅÅ-MM-DD)", "the day that the content is judged against (YYYY-MM-DD)"))
	if _, err := a.parse(fs, args, 0); err != nil {
		return status(err)
	}
	tree, err := a.tree()
	if err != nil {
		return a.fail(err)
	}
	day, err := a.day(*today)
	if err != nil {
		return a.fail(err)
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return a.fail(err)
	}
	s := preview.New(preview.Options{
		Dir: tree.Dir(), Open: a.tree, Lang: a.lang, Log: a.Stderr,
		Publish: publish.Options{Version: ToolVersion(), Drafts: *drafts, Today: day, WithoutPDFs: true},
	})
	s.Rebuild(context.Background()) // whoever stops the program here loses nothing
	if err := s.Serve(a.context(), listener); err != nil {
		return a.fail(err)
	}
	return ok
}
