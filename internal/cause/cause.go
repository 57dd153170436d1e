// Package cause says why something failed: an error of any package or of the operating
// system goes in, and the reader's own words come out.
package cause

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"syscall"

	"samsyn/internal/diag"
	"samsyn/internal/history"
	"samsyn/internal/source"
)

// told is what an error is told in.
type told struct {
	err  error
	text diag.Text
}

// failures puts what the packages below refuse into words.
var failures = []told{
	{history.ErrNoGit, diag.Say("mappen ligger inte i något git-arkiv. Börja ett med git init -b main, och spara innehållet med git add . och git commit",
		"the folder is in no git repository. Begin one with git init -b main, and save the content with git add . and git commit")},
	{history.ErrNoCommits, diag.Say("git-arkivet har ingen sparad version än. Spara innehållet med git add och git commit",
		"the git repository has no commit yet. Save the content with git add and git commit")},
	{history.ErrPartial, diag.Say("klonen är bara delvis hämtad (--filter), så äldre innehåll finns kvar på servern. Hämta allt med git config --unset remote.origin.partialclonefilter och sedan git fetch --refetch. Ta bort filter där granskningen hämtar innehållet",
		"the clone is partial (--filter), so older content is left with the server. Fetch all of it with git config --unset remote.origin.partialclonefilter and then git fetch --refetch. Take the filter away where CI checks the content out")},
	{history.ErrMissing, diag.Say("git-arkivet saknar något som det borde ha. Hämta hela arkivet på nytt", "the git repository lacks something that it should have. Fetch all of it again")},
	{history.ErrCorrupt, diag.Say("git-arkivet är skadat. Hämta det på nytt", "the git repository is damaged. Fetch it again")},
	{history.ErrForeign, diag.Say("git-mappen leder till ett annat arkiv, som inte känner till den. Hämta arkivet på nytt", "the git folder leads to another repository, which knows nothing of it. Fetch the repository again")},
	{history.ErrNoFolder, diag.Say("filen .git leder inte till någon git-mapp. Hämta arkivet på nytt, eller rätta filen med git worktree repair", "the file .git leads to no git folder. Fetch the repository again, or mend the file with git worktree repair")},
	{history.ErrSettings, diag.Say("git-arkivets inställningar går inte att läsa. git config --list visar var felet är", "the git repository's settings cannot be read. git config --list shows where the mistake is")},
	{history.ErrUnsupported, diag.Say("git-arkivet är sparat i en form som samsyn inte kan läsa. Hämta det på nytt med git clone, utan särskilda val. Är det gjort med SHA-256: skapa ett nytt med git init --object-format=sha1, och lägg filerna där",
		"the git repository is stored in a form that samsyn cannot read. Fetch it again with git clone, without options. If it was made with SHA-256, make a new one with git init --object-format=sha1, and put the files there")},
	{history.ErrNoContent, diag.Say("innehållets mapp finns inte i den versionen", "the content's folder is not in that revision")},
	{history.ErrSubmodule, diag.Say("mappen är en git-submodul, vars filer ligger i ett annat arkiv", "the folder is a git submodule, whose files are in another repository")},
	{history.ErrLFS, diag.Say("filen är sparad med Git LFS, så git-arkivet har bara en hänvisning till den", "the file is stored with Git LFS, so the git repository has only a pointer to it")},
	{history.ErrEscapes, diag.Say("en symbolisk länk leder ut ur innehållet", "a symbolic link leads out of the content")},
	{source.ErrEscapes, diag.Say("en symbolisk länk leder ut ur innehållet", "a symbolic link leads out of the content")},
	{source.ErrTooLarge, diag.Say("filen är för stor", "the file is too large")},
	{source.ErrNotFile, diag.Say("det är ingen vanlig fil", "it is no plain file")},
	{ErrWatch, diag.Say("datorn kan inte bevaka fler mappar. På Linux höjs gränsen med sysctl fs.inotify.max_user_watches", "the computer cannot watch more folders. On Linux the limit is raised with sysctl fs.inotify.max_user_watches")},
}

// systemCauses puts what the operating system refuses into words.
var systemCauses = []told{
	{syscall.ENOSPC, diag.Say("disken är full", "the disk is full")},
	{syscall.EDQUOT, diag.Say("användarens utrymme på disken är slut", "the user's room on the disk is used up")},
	{syscall.EROFS, diag.Say("disken går bara att läsa från", "the disk can only be read")},
	{syscall.ENAMETOOLONG, diag.Say("namnet är för långt", "the name is too long")},
	{syscall.ENOTDIR, diag.Say("en del av sökvägen är ingen mapp", "a part of the path is no folder")},
	{syscall.EISDIR, diag.Say("det är en mapp, ingen fil", "it is a folder, not a file")},
	{syscall.ELOOP, diag.Say("en symbolisk länk leder runt till sig själv", "a symbolic link leads round to itself")},
	{syscall.EMFILE, diag.Say("för många filer är öppna samtidigt", "too many files are open at once")},
	{syscall.ENFILE, diag.Say("för många filer är öppna samtidigt", "too many files are open at once")},
	{syscall.EIO, diag.Say("disken svarar med ett fel", "the disk answers with an error")},
	{syscall.EADDRINUSE, diag.Say("adressen används redan av ett annat program. Välj en annan med --addr", "the address is used by another program already. Choose another with --addr")},
	{syscall.EADDRNOTAVAIL, diag.Say("adressen finns inte på den här datorn. Välj en annan med --addr", "the address is not of this computer. Choose another with --addr")},
	{fs.ErrNotExist, diag.Say("filen eller mappen finns inte", "there is no such file or folder")},
	{fs.ErrPermission, diag.Say("du har inte behörighet till den", "you have no permission for it")},
	{fs.ErrExist, diag.Say("namnet är upptaget", "the name is taken")},
}

// Of says in the reader's language why something failed. What no table knows is quoted
// in the words of the library that said it.
func Of(err error, lang string) string {
	if own := (*diag.Refused)(nil); errors.As(err, &own) {
		return own.Why.In(lang)
	}
	text := worded(failures, err).In(lang)
	if text == "" {
		text = Signing(err).In(lang)
	}
	if text == "" {
		text = System(err, lang)
	}
	switch path, known := pathOf(err); {
	case known && text != "":
		return path + ": " + text
	case text != "":
		return text
	}
	return diag.Say("något som samsyn inte känner till gick fel (programmets egna ord: ”%s”)", "%s", err.Error()).In(lang)
}

// worded is the first text of a table that fits an error; none where none does.
func worded(table []told, err error) diag.Text {
	for _, known := range table {
		if errors.Is(err, known.err) {
			return known.text
		}
	}
	return diag.Text{}
}

// ErrWatch says that the system cannot watch the folders; its own error passes for a full
// disk.
var ErrWatch = errors.New("the folders cannot be watched")

// System is the words for what the system refused, "" where they are not known.
func System(err error, lang string) string {
	if known := worded(systemCauses, err).In(lang); known != "" {
		return known
	}
	path := (*fs.PathError)(nil)
	if errors.As(err, &path) {
		switch path.Err.Error() { // os.Root's, which have no names
		case "path escapes from parent":
			return diag.Say("en symbolisk länk leder ut ur mappen", "a symbolic link leads out of the folder").In(lang)
		case syscall.ENOTDIR.Error():
			return System(syscall.ENOTDIR, lang)
		}
	}
	address := (*net.AddrError)(nil)
	unknown := (*net.DNSError)(nil)
	if errors.As(err, &address) || errors.As(err, &unknown) {
		return diag.Say("adressen ska skrivas som 127.0.0.1:8080", "the address must be written like 127.0.0.1:8080").In(lang)
	}
	return ""
}

// pathOf is the file or folder that an error of the system's is about.
func pathOf(err error) (path string, known bool) {
	one := (*fs.PathError)(nil)
	if errors.As(err, &one) {
		return one.Path, true
	}
	two := (*os.LinkError)(nil)
	if errors.As(err, &two) {
		return two.New, true
	}
	return "", false
}
