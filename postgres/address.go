package postgres

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// address is where Postgres listens: a unix socket, or loopback with a password where there are no private sockets.
type address struct {
	host     string // a folder, or an IP address
	port     int
	password string
}

// socketPort is only part of the socket's name; nothing listens on a port of that number.
const socketPort = 5432

// longestSocket is how many bytes the path of a socket may have on macOS; Linux allows four more.
const longestSocket = 103

func (a address) url(role, database string) string {
	u := url.URL{Scheme: "postgres", User: url.User(role), Path: "/" + database}
	if a.local() {
		query := url.Values{"host": {a.host}, "port": {strconv.Itoa(a.port)}}.Encode()
		u.RawQuery = strings.ReplaceAll(query, "+", "%20") // Postgres takes a plus for a plus
		return u.String()
	}
	u.User = url.UserPassword(role, a.password)
	u.Host = net.JoinHostPort(a.host, strconv.Itoa(a.port))
	u.RawQuery = "sslmode=disable"
	return u.String()
}

func (a address) local() bool { return filepath.IsAbs(a.host) }

// socket is the path of the socket.
func (a address) socket() string { return filepath.Join(a.host, ".s.PGSQL."+strconv.Itoa(a.port)) }

func (a address) settings() []string {
	port := "port=" + strconv.Itoa(a.port)
	if a.local() {
		return []string{port, "listen_addresses=", "unix_socket_directories=" + a.host, "unix_socket_permissions=0700"}
	}
	return []string{port, "listen_addresses=" + a.host, "unix_socket_directories="}
}

// chooseAddress makes the folder of the socket: in the data folder, or where that path is too long for a socket (or has
// a comma, which addresses are split at) a short one that the account alone may enter.
func chooseAddress(place layout, who account) (address, error) {
	if needsPassword {
		return loopback(place)
	}
	here := address{host: place.socket(), port: socketPort}
	if len(here.socket()) > longestSocket || strings.ContainsAny(here.host, `,"`) {
		short, err := shortFolder(place, who)
		return address{host: short, port: socketPort}, err
	}
	return here, privateFolder(here.host, who)
}

// shortFolder is the same one for the same data folder, unless somebody else has taken its name.
func shortFolder(place layout, who account) (string, error) {
	sum := sha256.Sum256([]byte(place.dir))
	dir := filepath.Join("/tmp", "partnerledger-"+hex.EncodeToString(sum[:6]))
	if privateFolder(dir, who) == nil {
		return dir, nil
	}
	dir, err := os.MkdirTemp("/tmp", "partnerledger-")
	if err != nil {
		return "", err
	}
	return dir, who.own(dir)
}

// privateFolder makes a folder for the account alone, or finds that it is one.
func privateFolder(dir string, who account) error {
	err := os.Mkdir(dir, 0o700)
	if err == nil {
		return who.own(dir)
	}
	if !errors.Is(err, os.ErrExist) {
		return err
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if !info.IsDir() || info.Mode().Perm()&0o077 != 0 || !who.mayOwn(info) {
		return fmt.Errorf("%s isn't a folder that %s alone may enter", dir, who.name)
	}
	return who.own(dir)
}

// loopback takes a free port of this machine; only who can read the data folder knows the password.
func loopback(place layout) (address, error) {
	password, err := os.ReadFile(place.secret())
	if err != nil {
		return address{}, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return address{}, err
	}
	defer listener.Close()
	return address{"127.0.0.1", listener.Addr().(*net.TCPAddr).Port, string(password)}, nil
}

// clean removes a folder for the socket outside the data folder.
func (a address) clean(place layout) {
	if a.local() && a.host != place.socket() {
		os.Remove(a.host)
	}
}
