// Every post has its section and its topics as tags; lists of 20 are made of both.
module.exports = function (config) {
  const newest = (posts) => [...posts].sort((one, other) => other.date - one.date);
  const posts = (api) => newest(api.getFilteredByTag("post"));
  config.addPassthroughCopy("content/**/*.jpg");
  config.addCollection("newest", posts);
  config.addCollection("pagesOfLists", (api) => {
    const groups = new Map();
    for (const post of posts(api))
      for (const name of [post.data.section, ...post.data.topics])
        groups.set(name, [...(groups.get(name) || []), post]);
    const pages = [];
    for (const [name, found] of groups)
      for (let start = 0; start < found.length; start += 20)
        pages.push({ name, number: start / 20 + 1, more: start + 20 < found.length,
                     posts: found.slice(start, start + 20) });
    return pages;
  });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: "content", includes: "../_includes", output: "_site" },
           markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
};
