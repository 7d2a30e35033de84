package main

import "context"

// job is one or more rows of the table, measured together. Whoever adds one checks that both sides give the same answer
// before they count, and leaves the data as they were.
type job struct {
	name string
	run  func(context.Context, *bench) ([]row, error)
}

var jobs = []job{
	{"report", reportJob},
	{"naive", naiveJob},
	{"pages", pagesJob},
	{"ledger", ledgerJob},
	{"export", exportJob},
}
