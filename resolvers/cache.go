package resolvers

import (
	"context"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	// maxCached bounds the bytes of the documents that are kept, as they were sent: parsed, each takes up to a hundred
	// times as many.
	maxCached = 256 << 10
	// maxCachedOne keeps one document from driving out all others.
	maxCachedOne = 16 << 10
)

// queryCache keeps parsed and validated documents, those that were used last.
type queryCache struct {
	mu    sync.Mutex
	lru   *simplelru.LRU[string, *ast.QueryDocument]
	bytes int
}

func newQueryCache() *queryCache {
	c := &queryCache{}
	c.lru, _ = simplelru.NewLRU(maxCached, func(query string, _ *ast.QueryDocument) { // fails for no size only
		c.bytes -= len(query)
	})
	return c
}

// Get returns the document of a query.
func (c *queryCache) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.lru.Get(query)
}

// Add keeps a document.
func (c *queryCache) Add(_ context.Context, query string, document *ast.QueryDocument) {
	if len(query) > maxCachedOne {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lru.Contains(query) {
		return
	}
	c.lru.Add(query, document)
	for c.bytes += len(query); c.bytes > maxCached; {
		c.lru.RemoveOldest()
	}
}
