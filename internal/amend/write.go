package amend

import "samsyn/internal/safewrite"

// Change is a file that is written anew. One that was not there has no bytes before it.
type Change struct {
	Path          string
	Before, After []byte
}

// Write writes new files, all of them or none (*safewrite.Occupied where one is there), and
// then the others in their order. Where one of those no longer holds what was read
// (safewrite.ErrChanged) nothing at all is written.
func Write(dir string, changes []Change) error {
	var fresh []safewrite.File
	for _, c := range changes {
		if c.Before == nil {
			fresh = append(fresh, safewrite.File{Path: c.Path, Data: c.After})
		} else if err := safewrite.Unchanged(dir, c.Path, c.Before); err != nil {
			return err
		}
	}
	if fresh != nil {
		if err := safewrite.Create(dir, fresh); err != nil {
			return err
		}
	}
	for _, c := range changes {
		if c.Before == nil {
			continue
		}
		if err := safewrite.ReplaceFrom(dir, c.Path, c.Before, c.After); err != nil {
			return err
		}
	}
	return nil
}
