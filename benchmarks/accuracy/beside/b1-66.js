// Written for this evaluation set; no real clinic's page.
import markdownIt from "markdown-it";
import anchor from "markdown-it-anchor";

const byBest = (a, b) => (b.data.priority ?? 0) - (a.data.priority ?? 0);

export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy({ "src/static": "/" });
  eleventyConfig.addPassthroughCopy("src/img/**/*.{svg,webp}");

  eleventyConfig.setLibrary("md", markdownIt({ html: true, typographer: true }).use(anchor));

  eleventyConfig.addCollection("conditions", (api) =>
    api.getFilteredByGlob("src/conditions/*.md").sort(byBest),
  );

  // {{ "2024-11-03" | reviewedOn }}
  eleventyConfig.addFilter("reviewedOn", (iso) => `Reviewed ${new Date(iso).toLocaleDateString("en-GB")}`);

  eleventyConfig.addFilter("safeSlug", (s) => s.toLowerCase().replace(/[^a-z0-9]+/g, "-"));

  // Box at the end of every page in /conditions. Text agreed with Dr Oyelaran, do not edit here.
  eleventyConfig.addShortcode("advice", () =>
    `<aside class="advice">This page is general. It can't take account of your history. Please see your GP or ring 111.</aside>`,
  );

  eleventyConfig.addTransform("noMiracles", function (content) {
    if (!this.page.outputPath?.endsWith(".html")) return content;
    const m = content.match(/\b(miracle|guaranteed|painless|instant relief)\b/i);
    if (m) throw new Error(`${this.page.inputPath}: "${m[0]}" – see WORDS.md`);
    return content;
  });

  return {
    dir: { input: "src", output: "_site", includes: "_inc", data: "_data" },
    markdownTemplateEngine: "njk",
  };
}
