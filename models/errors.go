package models

import (
	"errors"
	"fmt"
	"strings"
)

// ErrorCode says what kind of mistake a UserError is.
type ErrorCode string

const (
	CodeInvalid          ErrorCode = "INVALID"
	CodeNotFound         ErrorCode = "NOT_FOUND"
	CodeConflict         ErrorCode = "CONFLICT"
	CodeBatchIDTaken     ErrorCode = "BATCH_ID_TAKEN"
	CodeStalePreview     ErrorCode = "STALE_PREVIEW"
	CodeNothingToPay     ErrorCode = "NOTHING_TO_PAY"
	CodeAlreadyVoided    ErrorCode = "ALREADY_VOIDED"
	CodeTooManyAttempts  ErrorCode = "TOO_MANY_ATTEMPTS"
	CodeRecordingStopped ErrorCode = "RECORDING_STOPPED"
)

// UserError is a mistake of the person who asked, told in a way that helps to mend it. Everything else that goes wrong
// is a fault of ours and never shown.
type UserError struct {
	Code    ErrorCode
	Message string
	Field   []string // the path of the argument, nil if it is about the whole call
}

func (e *UserError) Error() string {
	if len(e.Field) == 0 {
		return e.Message
	}
	return strings.Join(e.Field, ".") + ": " + e.Message
}

// Problem makes a UserError.
func Problem(code ErrorCode, field []string, format string, args ...any) *UserError {
	return &UserError{Code: code, Message: fmt.Sprintf(format, args...), Field: field}
}

// Invalid makes the UserError for an argument that can't be as it is.
func Invalid(field []string, format string, args ...any) error {
	return Problem(CodeInvalid, field, format, args...)
}

// NotFound makes the UserError for something that isn't there, or not for whoever asks: the two are told alike.
func NotFound(field []string, format string, args ...any) error {
	return Problem(CodeNotFound, field, format, args...)
}

// UserErrors returns every UserError that an error holds (errors.Join makes several), and whether that is all it holds.
func UserErrors(err error) (found []*UserError, all bool) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = true
		for _, e := range joined.Unwrap() {
			more, onlyThose := UserErrors(e)
			found, all = append(found, more...), all && onlyThose
		}
		return found, all
	}
	var one *UserError
	if errors.As(err, &one) {
		return []*UserError{one}, true
	}
	return nil, err == nil
}
