package cli

import (
	"errors"

	"samsyn/internal/console"
	"samsyn/internal/lsp"
	"samsyn/internal/model"
)

// lsp serves a text editor that has started the program, over standard input and output.
func (a *app) lsp(args []string) error {
	fs := a.Flags("lsp")
	base := fs.String("base", "", console.Both("det som finns i den här versionen i git räknas som publicerat (annars huvudgrenen)", "what is in this git revision counts as published (else the main branch)"))
	today := fs.String("today", "", console.Both("dagen som innehållet bedöms efter (ÅÅÅÅ-MM-DD)", "the day that the content is judged against (YYYY-MM-DD)"))
	fs.Bool("stdio", true, console.Both("tala med redigeraren på standard in och ut (det enda sättet)", "speak with the editor on standard input and output (the only way)"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if _, err := a.Day(*today); err != nil {
		return err
	}
	if a.Input == nil {
		return a.noEditor()
	}
	server := lsp.New(a.Stdout, lsp.Options{
		Dir: a.folder(), Base: *base, Lang: a.Lang, Version: console.ToolVersion(),
		Today: func() model.Date {
			day, err := a.Day(*today)
			if err != nil {
				return model.Date{} // it was read a moment ago
			}
			return day
		},
	})
	switch err := server.Serve(a.Context(), a.Input); {
	case err == nil:
		return nil
	case errors.Is(err, lsp.ErrNobody):
		return a.noEditor()
	default:
		return console.ErrFindings // the status that the protocol wants where an editor only hangs up
	}
}

// noEditor tells a person who has started the server what it is for.
func (a *app) noEditor() error {
	return a.Refuse("samsyn: lsp startas av en textredigerare.", "samsyn: lsp is started by a text editor.")
}

// folder is the one that -C names; "" where the editor is to say which.
func (a *app) folder() string {
	if a.At == "" {
		return ""
	}
	return a.Folder()
}
