package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// file is one of a folder's files, as it goes into an archive.
type file struct {
	name string
	mode int64 // 0o755 for the program, 0o644 for all else
	data []byte
}

// files reads a folder's files, in the order of their names.
func files(folder string) ([]file, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var list []file
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		f := file{e.Name(), 0o644, data}
		if strings.TrimSuffix(e.Name(), ".exe") == "samsyn" {
			f.mode = 0o755
		}
		list = append(list, f)
	}
	return list, nil
}

func archive(folder, to string) error {
	list, err := files(folder)
	if err != nil {
		return err
	}
	at, err := moment()
	if err != nil {
		return err
	}
	pack := writeTarGz
	if strings.HasSuffix(to, ".zip") {
		pack = writeZip
	}
	return write(to, func(w io.Writer) error { return pack(w, filepath.Base(folder), list, at) })
}

// write makes a file of what is written.
func write(to string, what func(io.Writer) error) error {
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if err := what(out); err != nil {
		return fmt.Errorf("%s: %w", to, err)
	}
	return out.Close()
}

func writeTarGz(w io.Writer, below string, list []file, at time.Time) error {
	packed := gzip.NewWriter(w)
	if err := writeTar(packed, below+"/", list, at); err != nil {
		return err
	}
	return packed.Close()
}

func writeTar(w io.Writer, below string, list []file, at time.Time) error {
	t := tar.NewWriter(w)
	for _, f := range list {
		header := tar.Header{Name: below + f.name, Mode: f.mode, Size: int64(len(f.data)), ModTime: at, Typeflag: tar.TypeReg, Format: tar.FormatUSTAR}
		if strings.HasSuffix(f.name, "/") {
			header.Typeflag = tar.TypeDir
		}
		if err := t.WriteHeader(&header); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	return t.Close()
}

func writeZip(w io.Writer, below string, list []file, at time.Time) error {
	z := zip.NewWriter(w)
	for _, f := range list {
		header := &zip.FileHeader{Name: below + "/" + f.name, Method: zip.Deflate, Modified: at}
		header.SetMode(os.FileMode(f.mode))
		in, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := in.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}
