package cli

import (
	"context"
	"net"

	"samsyn/internal/console"
	"samsyn/internal/preview"
	"samsyn/internal/project"
	"samsyn/internal/publish"
)

func (a *app) serve(args []string) error {
	fs := a.Flags("serve")
	addr := fs.String("addr", "127.0.0.1:8080", console.Both("adressen att visa webbplatsen på", "the address to listen on"))
	drafts := fs.Bool("drafts", true, console.Both("visa även planer och resultatrapporter som är utkast eller förslag", "show plans and results reports that are drafts or proposed too"))
	today := fs.String("today", "", console.Both("dagen som innehållet bedöms efter (ÅÅÅÅ-MM-DD)", "the day that the content is judged against (YYYY-MM-DD)"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return err
	}
	day, err := a.Day(*today)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	s := preview.New(preview.Options{
		Dir: p.Dir(), Project: p, Lang: a.Lang, Log: a.Stderr,
		Publish: publish.Options{Version: console.ToolVersion(), Drafts: *drafts, Today: day, WithoutPDFs: true, OnDemand: true},
	})
	s.Rebuild(context.Background()) // whoever stops the program here loses nothing
	return s.Serve(a.Context(), listener)
}
