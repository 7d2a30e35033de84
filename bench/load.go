package main

import (
	"context"
	"sync"
	"time"
)

// clients is how many send requests at once where a job is about a load.
const clients = 8

// request sends one request, the n-th of a client.
type request func(ctx context.Context, client, n int) error

// load lets the clients send requests for some time, each the next one when it has the answer, and returns how many there
// were a second and how long the slowest of a hundred took.
//
// With a pace, each client waits from the start of one request to that of the next.
func load(ctx context.Context, duration, pace time.Duration, send request) (rate, p99 float64, err error) {
	var mu sync.Mutex
	var all []float64
	var failed error
	var working sync.WaitGroup
	begin := time.Now()
	for client := range clients {
		working.Go(func() {
			took, err := loadOne(ctx, begin.Add(duration), pace, client, send)
			mu.Lock()
			defer mu.Unlock()
			all = append(all, took...)
			if err != nil {
				failed = err
			}
		})
	}
	working.Wait()
	if failed != nil {
		return 0, 0, failed
	}
	return float64(len(all)) / time.Since(begin).Seconds(), at(all, 0.99), nil
}

func loadOne(ctx context.Context, end time.Time, pace time.Duration, client int, send request) (took []float64, err error) {
	for n := 0; n == 0 || time.Now().Before(end); n++ {
		start := time.Now()
		if err := send(ctx, client, n); err != nil {
			return nil, err
		}
		took = append(took, time.Since(start).Seconds())
		time.Sleep(time.Until(start.Add(pace)))
	}
	return took, nil
}
