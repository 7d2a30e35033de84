package resolvers

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnerledger/auth"
)

// post is the POST transport of GraphQL over HTTP (graphql.github.io/graphql-over-http). gqlgen's own reads a body
// of any length and repeats a bad one in the answer.
type post struct{}

// maxBody is the most bytes of a request. The largest sensible one is an order of many lines.
const maxBody = 1 << 20

const codeBadRequest = "BAD_REQUEST"

const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

// Supports says yes to everything: post is the only transport, and says itself what is wrong.
func (post) Supports(*http.Request) bool { return true }

func (post) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	start := graphql.Now()
	answer := answer{w, accepted(r)}
	params, status, problem := readRequest(w, r)
	if problem != "" {
		if status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", http.MethodPost)
			// A dashboard elsewhere finds out by this, which holds nothing, that it is its origin that isn't allowed.
			w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		}
		answer.write(status, exec.DispatchError(r.Context(), gqlerror.List{badRequest(problem)}))
		return
	}
	params.Headers = r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	operation, mistakes := exec.CreateOperationContext(r.Context(), params)
	if mistakes != nil {
		ctx := graphql.WithOperationContext(r.Context(), operation)
		answer.write(refused(mistakes), exec.DispatchError(ctx, mistakes))
		return
	}
	responses, ctx := exec.DispatchOperation(r.Context(), operation)
	if response := responses(ctx); response != nil { // nil if the client has gone
		answer.write(http.StatusOK, response)
	}
}

// refused is the status of an operation that was not run.
func refused(mistakes gqlerror.List) int {
	switch mistakes[0].Extensions["code"] {
	case codeUnauthenticated:
		return http.StatusUnauthorized
	case codeForbidden:
		return http.StatusForbidden
	}
	return http.StatusBadRequest
}

// readRequest returns the request's parameters, or a status and what is wrong.
func readRequest(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, int, string) {
	if r.Method != http.MethodPost {
		return nil, http.StatusMethodNotAllowed, "send GraphQL requests by POST"
	}
	kind, options, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != plainJSON || !isUTF8(options["charset"]) {
		return nil, http.StatusUnsupportedMediaType, "the Content-Type must be application/json"
	}
	var params graphql.RawParams
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	decoder.UseNumber()
	err = decoder.Decode(&params)
	if err == nil && decoder.Decode(&struct{}{}) != io.EOF {
		err = errors.New("more than one value")
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, http.StatusRequestEntityTooLarge, "the request is larger than 1 MiB"
	case err != nil:
		return nil, http.StatusBadRequest, "the body must be one JSON object with query, operationName and variables"
	case params.Query == "":
		return nil, http.StatusBadRequest, "the request has no query"
	}
	return &params, 0, ""
}

func isUTF8(charset string) bool { return charset == "" || strings.EqualFold(charset, "utf-8") }

func badRequest(message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": codeBadRequest}}
}

// accepted chooses the media type of the answer: the newer one only for whoever names it.
func accepted(r *http.Request) string {
	for _, accept := range r.Header.Values("Accept") {
		for kind := range strings.SplitSeq(accept, ",") {
			name, options, err := mime.ParseMediaType(kind)
			wanted := options["q"] == "" || strings.Trim(options["q"], "0.") != ""
			if err == nil && name == responseJSON && wanted {
				return responseJSON
			}
		}
	}
	return plainJSON
}

type answer struct {
	http.ResponseWriter
	kind string
}

// write sends the response. Clients of the older media type know GraphQL's own errors by the body alone, and may take
// every other status for a fault of the network; one that asks who they are, all know. Where nothing was run, there is no data, not even null.
func (a answer) write(status int, response *graphql.Response) {
	var body any = response
	if status != http.StatusOK {
		body = map[string]any{"errors": response.Errors}
	}
	switch {
	case status == http.StatusUnauthorized:
		a.Header().Set("WWW-Authenticate", auth.Challenge)
	case a.kind == plainJSON && !malformed(response):
		status = http.StatusOK
	}
	a.Header().Set("Content-Type", a.kind+"; charset=utf-8")
	a.Header().Set("Cache-Control", "no-store")
	a.WriteHeader(status)
	if status == http.StatusOK && response.Errors == nil && response.Extensions == nil {
		_, _ = fmt.Fprintf(a, "{\"data\":%s}\n", response.Data) // it is JSON already, and may be long
		return
	}
	_ = json.NewEncoder(a).Encode(body) // an error is a client that has gone
}

// malformed tells requests that were not GraphQL at all.
func malformed(response *graphql.Response) bool {
	return len(response.Errors) > 0 && response.Errors[0].Extensions["code"] == codeBadRequest
}
