//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"
)

// client is one of those who use the servers at once.
type client struct {
	*run
	number int
	random *rand.Rand
	http   *http.Client
}

func newClient(r *run, number int) *client {
	return &client{
		run: r, number: number, random: rand.New(rand.NewPCG(r.seed, uint64(number))),
		http: &http.Client{Timeout: 4 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 2}},
	}
}

// patience is how long a client repeats what it doesn't know the outcome of. Faults are over long before.
const patience = time.Minute

// errUnknown is an outcome that isn't known: it may have happened, may not, and may yet.
var errUnknown = errors.New("unknown outcome")

// ask sends an operation to one server and the other until the outcome is known, and tells how often it was not.
func (c *client) ask(ctx context.Context, first int, query string, variables map[string]any, answer any) (unknown int, err error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return 0, err
	}
	path := "/graphql"
	if strings.HasPrefix(query, "mutation") {
		path += "?records" // the server may be killed before it answers
	}
	return c.until(ctx, first, func(server int) error {
		status, text, err := c.post(ctx, server, path, "application/json", body)
		if err != nil {
			return err
		}
		return read(status, text, answer)
	})
}

// until tries one server and the other until the outcome is known.
func (c *client) until(ctx context.Context, first int, try func(server int) error) (unknown int, err error) {
	for end := time.Now().Add(patience); ; unknown++ {
		err := try((first + unknown) % len(c.servers))
		if !errors.Is(err, errUnknown) || ctx.Err() != nil {
			return unknown, err
		}
		c.counts.one("unknown outcomes")
		if time.Now().After(end) {
			return unknown, fmt.Errorf("the outcome never became known: %w", err)
		}
		time.Sleep(time.Duration(20+20*min(unknown, 10)) * time.Millisecond)
	}
}

// post sends a request once.
func (c *client) post(ctx context.Context, server int, path, kind string, body []byte) (int, []byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+c.links[server].address+path, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Content-Type", kind)
	status, text, err := c.send(request)
	if err != nil || status >= http.StatusInternalServerError {
		return 0, nil, fmt.Errorf("%w: %d %v", errUnknown, status, err)
	}
	return status, text, nil
}

// read reads an answer, if it is one.
func read(status int, text []byte, answer any) error {
	var response struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(text, &response); err != nil {
		return fmt.Errorf("answer %d: %w\n%s", status, err, text)
	}
	switch {
	case len(response.Errors) == 0:
		return json.Unmarshal(response.Data, answer)
	case mistakes[response.Errors[0].Extensions.Code]:
		return fmt.Errorf("%d %s", status, text)
	}
	return fmt.Errorf("%w: %s", errUnknown, response.Errors[0].Message)
}

// mistakes are the codes of errors that no fault excuses.
var mistakes = map[string]bool{
	"GRAPHQL_VALIDATION_FAILED": true, "GRAPHQL_PARSE_FAILED": true, "BAD_REQUEST": true, "UNAUTHENTICATED": true,
	"FORBIDDEN": true, "TOO_LARGE": true, "RATE_LIMITED": true, "INVALID": true, "NOT_FOUND": true,
}

// send does a request as somebody who may do all.
func (c *client) send(request *http.Request) (status int, body []byte, err error) {
	request.Header.Set("Authorization", "Bearer "+c.token)
	response, err := c.http.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	body, err = io.ReadAll(response.Body)
	return response.StatusCode, body, err
}

// get fetches a file from one server or the other, whole.
func (c *client) get(ctx context.Context, path string) ([]byte, error) {
	var file []byte
	err := eventually(ctx, patience, func() error {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+c.links[c.random.IntN(2)].address+path, nil)
		if err != nil {
			return err
		}
		status, body, err := c.send(request)
		if err == nil && status != http.StatusOK {
			err = fmt.Errorf("%s: status %d", path, status)
		}
		file = body
		return err
	})
	return file, err
}
