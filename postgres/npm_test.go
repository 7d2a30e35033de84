package postgres

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Which registry npm asks is the machine's affair: the lock file names none, and its checksums hold for every one.
func TestLockFile(t *testing.T) {
	content, err := npmFiles.ReadFile("npm/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(content, []byte("resolved")) || bytes.Contains(content, []byte("://")) {
		t.Error("the lock file names a registry")
	}
	var lock struct {
		Packages map[string]struct{ Version, Integrity string }
	}
	if err := json.Unmarshal(content, &lock); err != nil {
		t.Fatal(err)
	}
	delete(lock.Packages, "")
	for name, pin := range lock.Packages {
		if !strings.HasPrefix(pin.Integrity, "sha512-") || strings.ContainsAny(pin.Version, "^~*><") {
			t.Errorf("%s isn't pinned: %s %s", name, pin.Version, pin.Integrity)
		}
	}
}

func TestPinnedPlatforms(t *testing.T) {
	for _, platform := range [][2]string{{"linux", "x64"}, {"linux", "arm64"}, {"darwin", "arm64"}, {"windows", "x64"}} {
		pin, err := pinnedFor(platform[0], platform[1])
		if err != nil || pin.major < oldestVersion || !strings.HasSuffix(pin.name, platform[0]+"-"+platform[1]) {
			t.Errorf("%v: %+v, %v", platform, pin, err)
		}
	}
	if _, err := pinnedFor("plan9", "x64"); err == nil || !strings.Contains(err.Error(), "plan9") {
		t.Errorf("a package for plan9: %v", err)
	}
}

func TestMakeLinks(t *testing.T) {
	native := filepath.Join(t.TempDir(), "native")
	if err := os.MkdirAll(filepath.Join(native, "lib"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := makeLinks(native); err != nil {
		t.Errorf("a package without links: %v", err)
	}
	write(t, filepath.Join(native, "lib", "libpq.so.5.18"), "library", 0o644)
	write(t, filepath.Join(native, "pg-symlinks.json"), `[{"source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so.5"}]`, 0o644)
	for range 2 {
		if err := makeLinks(native); err != nil {
			t.Fatal(err)
		}
	}
	if content, err := os.ReadFile(filepath.Join(native, "lib", "libpq.so.5")); err != nil || string(content) != "library" {
		t.Errorf("read %q, %v", content, err)
	}
	write(t, filepath.Join(native, "pg-symlinks.json"), `[{"source": "../../secret", "target": "native/lib/x"}]`, 0o644)
	if err := makeLinks(native); err == nil {
		t.Error("made a link that leads out of the package")
	}
}

func write(t *testing.T, path, content string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), mode); err != nil {
		t.Fatal(err)
	}
}
