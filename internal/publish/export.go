package publish

import (
	"samsyn/internal/data"
	"samsyn/internal/dataset"
	"samsyn/internal/model"
	"samsyn/internal/raster"
	"samsyn/internal/source"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
	"samsyn/internal/view/site"
	"samsyn/internal/word"
)

// Word makes one document, by what its PDF is called without the ending, as a file to be
// edited in Word; nil where the content has no such document.
func Word(tree *source.Tree, c *model.Content, name string, opt Options) ([]byte, error) {
	files, _, err := published(tree, c)
	if err != nil {
		return nil, err
	}
	v := view.New(c, opt.view(c, files))
	drawn := files.pictures(tree)
	for _, d := range document.All(v) {
		if d.ID == name {
			return word.Render(*d.Make(), word.Options{
				Address: func(r block.Ref) string { return onWeb(v, r) }, File: drawn.read, Draw: raster.PNG,
			})
		}
	}
	return nil, nil
}

// JSON is the content for others' programs, as the site's open data has it: the whole of
// it, or a plan's initiatives.
func JSON(tree *source.Tree, c *model.Content, plan *model.Plan, opt Options) ([]byte, error) {
	files, _, err := published(tree, c)
	if err != nil {
		return nil, err
	}
	v := view.New(c, opt.view(c, files))
	if plan != nil {
		return dataset.Initiatives(v, plan).JSON()
	}
	return data.Agreement(site.New(v))
}
