// The same pages for Eleventy: permalinks that end in .html, Nunjucks layouts, and
// one look-up table of all pages, made once.
const long = new Intl.DateTimeFormat("sv", { dateStyle: "long", timeZone: "UTC" });
const number = new Intl.NumberFormat("sv");

export default function (config) {
	config.setUseGitIgnore(false);
	config.addPassthroughCopy("assets");
	config.addGlobalData("layout", "page.njk");
	config.addGlobalData("permalink", () => (data) => data.page.filePathStem + ".html");
	config.addCollection("byPath", (api) => Object.fromEntries(api.getAll().map((page) => [page.filePathStem, page])));
	config.addFilter("date", (value) => long.format(new Date(value)));
	config.addFilter("number", (value) => number.format(value));
	config.addFilter("dirname", (path) => path.slice(0, path.lastIndexOf("/")));
	config.addFilter("basename", (path) => path.slice(path.lastIndexOf("/") + 1));
	config.addFilter("first", (text) => text.replace(/^\n+/, "").split("\n\n")[0]);
	return { markdownTemplateEngine: false, dir: { input: "content", includes: "../_includes", data: "../_data", output: "public" } };
}
