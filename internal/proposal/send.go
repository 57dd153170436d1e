package proposal

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/forge"
	"samsyn/internal/git"
)

// Sent says where a proposal is after it was sent.
type Sent struct {
	Remote string // where it was pushed; "" where there is no remote, and it stays a branch
	// Address is the request that is open for it, or, where Opened is false, the page
	// where a person opens one; "" where no forge is known.
	Address string
	Opened  bool
	New     bool // the request was not there before
	// Commands and Words are how the branch is taken into the main one, as commands and
	// in a sentence.
	Commands []string
	Words    diag.Text
	// Trouble is why no request could be opened though there is a token; nil else. The
	// proposal was sent all the same.
	Trouble error
}

// ErrEmpty says that a proposal has nothing that the main branch lacks.
var ErrEmpty = errors.New("the proposal changes nothing")

// Send sends the proposal to the remote, and opens a request on its forge where there is
// a token, or tells where a person opens one. What has been sent before is renewed.
// Where others have sent the same proposal meanwhile, their changes come into it first,
// as in Apply (*Conflict where they clash: see Join). ErrSavedMeanwhile says that somebody
// has saved to it since it was read.
func (p *Proposal) Send(ctx context.Context, who Person, o forge.Options) (*Sent, error) {
	s := p.store
	s.saving.Lock()
	err := p.asRead(ctx)
	s.saving.Unlock()
	if err != nil {
		return nil, err
	}
	if len(p.Saves) == 0 {
		return nil, ErrEmpty
	}
	v, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	remote, main := v.remote, v.name
	if remote == "" {
		if s.opt.Remote != "" {
			return nil, fmt.Errorf("%w: %s", ErrNoRemote, s.opt.Remote)
		}
		return p.merged("", main, &Sent{}), nil
	}
	said, err := p.push(ctx, who, remote)
	if err != nil {
		return nil, err
	}
	address, err := s.address(ctx, remote)
	if err != nil {
		return nil, err
	}
	sent := p.merged(remote, main, &Sent{Remote: masked(address)})
	return sent, p.request(ctx, sent, o, address, main, said)
}

// push pushes the branch. One that others have pushed to is joined first.
func (p *Proposal) push(ctx context.Context, who Person, remote string) (said string, err error) {
	s := p.store
	for range 5 {
		// A mirror would send everything.
		said, err = s.far(ctx, "-c", "remote."+remote+".mirror=false", "push", "--no-verify", "--no-follow-tags", "--end-of-options", remote, branch(p.Name)+":"+branch(p.Name))
		failed := (*git.Failed)(nil)
		if err == nil || !errors.As(err, &failed) || !strings.Contains(failed.Said, "[rejected]") {
			break
		}
		if err = s.Fetch(ctx); err == nil {
			_, err = p.Join(who, nil)
		}
		if err != nil {
			return "", err
		}
	}
	if err != nil {
		return "", err
	}
	// What git keeps itself of what it has sent depends on the remote's settings.
	at := tracking(remote, p.Branch())
	known, err := s.ref(ctx, at)
	if err == nil && known != p.Tip {
		err = s.move(ctx, at, known, p.Tip, "sent")
	}
	p.Sent = p.Tip
	return said, err
}

// Join brings in what others have sent of the same proposal from elsewhere, field by
// field, as Update does with the main branch. Fetch has asked for it.
func (p *Proposal) Join(who Person, choose func(Clash) Choice) (*Saved, error) {
	return p.change(func(ctx context.Context) (*Saved, error) {
		remote, err := p.store.remote(ctx)
		if err != nil {
			return nil, err
		}
		theirs, err := p.store.ref(ctx, tracking(remote, p.Branch()))
		if err != nil || theirs == "" {
			return &Saved{Commit: p.Tip}, err
		}
		return p.bring(ctx, who, theirs, message("Ta in det som andra har sparat i förslaget", broughtUp+string(theirs)), choose)
	})
}

// address is where a remote is pushed.
func (s *Store) address(ctx context.Context, remote string) (string, error) {
	out, err := s.run(ctx, "remote", "get-url", "--push", "--end-of-options", remote)
	return strings.TrimSpace(out), err
}

// request opens a request, or tells where one is opened.
func (p *Proposal) request(ctx context.Context, sent *Sent, o forge.Options, remote, main, said string) error {
	there, is, err := forge.Of(remote, o)
	if err != nil || !is {
		return err
	}
	client := &forge.Client{}
	there = client.Guess(ctx, there)
	text, err := p.told()
	if err != nil {
		return err
	}
	q := forge.Request{Branch: p.Branch(), Into: main, Title: p.Title, Text: text}
	if there.HasToken() {
		opened, err := client.Open(ctx, there, q)
		if err == nil {
			sent.Address, sent.Opened, sent.New = opened.Address, true, opened.New
			return nil
		}
		sent.Trouble = err
	}
	if sent.Address = there.Compose(q); sent.Address == "" {
		sent.Address = offered(said, there.Host())
	}
	return nil
}

// offered is the page that a forge has named while it took the branch, which those do
// that are known and some that are not; "" where it named none of its own.
func offered(said, host string) string {
	for line := range strings.Lines(said) {
		for word := range strings.FieldsSeq(line) {
			u, err := url.Parse(word)
			if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host == host && u.User == nil && strings.HasPrefix(line, "remote:") {
				return word
			}
		}
	}
	return ""
}

// longestText is how many bytes of a request's text a forge takes.
const longestText = 60_000

// told tells in Markdown what the proposal changes, and who wrote it.
func (p *Proposal) told() (string, error) {
	project, err := p.Project()
	if err != nil {
		return "", err
	}
	defer func() { _ = project.Close() }() // only read
	var b strings.Builder
	var names []string
	for _, who := range p.By {
		names = append(names, diag.Unmarked(who.Name))
	}
	fmt.Fprintf(&b, "Skrivet av %s.\n\n", strings.Join(names, ", "))
	changes, err := project.Compare(string(p.Base) + ".." + string(p.Tip))
	if err != nil {
		return "", err
	}
	if err := diff.WriteMarkdown(&b, changes.Changes, "sv"); err != nil {
		return "", err
	}
	text := b.String()
	if len(text) > longestText {
		text = strings.ToValidUTF8(text[:longestText], "") + "\n\n…\n"
	}
	return text, nil
}

// merged says how the branch is taken into the main one.
func (p *Proposal) merged(remote, main string, sent *Sent) *Sent {
	if remote == "" {
		sent.Commands = []string{"git switch " + main, "git merge --no-ff " + p.Branch()}
		sent.Words = diag.Text{
			SV: "Den som sköter arkivet, och dess huvudgren " + main + ", tar in förslaget med kommandona.",
			EN: "Whoever looks after the repository, and its branch " + main + ", takes the proposal in with the commands.",
		}
		return sent
	}
	sent.Commands = []string{"git fetch " + remote, "git switch " + main, "git merge --no-ff " + remote + "/" + p.Branch(), "git push " + remote + " " + main}
	sent.Words = diag.Text{
		SV: "Förslaget är skickat som grenen " + p.Branch() + ". Den som ansvarar för " + main + " tar in det, antingen på webben eller med kommandona.",
		EN: "The proposal has been sent as the branch " + p.Branch() + ". Whoever is in charge of " + main + " takes it in, on the web or with the commands.",
	}
	return sent
}
