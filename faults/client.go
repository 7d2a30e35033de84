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
	for end := time.Now().Add(patience); ; unknown++ {
		err := c.post(ctx, (first+unknown)%len(c.servers), body, answer)
		if !errors.Is(err, errUnknown) || ctx.Err() != nil {
			return unknown, err
		}
		c.counts.one("unknown outcomes")
		if time.Now().After(end) {
			return unknown, fmt.Errorf("the outcome never became known: %w: %s %v", err, query, variables)
		}
		time.Sleep(time.Duration(20+20*min(unknown, 10)) * time.Millisecond)
	}
}

// post sends a request once.
func (c *client) post(ctx context.Context, server int, body []byte, answer any) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+c.links[server].address()+"/graphql?records", bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	status, text, err := c.send(request)
	if err != nil || status >= http.StatusInternalServerError {
		return fmt.Errorf("%w: %d %v", errUnknown, status, err)
	}
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
	for _, e := range response.Errors {
		if mistakes[e.Extensions.Code] {
			return fmt.Errorf("%d %s\n%s", status, text, body)
		}
		return fmt.Errorf("%w: %s", errUnknown, e.Message)
	}
	return json.Unmarshal(response.Data, answer)
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
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+c.links[c.random.IntN(2)].address()+path, nil)
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
