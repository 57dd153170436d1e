// Package setup is the commands that set a county's repository up and keep it so: init,
// which writes it, and doctor, which looks after what it runs on. In go a console and the
// arguments; out come files, and the error of what went wrong.
package setup

import "samsyn/internal/console"

// app is one run of a command.
type app struct{ *console.Console }

// Init makes a new content repository.
func Init(c *console.Console, args []string) error { return (&app{c}).create(args) }

// Doctor looks after what the repository runs on.
func Doctor(c *console.Console, args []string) error { return (&app{c}).doctor(args) }
