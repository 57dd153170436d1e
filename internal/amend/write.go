package amend

import "samsyn/internal/safewrite"

// Change is a file that is written anew. One that was not there has no bytes before it.
type Change struct {
	Path          string
	Before, After []byte
}

// Write writes new files, all of them or none (*safewrite.Occupied where one is there), and
// then others where they still hold what was read (safewrite.ErrChanged where one does not).
func Write(dir string, changes []Change) error {
	var fresh []safewrite.File
	for _, c := range changes {
		if c.Before == nil {
			fresh = append(fresh, safewrite.File{Path: c.Path, Data: c.After})
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
