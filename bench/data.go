package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"time"

	"partnerledger/migrations"
	"partnerledger/postgres"
)

// programs says where the data are kept, and which server is measured.
type programs struct {
	folder   string // of all data
	server   string // the file
	binaries string // where Postgres' own are kept
}

// defaultFolder is one that stays between runs and that Postgres can reach, which doesn't run as root.
func defaultFolder() string {
	if os.Geteuid() == 0 && runtime.GOOS != "windows" {
		return "/var/tmp/partnerledger-bench"
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "partnerledger-bench")
}

// data is what was made from a spec, in a Postgres of its own that runs.
type data struct {
	spec
	programs
	embedded *postgres.Embedded
	made     made
}

// made is what is known of finished data: the file that holds it is written last.
type made struct {
	LastDay time.Time `json:"lastDay"`
	Token   string    `json:"token"` // of an administrator
	Seconds float64   `json:"seconds"`
}

// prepare makes what is missing of several data, all at once.
func prepare(ctx context.Context, p programs, specs ...spec) error {
	failures := make([]error, len(specs))
	var working sync.WaitGroup
	for i, s := range specs {
		working.Go(func() {
			_, failures[i] = findData(ctx, p, s)
		})
	}
	working.Wait()
	return errors.Join(failures...)
}

// findData finds the spec's data, and makes them where they are missing or were left unfinished.
func findData(ctx context.Context, p programs, s spec) (*data, error) {
	d := &data{spec: s, programs: p}
	if err := d.adopt(); err != nil {
		return nil, err
	}
	err := d.readMade()
	if errors.Is(err, fs.ErrNotExist) {
		err = d.make(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("data of size %s: %w", s.name, err)
	}
	d.lastDay = d.made.LastDay
	return d, nil
}

// folderOf is another one for every other size, seed, schema and generator.
func (d *data) folderOf() string { return d.folderOfSchema(strconv.Itoa(schema())) }

func (d *data) folderOfSchema(version string) string {
	sum := sha256.Sum256([]byte(generateSQL))
	return filepath.Join(d.programs.folder, fmt.Sprintf("%s-seed%d-schema%s-%x", d.name, d.seed, version, sum[:3]))
}

// schema is the number of the last migration.
func schema() int {
	files, _ := fs.Glob(migrations.FS, "*.sql")
	return len(files)
}

// adopt takes data of an earlier schema over, where there are none of this one: they are then migrated, as an installation is.
func (d *data) adopt() error {
	if _, err := os.Stat(d.madeFile()); err == nil {
		return nil
	}
	for version := schema() - 1; version > 0; version-- {
		earlier := d.folderOfSchema(strconv.Itoa(version))
		if _, err := os.Stat(filepath.Join(earlier, filepath.Base(d.madeFile()))); err == nil {
			return errors.Join(os.RemoveAll(d.folderOf()), os.Rename(earlier, d.folderOf()))
		}
	}
	return nil
}

func (d *data) madeFile() string { return filepath.Join(d.folderOf(), "made.json") }

func (d *data) readMade() error {
	text, err := os.ReadFile(d.madeFile())
	if err != nil {
		return err
	}
	return json.Unmarshal(text, &d.made)
}

// start runs Postgres: with the server's own settings to measure, disposable to make data.
func (d *data) start(ctx context.Context, disposable bool) (*postgres.Embedded, error) {
	return postgres.StartEmbedded(ctx, postgres.EmbeddedConfig{
		DataDir: d.folderOf(), Bin: os.Getenv("POSTGRES_BIN"), Binaries: d.binaries,
		Disposable: disposable, Log: slog.New(slog.DiscardHandler),
	})
}

func (d *data) make(ctx context.Context) error {
	if err := os.RemoveAll(d.folderOf()); err != nil {
		return err
	}
	begin := time.Now()
	tell := func(doing string) {
		fmt.Fprintf(os.Stderr, "%s %6.1f s  %s\n", d.name, time.Since(begin).Seconds(), doing)
	}
	embedded, err := d.start(ctx, true)
	if err != nil {
		return err
	}
	if err := d.fill(ctx, embedded, tell); err != nil {
		return errors.Join(err, embedded.Stop(context.WithoutCancel(ctx)))
	}
	tell("stopping PostgreSQL")
	if err := embedded.Stop(ctx); err != nil {
		return err
	}
	syncDisks() // it ran without
	tell("done")
	d.made.LastDay, d.made.Seconds = d.lastDay, time.Since(begin).Seconds()
	text, err := json.Marshal(d.made)
	if err != nil {
		return err
	}
	return os.WriteFile(d.madeFile(), text, 0o600)
}

func (d *data) fill(ctx context.Context, embedded *postgres.Embedded, tell func(string)) error {
	if err := postgres.Migrate(ctx, embedded.OwnerURL(), slog.New(slog.DiscardHandler)); err != nil {
		return err
	}
	err := d.generate(ctx, embedded.OwnerURL(), embedded.URL(), tell)
	if err == nil {
		d.made.Token, err = d.makeToken(ctx, embedded.URL())
	}
	return err
}
