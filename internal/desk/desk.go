// Package desk is the commands that write content: they make, add to, correct and lay out
// files. In go a console and the arguments; out come files, and the error
// of what went wrong.
package desk

import "samsyn/internal/console"

// app is one run of a command.
type app struct{ *console.Console }

// New makes a new file, or next year's plan.
func New(c *console.Console, args []string) error { return (&app{c}).fresh(args) }

// Report adds a report to an initiative.
func Report(c *console.Console, args []string) error { return (&app{c}).addReport(args) }

// Fetch puts official figures into indicators.
func Fetch(c *console.Console, args []string) error { return (&app{c}).fetch(args) }

// Import takes back a file that somebody has edited elsewhere.
func Import(c *console.Console, args []string) error { return (&app{c}).importFile(args) }

// Fix mends what is safe to mend.
func Fix(c *console.Console, args []string) error { return (&app{c}).fix(args) }

// Fmt lays files out.
func Fmt(c *console.Console, args []string) error { return (&app{c}).fmt(args) }

// Review confirms that initiatives fit a new wording.
func Review(c *console.Console, args []string) error { return (&app{c}).review(args) }
