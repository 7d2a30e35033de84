package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"gorm.io/gorm/schema"

	"partnerledger/graph"
	"partnerledger/models"
	"partnerledger/postgres/pgtest"
)

// mayImport is who may import whom, besides itself; the root may import everybody.
var mayImport = map[string]string{
	"models": "", "migrations": "", "frontend": "", "sheet": "", "telemetry": "", "failpoints": "",
	"backup":      "migrations postgres",
	"postgres":    "models migrations failpoints",
	"audit":       "models sheet",
	"auth":        "models audit",
	"ledger":      "models",
	"checks":      "models audit ledger",
	"partners":    "models audit ledger",
	"commissions": "models audit ledger",
	"payments":    "models audit ledger",
	"exports":     "models audit ledger sheet",
	"imports":     "models audit partners commissions",
	"graph":       "models audit auth ledger partners commissions payments exports",
	"bench":       "models migrations postgres ledger",
	"resolvers":   "telemetry models audit auth graph ledger partners commissions payments exports",
	"faults":      "postgres",
}

// TestImportsRunOneWay: server → resolvers → graph, the noun packages and auth → models, and never back.
func TestImportsRunOneWay(t *testing.T) {
	list, err := exec.CommandContext(t.Context(), "go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	must(t, err)
	for line := range strings.Lines(string(list)) {
		imports := strings.Fields(line)
		from := folder(imports[0])
		if from == "" || strings.HasSuffix(imports[0], "test") {
			continue
		}
		allowed, known := mayImport[from]
		if !known {
			t.Errorf("%s has no place in the house: add it to mayImport", from)
		}
		for _, path := range imports[1:] {
			to := folder(path)
			if strings.HasPrefix(path, "partnerledger") && to != from && !slices.Contains(strings.Fields(allowed), to) {
				t.Errorf("%s imports %s", imports[0], path)
			}
		}
	}
}

func folder(path string) string {
	parts := strings.Split(path, "/")
	if len(parts) == 1 {
		return ""
	}
	return parts[1]
}

// TestModelsAreTheTables: every table has a model and every column a field, of a like type and nullability, and the
// other way round.
func TestModelsAreTheTables(t *testing.T) {
	db := pgtest.New(t)
	var found []struct {
		TableName, ColumnName, DataType, IsNullable, IsGenerated string
	}
	must(t, db.Raw(`SELECT table_name, column_name, data_type, is_nullable, is_generated FROM information_schema.columns
		WHERE table_schema = current_schema() AND table_name <> 'goose_db_version'`).Scan(&found).Error)
	columns := map[string]string{}
	for _, c := range found {
		if c.IsGenerated == "NEVER" {
			columns[c.TableName+"."+c.ColumnName] = c.DataType + " nullable " + c.IsNullable
		}
	}
	fields := map[string]string{}
	for _, model := range []any{
		models.Partner{},
		models.CommissionProgram{},
		models.CommissionRule{},
		models.Order{},
		models.OrderLine{},
		models.Refund{},
		models.LedgerEntry{},
		models.OpeningBalance{},
		models.ClosedMonth{},
		models.PaymentBatch{},
		models.Payment{},
		models.SkippedPartner{},
		models.LedgerExport{},
		models.LedgerExportRow{},
		models.Token{},
		models.User{},
		models.Invitation{},
		models.Session{},
		models.SignInFlow{},
		models.SignInAttempts{},
		models.AuditEvent{},
		models.CheckRun{},
		models.RecordingStop{},
	} {
		parsed, err := schema.Parse(model, &sync.Map{}, db.NamingStrategy)
		must(t, err)
		for _, f := range parsed.Fields {
			if f.DBName != "" {
				fields[parsed.Table+"."+f.DBName] = columnOf(t, f)
			}
		}
	}
	for name, want := range columns {
		if fields[name] != want {
			t.Errorf("column %s is %s, its field %q", name, want, fields[name])
		}
	}
	for name := range fields {
		if columns[name] == "" {
			t.Errorf("field %s has no column", name)
		}
	}
}

// columnOf is the column that a field wants.
func columnOf(t *testing.T, f *schema.Field) string {
	t.Helper()
	kind, nullable := f.FieldType, "NO"
	if kind.Kind() == reflect.Pointer {
		kind, nullable = kind.Elem(), "YES"
	}
	switch kind.String() {
	case "decimal.NullDecimal":
		return "numeric nullable YES"
	case "decimal.Decimal":
		return "numeric nullable " + nullable
	case "models.Date":
		return "date nullable " + nullable
	case "time.Time":
		return "timestamp with time zone nullable " + nullable
	case "[]uint8":
		return "bytea nullable " + nullable
	case "models.JSON":
		return "jsonb nullable " + nullable
	case "models.Array[int64]":
		return "ARRAY nullable " + nullable
	}
	switch kind.Kind() {
	case reflect.String:
		return "text nullable " + nullable
	case reflect.Bool:
		return "boolean nullable " + nullable
	case reflect.Int64:
		return "bigint nullable " + nullable
	case reflect.Int:
		if f.Name == "Level" || f.Name == "Line" {
			return "integer nullable " + nullable
		}
		return "bigint nullable " + nullable
	}
	t.Fatalf("no column is known for %s of %s", f.Name, kind)
	return ""
}

func api() *ast.Schema { return graph.NewExecutableSchema(graph.Config{}).Schema() }

// TestTheAPIIsDescribed: every type, field, argument and value says what it is.
func TestTheAPIIsDescribed(t *testing.T) {
	for name, definition := range api().Types {
		if definition.BuiltIn || strings.HasPrefix(name, "__") || name == "Query" || name == "Mutation" {
			continue
		}
		if definition.Description == "" {
			t.Errorf("type %s has no description", name)
		}
		for _, value := range definition.EnumValues {
			if value.Description == "" {
				t.Errorf("%s.%s has no description", name, value.Name)
			}
		}
	}
	for name, definition := range api().Types {
		if definition.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		for _, field := range definition.Fields {
			if field.Description == "" && !strings.HasPrefix(field.Name, "__") {
				t.Errorf("%s.%s has no description", name, field.Name)
			}
		}
	}
}

// TestTheAPIKeepsTheContract: it offers at least the types, fields, arguments and values of the contract, under exactly
// these names and types.
func TestTheAPIKeepsTheContract(t *testing.T) {
	text, err := os.ReadFile("testdata/contract/contract.graphqls")
	must(t, err)
	contract, err := parser.ParseSchema(&ast.Source{Input: string(text)})
	must(t, err)
	definitions := append(slices.Clone(contract.Definitions), contract.Extensions...)
	if len(definitions) < 70 {
		t.Fatalf("the contract has %d definitions", len(definitions))
	}
	for _, want := range definitions {
		got := api().Types[want.Name]
		if got == nil || got.Kind != want.Kind {
			t.Errorf("%s %s is missing", want.Kind, want.Name)
			continue
		}
		for _, value := range want.EnumValues {
			if got.EnumValues.ForName(value.Name) == nil {
				t.Errorf("%s.%s is missing", want.Name, value.Name)
			}
		}
		for _, field := range want.Fields {
			keepsField(t, want.Name, field, got.Fields.ForName(field.Name))
		}
	}
}

func keepsField(t *testing.T, of string, want, got *ast.FieldDefinition) {
	t.Helper()
	if got == nil || got.Type.String() != want.Type.String() || got.DefaultValue.String() != want.DefaultValue.String() {
		t.Errorf("%s.%s is not %s", of, want.Name, want.Type)
		return
	}
	for _, argument := range want.Arguments {
		a := got.Arguments.ForName(argument.Name)
		if a == nil || a.Type.String() != argument.Type.String() || a.DefaultValue.String() != argument.DefaultValue.String() {
			t.Errorf("%s.%s(%s) is not %s", of, want.Name, argument.Name, argument.Type)
		}
	}
	for _, a := range got.Arguments {
		if want.Arguments.ForName(a.Name) == nil && a.Type.NonNull && a.DefaultValue == nil {
			t.Errorf("%s.%s needs %s, which the contract doesn't know", of, want.Name, a.Name)
		}
	}
}

// TestMigrationsAreNumbered: 0001_….sql, 0002_….sql, without a gap.
func TestMigrationsAreNumbered(t *testing.T) {
	files, err := filepath.Glob("migrations/*.sql")
	must(t, err)
	for i, file := range files {
		if want := fmt.Sprintf("%04d", i+1); !strings.HasPrefix(filepath.Base(file), want+"_") {
			t.Errorf("%s is not number %s", file, want)
		}
	}
}
