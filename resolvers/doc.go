// Package resolvers is GraphQL in and out: a resolver translates, makes one call, and wraps the answer. It has no rules
// and no queries. What surrounds the resolvers is here too: the HTTP transport, the limits on what may be asked, who may
// do it, and what errors look like outside.
package resolvers
