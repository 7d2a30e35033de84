// Package frontend serves the pages of the product from the binary: no file beside it, no request to anybody else.
//
// The pages are built by Vite into dist (make build). A binary made without that step starts all the same and says
// what is missing where a page would be.
package frontend

import (
	"embed"
	"io/fs"
	"net/http"
)

//go:embed all:dist
var embedded embed.FS

// Handler serves the playground at /playground, under /assets/ what the pages load, and the dashboard at every other
// address that is not a file's. It belongs at "/", without a method: ServeMux refuses "GET /" beside a route that names a path but no method.
func Handler() http.Handler {
	dist, err := fs.Sub(embedded, "dist")
	if err != nil {
		panic(err) // "dist" is a valid path, which is all that Sub asks for.
	}
	return handler(dist)
}
