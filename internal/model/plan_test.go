package model

import (
	"testing"
	"unsafe"
)

// A hundred thousand initiatives that give next to nothing must fit into the 64 MiB
// that a validation may take; what each takes, whatever it gives, is this.
func TestInitiativeIsSmall(t *testing.T) {
	if size := unsafe.Sizeof(Initiative{}); size > 144 {
		t.Errorf("an initiative takes %d bytes", size)
	}
}
