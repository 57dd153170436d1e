package tagged

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"samsyn/internal/pdfobj"
)

// Bytes finishes the document. It can be called once.
func (d *Doc) Bytes() ([]byte, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	d.packer = zlib.NewWriter(io.Discard)
	pages, err := d.readSheets()
	if err != nil {
		return nil, err
	}
	if err := d.writeResources(); err != nil {
		return nil, err
	}
	fields, err := d.writeAnnots()
	if err != nil {
		return nil, err
	}
	structure, err := d.writeStructure()
	if err != nil {
		return nil, err
	}
	root := pdfobj.Dict{
		"Type": pdfobj.Name("Catalog"), "Pages": pages, "StructTreeRoot": structure,
		"MarkInfo":          pdfobj.Dict{"Marked": true},
		"Lang":              pdfobj.Text(d.meta.Language),
		"ViewerPreferences": pdfobj.Dict{"DisplayDocTitle": true},
		"PageLabels":        pdfobj.Dict{"Nums": pdfobj.Array{pdfobj.Int(0), pdfobj.Dict{"S": pdfobj.Name("D")}}},
		// Metadata stays uncompressed, so that tools which know no PDF find it.
		"Metadata":      d.file.Add(&pdfobj.Stream{D: pdfobj.Dict{"Type": pdfobj.Name("Metadata"), "Subtype": pdfobj.Name("XML")}, Data: d.xmp()}),
		"OutputIntents": pdfobj.Array{d.outputIntent()},
	}
	if len(d.bookmarks) > 0 {
		root["Outlines"], root["PageMode"] = d.writeOutline(), pdfobj.Name("UseOutlines")
	}
	if len(fields) > 0 {
		// Signatures exist, and the file may only be appended to (12.7.2).
		root["AcroForm"] = d.file.Add(pdfobj.Dict{"Fields": fields, "SigFlags": pdfobj.Int(3)})
	}
	if len(d.dests) > 0 {
		root["Names"] = pdfobj.Dict{"Dests": d.file.Add(nameTree(d.dests, func(to dest) any { return to.array() }))}
	}
	d.file.Trailer = pdfobj.Dict{"Root": d.file.Add(root), "Info": d.file.Add(d.info())}
	return d.file.WriteFull("1.7"), nil
}

// check refuses what would give a file that conforms to nothing.
func (d *Doc) check() error {
	switch {
	case d.err != nil:
		return d.err
	case d.finished:
		return errors.New("the document is finished already")
	case len(d.Pages) == 0:
		return errors.New("a document without pages")
	case d.meta.Title == "":
		return errors.New("a document without a title")
	case d.meta.Language == "":
		return errors.New("a document without a language")
	}
	m := d.meta
	for _, s := range []string{m.Title, m.Author, m.Subject, m.Language, m.Producer, m.Commit, m.Today, m.Digest, m.Since} {
		if !utf8.ValidString(s) {
			return fmt.Errorf("metadata is not UTF-8: %q", s)
		}
	}
	return nil
}

// outputIntent says that colours are sRGB (ISO 19005-2, 6.2.3).
func (d *Doc) outputIntent() pdfobj.Dict {
	profile := d.deflated(sRGB())
	profile.D["N"] = pdfobj.Int(3)
	return pdfobj.Dict{
		"Type": pdfobj.Name("OutputIntent"), "S": pdfobj.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": pdfobj.Text("sRGB IEC61966-2.1"), "Info": pdfobj.Text("sRGB IEC61966-2.1"),
		"DestOutputProfile": d.file.Add(profile),
	}
}

// info is the older kind of metadata; it must say the same as the XMP.
func (d *Doc) info() pdfobj.Dict {
	out := pdfobj.Dict{}
	for k, v := range map[pdfobj.Name]string{
		"Title": d.meta.Title, "Author": d.meta.Author, "Subject": d.meta.Subject, "Producer": d.meta.Producer,
	} {
		if v != "" {
			out[k] = pdfobj.Text(v)
		}
	}
	if !d.meta.Created.IsZero() {
		out["CreationDate"], out["ModDate"] = d.pdfDate(), d.pdfDate()
	}
	return out
}

func (d *Doc) pdfDate() pdfobj.Str {
	return pdfobj.Str("D:" + d.meta.Created.UTC().Format("20060102150405") + "+00'00'")
}

// deflated is a compressed stream of data.
func (d *Doc) deflated(data []byte) *pdfobj.Stream {
	s := &pdfobj.Stream{D: pdfobj.Dict{}, Data: data}
	d.deflate(s)
	return s
}

// deflate compresses a stream.
func (d *Doc) deflate(s *pdfobj.Stream) {
	var b bytes.Buffer
	d.packer.Reset(&b)
	_, _ = d.packer.Write(s.Data) // writing to memory does not fail
	_ = d.packer.Close()
	s.Data, s.D["Filter"] = bytes.Clone(b.Bytes()), pdfobj.Name("FlateDecode")
}
