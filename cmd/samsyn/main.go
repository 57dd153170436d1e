// Command samsyn validates a regional agreement kept as files, and builds its
// website and its signed PDFs. See README.md.
package main

import (
	"os"

	"samsyn/internal/cli"
	"samsyn/internal/console"
)

func main() { os.Exit(cli.Main(os.Args[1:], console.System())) }
