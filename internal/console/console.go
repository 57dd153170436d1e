// Package console is the ground that commands stand on: the world outside the process,
// what is said in the user's language, flags, and the content that is opened. In goes a
// World; out comes a Console, which one run of the command has.
package console

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"samsyn/internal/cause"
	"samsyn/internal/diag"
	"samsyn/internal/fetch"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/internal/text"
)

// Exit statuses.
const (
	OK       = 0
	Findings = 1
	Failed   = 2
)

// World is everything outside the process that a command may touch.
type World struct {
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Environ        []string // of the programs that are called
	Dir            string   // the working folder
	ConfigDir      string   // of the user; "" where there is none
	Now            func() time.Time
	Terminal       bool // whether stdout is one
	// Stdin answers what is asked; nil where nobody is there to be asked.
	Stdin io.Reader
	// Input is what another program sends on standard input; nil where none does.
	Input io.Reader
	// Interrupts gives a channel that is closed when the user wants to stop. Until it is
	// called, that ends the process at once. nil: nobody does.
	Interrupts func() <-chan struct{}
	// Web carries what fetch asks for, and Rest waits between its tries; nil is the
	// network, and the clock.
	Web  fetch.Transport
	Rest func(time.Duration)
}

// System is the world of the running process.
func System() World {
	dir, _ := os.Getwd()
	config, _ := os.UserConfigDir()
	var answers io.Reader
	if term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())) {
		answers = os.Stdin
	}
	return World{
		Stdin: answers, Input: os.Stdin,
		Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Environ: os.Environ(), Dir: dir, ConfigDir: config, Now: time.Now,
		Terminal: term.IsTerminal(int(os.Stdout.Fd())), Interrupts: interrupts,
	}
}

// Console is what one run of the command has.
type Console struct {
	World
	At   string // -C
	Lang string // of what is said
	// Usage tells what a command takes, and what it does.
	Usage func(name string) (args, short diag.Text)
	out   *printer // Stdout
	open  []*project.Project
}

var (
	// ErrTold says that a command could not do what it was called for; why has been told already.
	ErrTold = errors.New("told")
	// ErrFindings says that something is wrong with the content, or with a signature; it has
	// been told already.
	ErrFindings = errors.New("findings")
	// ErrHelp says that the user asked for help and got it.
	ErrHelp = flag.ErrHelp
)

// New is a console that speaks Swedish until it is told otherwise.
func New(w World) *Console {
	out := &printer{Writer: w.Stdout}
	w.Stdout = out
	return &Console{World: w, Lang: "sv", out: out}
}

// End closes what a run has opened, and is its exit status: it has failed where not all
// could be printed.
func (a *Console) End(status int) int {
	for _, p := range a.open {
		_ = p.Close() // only read
	}
	if a.out.err != nil {
		return a.unprinted(a.out.err)
	}
	return status
}

// SetLang chooses the language of what is said, and tells where there is none such.
func (a *Console) SetLang(lang string) error {
	if lang != "sv" && lang != "en" {
		return a.Refuse("samsyn: språket ”%s” finns inte; välj sv eller en.", "samsyn: there is no language “%s”; choose sv or en.", lang)
	}
	a.Lang = lang
	return nil
}

// Say writes a note to stderr in the chosen language.
func (a *Console) Say(sv, en string, args ...any) {
	fmt.Fprintln(a.Stderr, diag.Say(sv, en, diag.Shown(args)...).In(a.Lang))
}

// Refuse says why a command does not go on, and gives the error for it.
func (a *Console) Refuse(sv, en string, args ...any) error {
	a.Say(sv, en, args...)
	return ErrTold
}

// TellWhy refuses in a sentence whose last argument is why something cannot be taken
// (*diag.Refused); other errors are for whoever called.
func (a *Console) TellWhy(err error, sv, en string, args ...any) error {
	why := (*diag.Refused)(nil)
	if !errors.As(err, &why) {
		return err
	}
	return a.Refuse(sv, en, append(args, why.Why.In(a.Lang))...)
}

// Guess asks whether a name that there is was meant; "" is none.
func (a *Console) Guess(name string) {
	if name != "" {
		a.Say("Menade du %[1]s?", "Did you mean %[1]s?", name)
	}
}

// SayOf tells of a content, things called by its own words.
func (a *Console) SayOf(c *model.Content, sv, en string, args ...any) {
	words := text.WordsOf(c)
	a.Say(words.Expand(sv, "sv"), words.Expand(en, "en"), args...)
}

// Fail tells an error that has not been told, and gives the status for it.
func (a *Console) Fail(err error) int {
	var lost *project.NoRevision
	switch {
	case err == nil, errors.Is(err, ErrHelp):
		return OK
	case errors.Is(err, ErrFindings):
		return Findings
	case errors.Is(err, ErrTold):
	case a.out != nil && a.out.err != nil && errors.Is(err, a.out.err): // Main tells of it
	case errors.Is(err, source.ErrNoRepository):
		a.Say("samsyn: här finns ingen samsyn.yaml, varken i mappen eller ovanför den. Gå till innehållets mapp, ange den med -C, eller skapa ett nytt innehåll med samsyn init.",
			"samsyn: there is no samsyn.yaml here or in any folder above. Go to the content's folder, name it with -C, or create one with samsyn init.")
	case errors.As(err, &lost):
		a.noRevision(lost)
	default:
		a.Say("samsyn: %s.", "samsyn: %s.", cause.Of(err, a.Lang))
	}
	return Failed
}

// From is a path of the user's, counted from a folder.
func From(folder, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}

// Folder is where -C leads, else where the user is.
func (a *Console) Folder() string { return From(a.Dir, a.At) }

// InDir is a path of the user's, counted from where -C leads.
func (a *Console) InDir(path string) string { return From(a.Folder(), path) }

// OneOf holds that a flag has one of the values that it can have.
func (a *Console) OneOf(flagName, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	if value == "" {
		return a.Refuse("samsyn: --%[1]s behöver ett värde. Välj ett av: %[2]s.", "samsyn: --%[1]s needs a value. Choose one of: %[2]s.", flagName, strings.Join(allowed, ", "))
	}
	return a.Refuse("samsyn: --%s kan inte vara ”%s”. Välj ett av: %s.", "samsyn: --%s cannot be “%s”. Choose one of: %s.", flagName, value, strings.Join(allowed, ", "))
}

// Colour tells whether stdout may be coloured (no-color.org).
func (a *Console) Colour() bool { return a.Terminal && a.Getenv("NO_COLOR") == "" }

// Context ends when the user wants to stop. Who calls it must see to it that this happens
// soon: it is for work that leaves something behind if it is cut off.
func (a *Console) Context() context.Context {
	if a.Interrupts == nil {
		return context.Background()
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := a.Interrupts()
	go func() {
		<-stopped
		cancel()
	}()
	return ctx
}
