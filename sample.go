package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"partnerledger/imports"
	"partnerledger/models"
)

// loadSample records the files of a folder, unless there are partners already.
func (a *app) loadSample(ctx context.Context, dir string) error {
	if dir == "" {
		return nil
	}
	var partners int64
	if err := a.db.WithContext(ctx).Model(&models.Partner{}).Limit(1).Count(&partners).Error; err != nil || partners > 0 {
		return err
	}
	for _, kind := range imports.Kinds {
		if err := a.loadFile(ctx, kind, filepath.Join(dir, string(kind)+".csv")); err != nil {
			return fmt.Errorf("sample data: %w", err)
		}
	}
	return nil
}

func (a *app) loadFile(ctx context.Context, kind imports.Kind, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	report, err := a.imports.Import(ctx, kind, file, imports.Options{Progress: progress(os.Stderr)})
	if report != nil {
		if _, err := report.WriteTo(os.Stdout); err != nil {
			return err
		}
	}
	return err
}
