//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"time"

	toxiproxy "github.com/Shopify/toxiproxy/v2"
	"github.com/rs/zerolog"
)

// link is a way over the network that faults happen to.
type link struct {
	address string // of its near end
	proxy   *toxiproxy.Proxy
}

func newLink(to string) (*link, error) {
	server := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	proxy := toxiproxy.NewProxy(server, "to "+to, "127.0.0.1:0", to)
	if err := proxy.Start(); err != nil {
		return nil, err
	}
	return &link{proxy.Listen, proxy}, nil
}

// cut ends all connections and takes no new one for a while.
func (l *link) cut(during time.Duration) error {
	l.proxy.Stop()
	time.Sleep(during)
	return eventually(context.Background(), 5*time.Second, l.proxy.Start)
}

// toxic makes a way bad for a while, in one direction: "upstream" is towards whom it leads to.
func (l *link) toxic(kind, direction string, attributes map[string]any, during time.Duration) error {
	text, err := json.Marshal(map[string]any{"name": kind, "type": kind, "stream": direction, "attributes": attributes})
	if err != nil {
		return err
	}
	if _, err := l.proxy.Toxics.AddToxicJson(bytes.NewReader(text)); err != nil {
		return fmt.Errorf("%s: %w", kind, err)
	}
	time.Sleep(during)
	return l.proxy.Toxics.RemoveToxic(context.Background(), kind)
}

func (l *link) stop() { l.proxy.Stop() }
