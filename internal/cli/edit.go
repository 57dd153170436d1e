package cli

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/mail"
	"strings"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/cause"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/editor"
	"samsyn/internal/editor/web"
	"samsyn/internal/forge"
	"samsyn/internal/guard"
	"samsyn/internal/partyform"
	"samsyn/internal/proposal"
)

// edit serves forms for the content until it is stopped.
func (a *app) edit(args []string) error {
	fs := a.Flags("edit")
	addr := fs.String("addr", "127.0.0.1:8081", console.Both("adressen att visa redigeraren på", "the address to listen on"))
	branch := fs.String("branch", "", console.Both("huvudgrenen som förslag görs för (annars den som arkivet har)", "the main branch that proposals are made for (default: the repository's)"))
	remote := fs.String("remote", "", console.Both("servern som förslag skickas till (annars origin)", "the remote that proposals are sent to (default: origin)"))
	identity := fs.String("identity", "", console.Both("vem som skriver, som ”Namn <namn@example.se>” (annars den som git känner till)", "who writes, as “Name <name@example.org>” (default: whom git knows)"))
	every := fs.Duration("fetch", 5*time.Minute, console.Both("hur ofta det som andra har beslutat och föreslagit hämtas från servern utöver när någon ser på förslagen, till exempel 90s, 5m eller 1h (0: bara när något skickas)", "how often what others have decided and proposed is fetched from the remote besides when somebody looks at proposals, such as 90s, 5m or 1h (0: only when something is sent)"))
	server := fs.String("server", "", console.Both("filen för ett läns server: inloggning och behörigheter", "the file of a county's server: sign-in and permissions"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if *every < 0 {
		return a.Refuse("samsyn: --fetch ska vara en tid som 5m, eller 0.", "samsyn: --fetch must be a time like 5m, or 0.")
	}
	store, err := proposal.Open(a.Folder(), proposal.Options{Main: *branch, Remote: *remote, Environ: a.Environ, Now: a.Now})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	if err := a.named(store, *branch, *remote); err != nil {
		return err
	}
	forges, err := forge.FromEnvironment(a.Environ)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return err
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	send := func(ctx context.Context, p *proposal.Proposal, who proposal.Person) (*proposal.Sent, error) {
		return p.Send(ctx, who, forges)
	}
	opt := web.Options{Store: store, Fetcher: proposal.NewFetcher(store), Send: send, Lang: a.Lang, Version: console.ToolVersion(), Now: a.Now, Log: a.Stderr}
	guarded := guard.Options{Port: port, Now: a.Now, Refuse: web.Refuse(a.Lang)}
	if *server != "" {
		err = a.forCounty(a.InDir(*server), &opt, &guarded)
	} else {
		err = a.forOne(*identity, *addr, listener.Addr().String(), &opt, guarded)
	}
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	if *every > 0 {
		ctx, stop := context.WithCancel(a.Context())
		ended := make(chan struct{})
		defer func() { stop(); <-ended }() // the store is closed after it
		go func() {
			defer close(ended)
			opt.Fetcher.Run(ctx, *every, func(err error) {
				a.Say("samsyn: det gick inte att hämta från servern: %[1]s", "samsyn: the remote could not be fetched from: %[1]s", cause.Of(err, a.Lang))
			})
		}()
	}
	return guard.Serve(a.Context(), listener, editor.Handler(web.New(opt)))
}

// named holds that the branch and the remote that somebody named are there: without them
// there is nothing to propose a change of, and nowhere to send it.
func (a *app) named(store *proposal.Store, branch, remote string) error {
	err := store.Named(context.Background())
	switch {
	case errors.Is(err, proposal.ErrNoMain):
		a.Say("samsyn: git-arkivet har ingen gren %[1]s. git branch --all visar vilka som finns.", "samsyn: the git repository has no branch %[1]s. git branch --all shows which there are.", branch)
	case errors.Is(err, proposal.ErrNoRemote):
		a.Say("samsyn: git-arkivet känner ingen server %[1]s. git remote visar vilka som finns.", "samsyn: the git repository knows no remote %[1]s. git remote shows which there are.", remote)
	default:
		return err
	}
	return console.ErrTold
}

// forOne prepares an editor on one's own computer, and tells where it is.
func (a *app) forOne(identity, asked, address string, opt *web.Options, guarded guard.Options) error {
	host, _, err := net.SplitHostPort(asked)
	if ip := net.ParseIP(host); err != nil || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return a.Refuse("samsyn: %[1]s går att nå från andra datorer. Utan --server släpps bara den här datorn in; ange 127.0.0.1.", "samsyn: %[1]s can be reached from other computers. Without --server only this computer is let in; give 127.0.0.1.", asked)
	}
	who, err := a.writer(identity, opt.Store)
	if err != nil {
		return err
	}
	opt.Door = editor.Alone(access.LocalUser(who.Name, who.Email))
	opt.Guard = guard.New(guarded)
	opt.Local = guard.NewLocal(opt.Guard)
	a.Say("Öppna den här adressen i webbläsaren. Den innehåller din nyckel, så visa den inte för andra:", "Open this address in the browser. It holds your key, so show it to nobody else:")
	a.Say("%[1]s", "%[1]s", "http://"+address+opt.Local.Path())
	a.Say("Avsluta med Ctrl-C. Det som är sparat finns kvar i git.", "Stop with Ctrl-C. What has been saved stays in git.")
	return nil
}

// writer is who saves: whom --identity names, or whom git knows.
func (a *app) writer(identity string, store *proposal.Store) (proposal.Person, error) {
	if identity == "" {
		who := store.Me()
		if who.Name == "" {
			return who, a.Refuse("samsyn: git vet inte vem du är. Ange --identity \"Namn <namn@example.se>\", eller git config --global user.name \"Namn\".",
				"samsyn: git does not know who you are. Give --identity \"Name <name@example.org>\", or git config --global user.name \"Name\".")
		}
		return who, nil
	}
	who, err := mail.ParseAddress(identity)
	if err != nil || strings.TrimSpace(who.Name) == "" {
		return proposal.Person{}, a.Refuse("samsyn: --identity ska vara som \"Namn <namn@example.se>\".", "samsyn: --identity must be like \"Name <name@example.org>\".")
	}
	return proposal.Person{Name: who.Name, Email: who.Address}, nil
}

// unfollowed tells what cannot be followed in a server's file.
func (a *app) unfollowed(err error) error {
	wrong := (*access.Wrong)(nil)
	if !errors.As(err, &wrong) {
		return err
	}
	return a.Refuse("samsyn: serverns fil, %[1]s, går inte att följa (programmets egna ord: ”%[2]s”).", "samsyn: the server's file, %[1]s, cannot be followed: %[2]s.", wrong.File, wrong.Why)
}

// forCounty prepares a server where people sign in.
func (a *app) forCounty(file string, opt *web.Options, guarded *guard.Options) error {
	door, err := access.Open(file)
	if err != nil {
		return a.unfollowed(err)
	}
	host := door.Host()
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	guarded.Hosts = []string{strings.ToLower(host)}
	guarded.HTTPS = strings.HasPrefix(door.Address(), "https://")
	guarded.Proxies = door.Proxies()
	guarded.Person = func(r *http.Request) string {
		who, _ := door.Who(r)
		return who.ID
	}
	opt.Door, opt.Guard = door, guard.New(*guarded)
	opt.Beside = partyform.New(partyform.Options{Store: opt.Store, Link: door.ByLink, Note: door.Note, Now: a.Now, Host: host})
	door.Show = func(w http.ResponseWriter, r *http.Request, status int, title, text diag.Text, back string) {
		web.Show(w, r, a.Lang, status, title, text, back)
	}
	a.Say("Redigeraren svarar på %[1]s, bakom %[2]s – avsluta med Ctrl-C.", "The editor answers at %[1]s, behind %[2]s – stop with Ctrl-C.", door.Address(), "https")
	return nil
}
