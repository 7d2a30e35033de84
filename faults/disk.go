//go:build unix

package main

import (
	"os"
	"path/filepath"
)

// disk is where the database lives.
type disk struct {
	folder  string
	mayFill bool // it is small, and our own
}

func (d *disk) filler() string { return filepath.Join(d.folder, "filler") }

// free gives back what fill took.
func (d *disk) free() error { return os.Remove(d.filler()) }
