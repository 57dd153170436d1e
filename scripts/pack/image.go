package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// image writes an OCI archive with one image for each processor, from nothing: the
// program, its licences and a folder for what is only for a moment. There is no git in
// it, and no certificates: what proposes changes or goes out to the network is run
// with the program itself.
func image(version, to string, platforms []string) error {
	at, err := moment()
	if err != nil {
		return err
	}
	index := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	for _, p := range platforms {
		arch, folder, _ := strings.Cut(p, "=")
		img, err := imageFor(version, arch, folder, at)
		if err != nil {
			return err
		}
		index = mutate.AppendManifests(index, mutate.IndexAddendum{Add: img, Descriptor: v1.Descriptor{
			Platform: &v1.Platform{OS: "linux", Architecture: arch}}})
	}
	folder, err := os.MkdirTemp("", "image")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	at0, err := layout.Write(folder, empty.Index)
	if err != nil {
		return err
	}
	named := layout.WithAnnotations(map[string]string{"org.opencontainers.image.ref.name": version})
	if err := at0.AppendIndex(index, named); err != nil {
		return err
	}
	return tarOf(folder, to, at)
}

func imageFor(version, arch, folder string, at time.Time) (v1.Image, error) {
	list, err := files(folder)
	if err != nil {
		return nil, err
	}
	all := []file{{"tmp/", 0o1777, nil}, {"content/", 0o755, nil}}
	for _, f := range list {
		if f.name == "samsyn" || f.name == "LICENSES.txt" {
			all = append(all, f)
		}
	}
	var packed bytes.Buffer
	if err := writeTar(&packed, "", all, at); err != nil {
		return nil, err
	}
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(packed.Bytes())), nil },
		tarball.WithMediaType(types.OCILayer))
	if err != nil {
		return nil, err
	}
	img, err := mutate.Append(mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1), types.OCIConfigJSON),
		mutate.Addendum{Layer: layer, History: v1.History{CreatedBy: "samsyn", Created: v1.Time{Time: at}}})
	if err != nil {
		return nil, err
	}
	config, err := img.ConfigFile()
	if err != nil {
		return nil, err
	}
	config = config.DeepCopy()
	config.OS, config.Architecture, config.Created = "linux", arch, v1.Time{Time: at}
	config.Config = v1.Config{Entrypoint: []string{"/samsyn"}, WorkingDir: "/content", User: "65532:65532",
		Env: []string{"HOME=/tmp"},
		Labels: map[string]string{"org.opencontainers.image.title": "samsyn", "org.opencontainers.image.version": version,
			"org.opencontainers.image.licenses": "MIT"}}
	return mutate.ConfigFile(img, config)
}

// tarOf packs a folder and all below it, in the order of the names.
func tarOf(folder, to string, at time.Time) error {
	var list []file
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == folder {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		f := file{filepath.ToSlash(name), 0o644, nil}
		if d.IsDir() {
			f.name, f.mode = f.name+"/", 0o755
		} else if f.data, err = os.ReadFile(path); err != nil {
			return err
		}
		list = append(list, f)
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", to, err)
	}
	return write(to, func(w io.Writer) error { return writeTar(w, "", list, at) })
}
