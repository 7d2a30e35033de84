package main

import "context"

// job is one or more rows of the table, measured together. Whoever adds one checks that both sides give the same answer
// before they count, and leaves the data as they were.
type job struct {
	name  string
	about string
	run   func(context.Context, *bench) ([]row, error)
}

var jobs = []job{
	{"report", "report by ending balance", reportJob},
	{"naive", "the same beside naive aggregation", naiveJob},
	{"pages", "pages of the report by name", pagesJob},
	{"growth", "report by ending balance, ten times as many entries", growthJob},
	{"ledger", "ledger page deep in the biggest ledger", ledgerJob},
	{"orders", "recordOrder", ordersJob},
	{"payments", "a batch of payments for all partners, and its preview", paymentsJob},
	{"export", "export of all partners", exportJob},
	{"entries", "export of all entries of a period", entriesJob},
	{"import", "import of order lines", importJob},
	{"close", "closing a month", closeJob},
	{"storm", "recordOrder while batches are made", stormJob},
	{"backdated", "a back-dated entry", backdatedJob},
	{"start", "start of the server", startJob},
	{"memory", "memory of the server", memoryJob},
}
