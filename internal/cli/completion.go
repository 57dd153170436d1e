package cli

import (
	"fmt"
	"strings"
)

// completions are scripts that complete the names of the commands, and files
// after them. %s is the names.
var completions = map[string]string{
	"bash": `_samsyn() {
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "%s" -- "${COMP_WORDS[1]}"))
  else
    COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
  fi
}
complete -F _samsyn samsyn
`,
	"zsh": `#compdef samsyn
_samsyn() {
  if (( CURRENT == 2 )); then
    compadd %s
  else
    _files
  fi
}
compdef _samsyn samsyn
`,
	"fish": `complete -c samsyn -n __fish_use_subcommand -f -a "%s"
`,
}

func (a *app) completion(args []string) error {
	rest, err := a.Parse(a.Flags("completion"), args, 1)
	if err != nil {
		return err
	}
	script, known := completions[strings.Join(rest, "")]
	if !known {
		return a.Refuse("samsyn: ange bash, zsh eller fish.", "samsyn: name bash, zsh or fish.")
	}
	fmt.Fprintf(a.Stdout, script, strings.Join(names(), " "))
	return nil
}
