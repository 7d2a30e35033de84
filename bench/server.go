package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// server is the server itself, and a client that has signed in.
type server struct {
	*process
	*client
}

// server starts the server on a database. Each job has one of its own.
func (b *bench) server(ctx context.Context, database string) (*server, error) {
	p, err := b.serve(ctx, "DATABASE_URL="+b.serverAddress(database))
	if err != nil {
		return nil, err
	}
	return &server{p, newClient(p.address, b.made.Token)}, nil
}

// warm lets the server answer a while, so that it has what it always needs, and returns the memory that it then has.
func (s *server) warm(ctx context.Context, p period) float64 {
	for range 20 {
		_ = s.report(p)(ctx) // what is measured next says what is wrong
	}
	return s.resident()
}

// client sends requests of one kind.
type client struct {
	http    *http.Client
	address string
	token   string
}

func newClient(address, token string) *client {
	return &client{&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}}, address, token}
}

// variables are those of a GraphQL operation.
type variables map[string]any

// operation is the body of a request.
func operation(query string, v variables) []byte {
	text, err := json.Marshal(map[string]any{"query": query, "variables": v})
	if err != nil {
		panic(err) // texts and numbers can't fail
	}
	return text
}

// graphql runs an operation and returns the answer as it came.
func (c *client) graphql(ctx context.Context, body []byte) ([]byte, error) {
	answer, err := c.post(ctx, "/graphql", "application/json", bytes.NewReader(body))
	if err == nil && (bytes.Contains(answer, []byte(`"errors":`)) || bytes.Contains(answer, []byte(`"userErrors":[{`))) {
		err = fmt.Errorf("the server answers %.500s", answer)
	}
	return answer, err
}

// ask runs an operation and reads its data.
func (c *client) ask(ctx context.Context, query string, v variables, into any) error {
	answer, err := c.graphql(ctx, operation(query, v))
	if err != nil {
		return err
	}
	return json.Unmarshal(answer, &struct{ Data any }{into})
}

func (c *client) post(ctx context.Context, path, kind string, body io.Reader) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.address+path, body)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", kind)
	return c.send(r)
}

func (c *client) send(r *http.Request) ([]byte, error) {
	if c.token != "" {
		r.Header.Set("Authorization", "Bearer "+c.token)
	}
	response, err := c.http.Do(r)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s answers %s: %.500s", r.URL.Path, response.Status, answer)
	}
	return answer, err
}
