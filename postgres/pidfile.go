package postgres

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// pidFile is what Postgres writes into postmaster.pid about itself while it runs.
type pidFile struct {
	pid    int
	port   int
	socket string // folder of the unix socket
	listen string // IP address
	status string // starting, ready, stopping
}

func readPidFile(path string) (pidFile, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return pidFile{}, err
	}
	lines := append(strings.Split(string(content), "\n"), make([]string, 8)...)
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	pid, _ := strconv.Atoi(lines[0])
	port, _ := strconv.Atoi(lines[3])
	return pidFile{pid, port, lines[4], lines[5], lines[7]}, nil
}

// readyAs says whether the Postgres of the given process takes connections.
func (p pidFile) readyAs(pid int) bool { return p.pid == pid && p.status == "ready" }

// address is where a running Postgres listens.
func (p pidFile) address(place layout) (address, error) {
	if p.status != "ready" {
		return address{}, fmt.Errorf("PostgreSQL is %s", p.status)
	}
	if p.socket != "" {
		return address{host: p.socket, port: p.port}, nil
	}
	password, err := os.ReadFile(place.secret())
	return address{p.listen, p.port, string(password)}, err
}

// answers says whether somebody listens on the socket.
func (p pidFile) answers() bool {
	conn, err := net.DialTimeout("unix", address{host: p.socket, port: p.port}.socket(), time.Second)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// isPostmaster tells a Postgres over the data folder from another process that has its number by now: Postgres
// works in its data folder. It is known on Linux only; elsewhere the answer is no.
func (p pidFile) isPostmaster(data string) bool {
	works, err := os.Readlink(fmt.Sprintf("/proc/%d/cwd", p.pid))
	if err != nil {
		return false
	}
	real, err := filepath.EvalSymlinks(data)
	return err == nil && works == real
}
