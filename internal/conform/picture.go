package conform

import "samsyn/internal/pdfobj"

// pictures checks that the pictures a page may show are in colours that the output
// intent tells of, and are shown as they are (ISO 19005-2, 6.2.4.3 and 6.2.8).
func (c *checker) pictures(number int, p pdfobj.Dict) {
	for _, v := range c.Dict(c.Dict(p["Resources"])["XObject"]) {
		ref, is := v.(pdfobj.Ref)
		s := c.Stream(v)
		if !is || c.seen[ref] || s == nil || c.name(s.D["Subtype"]) != "Image" {
			continue
		}
		c.seen[ref] = true
		o := s.D
		if space := c.name(o["ColorSpace"]); space != "DeviceRGB" && space != "DeviceGray" {
			c.say("page %d: a picture has colours that nothing tells the meaning of", number)
		}
		if o["Interpolate"] == true {
			c.say("page %d: a picture is to be smoothed by who shows it", number)
		}
	}
}
