package postgres

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// maxLog is the size from which Postgres' log is put aside at the next start. It says little, so that is rare.
const maxLog = 16 << 20

// serverLog is what Postgres says, from one start on.
type serverLog struct {
	file *os.File
	from int64
}

func (s *server) openLog() (*serverLog, error) {
	path := s.place.log()
	if info, err := os.Stat(path); err == nil && info.Size() > maxLog {
		if err := os.Rename(path, path+".old"); err != nil {
			return nil, err
		}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, err
	}
	from, err := file.Seek(0, io.SeekEnd)
	if err := errors.Join(err, s.who.own(path)); err != nil {
		file.Close()
		return nil, err
	}
	return &serverLog{file, from}, nil
}

// tail is the end of what Postgres has said since.
func (l *serverLog) tail() string {
	size, err := l.file.Seek(0, io.SeekEnd)
	if err != nil {
		return ""
	}
	text := make([]byte, min(size-l.from, 4096))
	l.file.ReadAt(text, size-int64(len(text)))
	return lastWords(string(text))
}

func (l *serverLog) close() { l.file.Close() }
