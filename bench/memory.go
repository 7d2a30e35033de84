package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Memory is what Linux counts: the pages of a process that are in memory.

// forgetPeak begins to look for the peak anew.
func (p *process) forgetPeak() {
	_ = os.WriteFile(p.proc("clear_refs"), []byte("5"), 0)
}

// peak is the most memory that the process had since, in MiB; 0 where that isn't known.
func (p *process) peak() float64 { return p.status("VmHWM") }

// resident is what it has now.
func (p *process) resident() float64 { return p.status("VmRSS") }

func (p *process) proc(file string) string {
	return fmt.Sprintf("/proc/%d/%s", p.cmd.Process.Pid, file)
}

func (p *process) status(name string) float64 {
	text, _ := os.ReadFile(p.proc("status"))
	for line := range strings.Lines(string(text)) {
		if value, found := strings.CutPrefix(line, name+":"); found {
			kib, _ := strconv.ParseFloat(strings.Fields(value)[0], 64)
			return kib / 1024
		}
	}
	return 0
}
