//go:build !unix

package main

import "syscall"

func syncDisks() {}

func ownerOf(string) *syscall.SysProcAttr { return nil }
