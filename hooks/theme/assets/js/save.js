/* Saves an article as one file that opens without network: its words, its tables, whole addresses. */
(function () {
  "use strict";

  var STYLE = "body{max-width:43rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 sans-serif}" +
    "table{border-collapse:collapse}th,td{border:1px solid #777;padding:.3rem .5rem;text-align:left}img{max-width:100%}";
  var DROPPED = "script, button, .actions, .js, .away, [hidden], audio, video, svg, img.drawn, .listen, .crumbs";

  function whole(element, name) {
    if (element.getAttribute(name)) element.setAttribute(name, element[name]);
  }

  function article() {
    var copy = (document.querySelector("main article") || document.querySelector("main")).cloneNode(true);
    /* What is folded on the screen is read open in a file. */
    copy.querySelectorAll("details").forEach(function (fold) { fold.open = true; });
    copy.querySelectorAll(DROPPED).forEach(function (part) { part.remove(); });
    copy.querySelectorAll("a").forEach(function (link) { whole(link, "href"); });
    copy.querySelectorAll("img").forEach(function (image) { whole(image, "src"); image.removeAttribute("srcset"); });
    copy.querySelectorAll("[class]").forEach(function (part) { part.removeAttribute("class"); });
    return copy;
  }

  function line(text) {
    var paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph.outerHTML;
  }

  window.loaSave = function () {
    var canonical = document.querySelector("link[rel=canonical]");
    var address = canonical ? canonical.href : location.href;
    var day = new Date(Date.now() + 7 * 36e5).toISOString().slice(0, 10).split("-").reverse().join("/");
    var title = document.createElement("title");
    title.textContent = document.title;
    var text = "<!doctype html>\n<html lang=\"" + document.documentElement.lang + "\"><head><meta charset=\"utf-8\">" +
      "<meta name=\"viewport\" content=\"width=device-width\">" + title.outerHTML + "<style>" + STYLE + "</style></head><body>" +
      article().innerHTML + "<hr>" + line("Lưu ngày " + day + " từ " + address) + "</body></html>\n";
    var name = location.pathname.replace(/(index)?(\.html)?\/?$/, "").split("/").pop() || "bai";
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    link.download = name + ".html";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  };
})();
