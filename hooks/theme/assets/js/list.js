/* Narrows a list in place where all of it stands on the page. Choices live after the # of the address,
   so that going back, and a link sent to a neighbour, show the same; without this file the filters are links. */
(function () {
  "use strict";
  var list = document.querySelector(".list");
  var found = list.querySelector(".found");
  var items = [].slice.call(list.querySelectorAll("[data-marks]"));
  if (!found || !items.length) return;
  var links = [].slice.call(document.querySelectorAll(".filters [data-mark]"));
  var fold = document.querySelector(".filters-narrow details");
  var label = fold.querySelector("summary > span");
  var unfiltered = label.textContent;
  var ofPage = document.querySelector(".filters-wide [data-mark][aria-current]");
  var fixed = ofPage ? facet(ofPage.dataset.mark) : "";

  found.setAttribute("role", "status");

  function facet(mark) { return mark.split(":")[0]; }

  function has(item, mark) { return (" " + item.dataset.marks + " ").indexOf(" " + mark + " ") >= 0; }

  /* Only what this page can answer: another value of its own filter stands on another page. */
  function chosen() {
    var said = "";
    try { said = decodeURIComponent(location.hash.slice(1)); } catch (error) { /* an address that was cut off */ }
    if (said.indexOf("loc=") !== 0) return [];
    return said.slice(4).split(",").filter(function (mark) {
      return facet(mark) !== fixed && links.some(function (link) { return link.dataset.mark === mark; });
    });
  }

  function matching(marks) {
    return items.filter(function (item) {
      return marks.every(function (mark) { return has(item, mark); });
    });
  }

  function without(marks, kind) {
    return marks.filter(function (mark) { return facet(mark) !== kind; });
  }

  function address(marks) { return "#loc=" + marks.join(","); }

  function nameOf(mark) {
    var link = links.filter(function (other) { return other.dataset.mark === mark; })[0];
    return link.querySelector("span").textContent;
  }

  function chip(mark, marks) {
    var link = document.createElement("a");
    link.className = "chip chosen";
    link.href = address(without(marks, facet(mark)));
    link.textContent = nameOf(mark);
    var words = document.createElement("span");
    words.className = "away";
    words.textContent = " (bỏ lọc)";
    var cross = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    cross.setAttribute("class", "icon");
    cross.setAttribute("viewBox", "0 0 24 24");
    cross.setAttribute("aria-hidden", "true");
    var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z");
    cross.appendChild(path);
    link.appendChild(cross);
    link.appendChild(words);
    return link;
  }

  function show() {
    var marks = chosen();
    var shown = matching(marks);
    items.forEach(function (item) { item.hidden = shown.indexOf(item) < 0; });
    list.querySelectorAll(".group").forEach(function (group) {
      group.hidden = !group.querySelector("[data-marks]:not([hidden])");
    });
    links.forEach(function (link) {
      var mark = link.dataset.mark, kind = facet(mark);
      if (kind === fixed) return;
      var count = matching(without(marks, kind).concat(mark)).length;
      var current = marks.indexOf(mark) >= 0;
      link.querySelector(".count").firstChild.data = count;
      link.parentNode.hidden = !count;
      if (current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    found.querySelector("strong").textContent = shown.length + " bài";
    found.querySelectorAll(".chosen").forEach(function (old) { old.remove(); });
    marks.forEach(function (mark) { found.appendChild(chip(mark, marks)); });
    label.textContent = unfiltered + (marks.length ? (fixed ? ", " : ": ") + marks.map(nameOf).join(", ") : "");
    document.querySelectorAll(".filters li:first-child > a:not([data-mark])").forEach(function (all) {
      if (marks.length || fixed) all.removeAttribute("aria-current");
      else all.setAttribute("aria-current", "true");
    });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest(".filters a, .found .chosen");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var mark = link.dataset.mark, marks = chosen();
    if (link.classList.contains("chosen")) {
      /* The link goes with its chip; whoever uses a keyboard stays near. */
      found.tabIndex = -1;
      found.focus();
    } else {
      if (mark ? facet(mark) === fixed : fixed) return;
      event.preventDefault();
      var rest = mark ? without(marks, facet(mark)) : [];
      location.hash = address(!mark || marks.indexOf(mark) >= 0 ? rest : rest.concat(mark));
    }
    if (fold.open) {
      fold.open = false;
      found.scrollIntoView({ block: "nearest" });
    }
  });
  addEventListener("hashchange", show);
  show();
})();
