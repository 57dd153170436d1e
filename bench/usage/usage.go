// Package usage tells what programs have used of the machine, where the system
// tells it.
package usage

import "errors"

// ErrUntold says that the system does not tell what a program has used.
var ErrUntold = errors.New("this system does not tell what a program has used")
