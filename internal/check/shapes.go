package check

import (
	"errors"

	"samsyn/internal/address"
	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/geo"
	"samsyn/internal/source"
)

// shapes tells of a file with the places' shapes that is too much to be read, or that
// cannot be drawn. That there is none to be read is told elsewhere.
func shapes(k pass.Pass) {
	name := address.Shapes(k.Content)
	if name == "" || k.Read == nil || escapes(k.Content.Places.Shapes.V, "agreement") || !k.IsFile(name) {
		return
	}
	data, err := k.Read(name)
	if errors.Is(err, source.ErrTooLarge) {
		k.Told(diag.New(diag.TooLarge, diag.Whole(name), diag.Say(
			"Filen med ytor är större än 1 MiB. Ta bara med länets kommuner, och förenkla deras gränser, till exempel på mapshaper.org eller i QGIS: de ritas på en liten karta.",
			"The file of shapes is larger than 1 MiB. Keep the county's municipalities alone, and simplify their borders, on mapshaper.org or in QGIS for instance: they are drawn on a small map.")))
	}
	if err != nil { // or gone meanwhile
		return
	}
	var fault *geo.Fault
	if _, err := geo.Read(data); errors.As(err, &fault) {
		k.Report(k.Content.Places.Shapes.At, wrongShapes(k.Content.Places.Shapes.V, fault))
	}
}

// wrongShapes says what is wrong with a file of shapes, and what to do.
func wrongShapes(file string, f *geo.Fault) diag.Text {
	file, code := advice.Clip(file), advice.Clip(f.Code)
	switch {
	case errors.Is(f.Err, geo.ErrCoordinates):
		return diag.Say(
			"Ytan med koden %[2]s i %[1]s har koordinater som inte är grader i longitud och latitud. Spara filen i WGS 84 (EPSG:4326), inte i SWEREF 99.",
			"The shape with the code %[2]s in %[1]s has coordinates that are not degrees of longitude and latitude. Save the file in WGS 84 (EPSG:4326), not in SWEREF 99.", file, code)
	case errors.Is(f.Err, geo.ErrNoArea):
		return diag.Say(
			"Det som har koden %[2]s i %[1]s är ingen yta. En yta är en Polygon eller MultiPolygon, och dess gräns (coordinates) har minst tre punkter, var och en med longitud och latitud i siffror.",
			"What has the code %[2]s in %[1]s is no area. An area is a Polygon or MultiPolygon, and its border (coordinates) has at least three points, each with its longitude and latitude in digits.", file, code)
	case errors.Is(f.Err, geo.ErrNoCodes):
		return diag.Say(
			"Ingen yta i %s har egenskapen code (properties.code). Ge varje yta sin kommuns kod, som \"0760\".",
			"No shape in %s has the property code (properties.code). Give each shape the code of its municipality, such as \"0760\".", file)
	case f.Line > 0:
		return diag.Say(
			"%[1]s går inte att läsa som GeoJSON; det tar stopp på rad %[2]d. Spara ytorna som GeoJSON igen.",
			"%[1]s cannot be read as GeoJSON; it stops at line %[2]d. Save the shapes as GeoJSON again.", file, f.Line)
	}
	return diag.Say(
		"%s är ingen samling av ytor i GeoJSON (FeatureCollection). Spara ytorna som GeoJSON.",
		"%s is no collection of shapes in GeoJSON (FeatureCollection). Save the shapes as GeoJSON.", file)
}
