package pdfobj

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Write appends v to b as PDF syntax: keys sorted, entries that are nil left
// out. It panics on a Go type that is no PDF object, which no input can bring
// about.
func Write(b *bytes.Buffer, v any) { writer{b, nil}.write(v) }

// writer writes objects; num gives them the numbers that they have in the file, nil: their
// own. A reference to an object without any is null (7.3.10).
type writer struct {
	*bytes.Buffer
	num map[Ref]Ref
}

// here is what a value is in the file.
func (b writer) here(v any) any {
	if r, is := v.(Ref); is && b.num != nil {
		n, has := b.num[r]
		if !has {
			return nil
		}
		return n
	}
	return v
}

func (b writer) write(v any) {
	switch v := b.here(v).(type) {
	case nil:
		b.WriteString("null")
	case bool:
		b.WriteString(strconv.FormatBool(v))
	case int:
		b.WriteString(strconv.Itoa(v))
	case Num:
		b.WriteString(string(v))
	case Raw:
		b.WriteString(string(v))
	case Name:
		b.name(v)
	case Ref:
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(v), 10))
		b.WriteString(" 0 R")
	case Later:
		b.write(v())
	case Str:
		b.str(v)
	case Array:
		b.WriteByte('[')
		for i, e := range v {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.write(e)
		}
		b.WriteByte(']')
	case Dict:
		b.dict(v)
	case *Stream:
		d := maps.Clone(v.D)
		if d == nil {
			d = Dict{}
		}
		d["Length"] = Int(len(v.Data))
		b.dict(d)
		b.WriteString("\nstream\n")
		b.Write(v.Data)
		b.WriteString("\nendstream")
	default:
		panic(fmt.Sprintf("pdfobj: %T is no PDF object", v))
	}
}

func (b writer) name(n Name) {
	b.WriteByte('/')
	for i := 0; i < len(n); i++ {
		if c := n[i]; c <= ' ' || c > '~' || c == '#' || isDelim(c) {
			fmt.Fprintf(b.Buffer, "#%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
}

// str writes printable ASCII so that a person can read it, and all
// else in hexadecimal, which no transport can spoil.
func (b writer) str(s Str) {
	for _, c := range s {
		if c < ' ' || c > '~' {
			fmt.Fprintf(b.Buffer, "<%X>", []byte(s))
			return
		}
	}
	b.WriteByte('(')
	for _, c := range s {
		if c == '(' || c == ')' || c == '\\' {
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	b.WriteByte(')')
}

func (b writer) dict(d Dict) {
	b.WriteString("<<")
	for _, k := range slices.Sorted(maps.Keys(d)) {
		if b.here(d[k]) == nil {
			continue
		}
		b.name(k)
		b.WriteByte(' ')
		b.write(d[k])
		b.WriteByte('\n')
	}
	b.WriteString(">>")
}

// WriteFull writes all that can be reached from /Root and /Info as a new file,
// numbered in the order of the visit, breadth first. /ID comes from the
// SHA-256 of the body, so the same objects give the same bytes. version is
// such as "1.7".
func (f *File) WriteFull(version string) []byte {
	order, num := f.visit(f.Trailer["Root"], f.Trailer["Info"])
	b := writer{&bytes.Buffer{}, num}
	// Four bytes above 127 tell transports that the file is binary (7.5.2).
	fmt.Fprintf(b.Buffer, "%%PDF-%s\n%%\xE2\xE3\xCF\xD3\n", version)
	offs := make([]int64, len(order))
	for i, r := range order {
		offs[i] = int64(b.Len())
		b.indirect(Ref(i+1), f.objs[r])
	}
	sum := sha256.Sum256(b.Bytes())
	id := Str(sum[:16])
	xref := b.Len()
	fmt.Fprintf(b.Buffer, "xref\n0 %d\n0000000000 65535 f \n", len(order)+1)
	for _, o := range offs {
		fmt.Fprintf(b.Buffer, "%010d 00000 n \n", o)
	}
	b.trailer(Dict{
		"Size": Int(len(order) + 1),
		"Root": f.Trailer["Root"],
		"Info": f.Trailer["Info"],
		"ID":   Array{id, id},
	}, xref)
	return b.Bytes()
}

// visit lists what can be reached from the roots, breadth first, with the
// number that each object gets. References to nothing get none.
func (f *File) visit(roots ...any) ([]Ref, map[Ref]Ref) {
	num := map[Ref]Ref{}
	var order []Ref
	var scan func(v any)
	scan = func(v any) {
		switch v := v.(type) {
		case Ref:
			if _, ok := num[v]; !ok && f.objs[v] != nil {
				order = append(order, v)
				num[v] = Ref(len(order))
			}
		case Array:
			for _, e := range v {
				scan(e)
			}
		case Dict:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				scan(v[k])
			}
		case *Stream:
			scan(v.D)
		case Later:
			scan(v())
		}
	}
	for _, v := range roots {
		scan(v)
	}
	for i := 0; i < len(order); i++ {
		scan(f.objs[order[i]])
	}
	return order, num
}

func (b writer) indirect(r Ref, v any) {
	fmt.Fprintf(b.Buffer, "%d 0 obj\n", int(r))
	b.write(v)
	b.WriteString("\nendobj\n")
}

func (b writer) trailer(d Dict, xref int) {
	b.WriteString("trailer\n")
	b.dict(d)
	fmt.Fprintf(b.Buffer, "\nstartxref\n%d\n%%%%EOF\n", xref)
}

// WriteIncremental writes the file that was parsed, byte for byte, and behind
// it what was added or set since (7.5.6). It says where each of those objects
// begins. Where nothing was, the file comes back as it is.
func (f *File) WriteIncremental() ([]byte, map[Ref]int64) {
	b := writer{&bytes.Buffer{}, nil}
	b.Write(f.src)
	offs := map[Ref]int64{}
	if len(f.dirty) == 0 {
		return b.Bytes(), offs
	}
	if !bytes.HasSuffix(f.src, []byte("\n")) {
		b.WriteByte('\n')
	}
	refs := slices.Sorted(maps.Keys(f.dirty))
	for _, r := range refs {
		offs[r] = int64(b.Len())
		b.indirect(r, f.objs[r])
	}
	sum := sha256.Sum256(b.Bytes())
	xref := b.Len()
	b.WriteString("xref\n")
	b.subsections(refs, offs)
	t := maps.Clone(f.Trailer)
	t["Size"], t["Prev"] = Int(int(f.max)+1), Int(f.xref)
	// The first half stays with the document, the second with the revision (14.4).
	if id, ok := t["ID"].(Array); ok && len(id) == 2 {
		t["ID"] = Array{id[0], Str(sum[:16])}
	}
	b.trailer(t, xref)
	return b.Bytes(), offs
}

// subsections writes runs of consecutive numbers together, as 7.5.4 wants.
func (b writer) subsections(refs []Ref, offs map[Ref]int64) {
	for i := 0; i < len(refs); {
		j := i + 1
		for j < len(refs) && refs[j] == refs[j-1]+1 {
			j++
		}
		fmt.Fprintf(b.Buffer, "%d %d\n", int(refs[i]), j-i)
		for _, r := range refs[i:j] {
			fmt.Fprintf(b.Buffer, "%010d 00000 n \n", offs[r])
		}
		i = j
	}
}
