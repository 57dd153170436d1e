// Package figure holds drawings as a handful of shapes, so that one drawing is
// written as SVG on the site and as vectors in the PDF, and both show the same.
//
// Units are those of the document: one unit is one point in the PDF and one
// user unit in SVG. The origin is the upper left corner and y grows downwards.
package figure

// Role says what a colour is for. Each writer maps roles to colours of its own
// (the site follows light and dark mode, the PDF is printed).
type Role string

// The roles. An empty Role means: do not fill, or do not stroke.
const (
	None       Role = ""
	Ink        Role = "ink"         // text and what must be seen
	Muted      Role = "muted"       // less important text
	Rule       Role = "line"        // axes, borders, connectors
	Surface    Role = "surface"     // the ground of boxes
	Accent     Role = "accent"      // the main series
	AccentSoft Role = "accent-soft" // a second series, or a soft ground
	Women      Role = "women"       // the series of women and girls
	Men        Role = "men"         // the series of men and boys
	Warn       Role = "warn"        // late, at risk
	Good       Role = "good"        // done, on track

	// Three shades of the main colour, by how much there is of something; each is light
	// enough for text. The site alone has them.
	Few  Role = "few"
	More Role = "more"
	Most Role = "most"
)

// Figure is one drawing. Title and Desc are its text alternative: Title is
// short, Desc says in words what the drawing shows.
type Figure struct {
	Width, Height float64
	Title, Desc   string
	Shapes        []Shape
}

// Shape is one of the types below. The set is closed: a writer handles them
// all in one type switch, or fails where it draws no such shape.
type Shape interface{ shape() }

// Point is a place in the figure.
type Point struct{ X, Y float64 }

// Rect is a rectangle with its upper left corner at X, Y; R rounds its corners.
type Rect struct {
	X, Y, W, H, R float64
	Fill, Stroke  Role
}

// Line goes from X1, Y1 to X2, Y2. Width 0 means 1 unit. ArrowEnd puts an
// arrowhead at X2, Y2.
type Line struct {
	X1, Y1, X2, Y2 float64
	Stroke         Role
	Width          float64
	Dash           bool
	ArrowEnd       bool
}

// Polyline is an open run of lines. Width 0 means 1 unit.
type Polyline struct {
	Points []Point
	Stroke Role
	Width  float64
	Dash   bool
	Dots   bool
}

// Polygon is a closed area.
type Polygon struct {
	Points       []Point
	Fill, Stroke Role
}

// Area is what lies within its rings, which are closed without their first point said
// again. A ring around a hole runs the other way round than the one around it.
type Area struct {
	Rings        [][]Point
	Fill, Stroke Role
}

// Circle has its centre at X, Y.
type Circle struct {
	X, Y, R      float64
	Fill, Stroke Role
}

// Anchor says which part of a text stands at its X.
type Anchor string

// The anchors; the empty Anchor is Start.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Text is one line of text in the sans face; Y is its baseline.
type Text struct {
	X, Y, Size float64
	Anchor     Anchor
	Bold       bool
	Role       Role
	String     string
}

func (Rect) shape()     {}
func (Line) shape()     {}
func (Polyline) shape() {}
func (Polygon) shape()  {}
func (Area) shape()     {}
func (Circle) shape()   {}
func (Text) shape()     {}
