/* Enhancements only: every page works without this file. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  var own = document.currentScript;
  var sizes = ["vừa", "lớn", "rất lớn"];

  function remember(name, value) {
    if (value) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
    try {
      if (value) localStorage.setItem("data-" + name, value);
      else localStorage.removeItem("data-" + name);
    } catch (error) { /* private mode: the choice lasts for this page */ }
  }


  var clearing;
  function say(message) {
    var status = document.getElementById("loa-status");
    status.textContent = message;
    clearTimeout(clearing);
    clearing = setTimeout(function () { status.textContent = ""; }, 5000);
  }

  function isDark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function copy(text, done, failed) {
    function oldWay() {
      var box = document.createElement("textarea");
      box.value = text;
      box.className = "away";
      box.setAttribute("readonly", "");
      document.body.appendChild(box);
      box.select();
      var copied = false;
      try { copied = document.execCommand("copy"); } catch (error) { /* answered below */ }
      box.remove();
      (copied ? done : failed)();
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, oldWay);
    else oldWay();
  }

  /* Listening is fetched with the first tap. A player that cannot come leaves the browser's own. */
  function listen(button) {
    script("listen.js").then(function () {
      loadStyle("listen.css");
      window.loaListen.actions[button.dataset.do](button);
    }, function () {
      var section = button.closest("[data-player]");
      if (section) section.classList.add("is-plain");
      say("Chưa tải được. Bấm để thử lại.");
    });
  }

  function loadStyle(name) {
    if (document.querySelector('link[href*="/' + name + '"]')) return;
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = own.src.replace("js/loa.js", "css/" + name);
    document.head.appendChild(link);
  }

  /* Only a voice inside the phone: what is read goes to no other computer. */
  function voice() {
    return speechSynthesis.getVoices().filter(function (one) {
      return /^vi([-_]|$)/i.test(one.lang) && one.localService !== false;
    })[0];
  }

  window.loaListen = { say: say, voice: voice };
  var speak = document.querySelector(".speak");
  if (speak && window.speechSynthesis) {
    var offer = function () { speak.hidden = !voice(); };
    speechSynthesis.onvoiceschanged = offer;
    offer();
  }

  var actions = {
    theme: function () {
      remember("theme", isDark() ? "light" : "dark");
      say(isDark() ? "Đang dùng nền tối" : "Đang dùng nền sáng");
    },
    text: function () {
      var size = ((+root.getAttribute("data-text") || 0) + 1) % sizes.length;
      remember("text", size ? String(size) : "");
      say("Cỡ chữ: " + sizes[size]);
      markScrollers();
    },
    print: function () { print(); },
    save: function () {
      script("save.js").then(function () { window.loaSave(); }, function () { say("Chưa lưu được. Bấm “In” rồi chọn lưu thành PDF."); });
    },
    play: listen,
    "play-language": listen,
    speak: listen,
    search: function (link) {
      var box = document.querySelector("main .search input") || openSearch(link);
      box.focus();
      box.scrollIntoView({ block: "nearest" });
    },
    share: function (button) {
      var canonical = document.querySelector("link[rel=canonical]");
      var url = button.dataset.url || (canonical ? canonical.href : location.href.split("#")[0]);
      function copyLink() {
        copy(url, function () { say("Đã chép đường dẫn"); }, function () { say("Chưa chép được. Đường dẫn: " + url); });
      }
      if (!navigator.share) return copyLink();
      navigator.share({ title: document.title, url: url }).catch(function (error) {
        if (error.name !== "AbortError") copyLink();
      });
    }
  };

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (button && actions[button.dataset.do]) {
      actions[button.dataset.do](button);
      event.preventDefault();
    }
    closeMenu(function (menu) { return !menu.contains(event.target); });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    closeMenu(function (menu) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      return true;
    });
  });

  /* Search is fetched when somebody begins to type, or comes with a question. */
  function openSearch(link) {
    var panel = document.getElementById("tim-nhanh");
    panel.hidden = false;
    link.setAttribute("aria-expanded", "true");
    return panel.querySelector("input");
  }

  var fetched = {};
  function script(name) {
    if (!fetched[name]) {
      fetched[name] = new Promise(function (done, failed) {
        var element = document.createElement("script");
        element.src = own.src.replace("loa.js", name);
        element.onload = done;
        element.onerror = function () { delete fetched[name]; failed(new Error(name)); };
        document.head.appendChild(element);
      });
    }
    return fetched[name];
  }

  window.loaSearch = {
    folder: new URL("../search/", own.src).href,
    style: new URL("../css/search.css", own.src).href,
    script: script,
    search: function (text, options) {
      return script("search.js").then(function () { return window.loaSearch.search(text, options); });
    }
  };

  var page = document.querySelector("[data-search-page]");
  if (page && new URLSearchParams(location.search).get("q")) script("search-page.js");
  document.querySelectorAll(".search").forEach(function (form) {
    function begin(event) {
      script(page && page.contains(form) ? "search-page.js" : "search-box.js").then(function () {
        form.removeEventListener("input", begin);
        form.dispatchEvent(new Event("loa-search"));
      }, function () { say("Chưa tải được ô tìm kiếm. Bấm “Tìm” để thử lại."); });
    }
    form.addEventListener("input", begin);
  });

  if (/Zalo/i.test(navigator.userAgent)) script("zalo.js");

  function closeMenu(when) {
    var menu = document.querySelector(".menu[open]");
    if (menu && when(menu)) menu.open = false;
  }

  /* The page may have been built long ago, or left open overnight: what is dated shows on its own
     days only, counted in Vietnam (UTC+7) wherever the phone thinks it is. */
  function keepToDays() {
    var today = new Date(Date.now() + 7 * 36e5).toISOString().slice(0, 10);
    document.querySelectorAll("[data-from], [data-until]").forEach(function (part) {
      var from = part.dataset.from, until = part.dataset.until;
      part.hidden = Boolean((from && today < from) || (until && today > until));
    });
    /* A list shows so many at most; without any it goes with its title, or says so. */
    document.querySelectorAll("[data-dated]").forEach(function (list) {
      var shown = 0, otherwise = list.querySelector("[data-otherwise]");
      list.querySelectorAll(list.dataset.dated).forEach(function (part) {
        if (!part.hidden && (shown += 1) > list.dataset.most) part.hidden = true;
      });
      (otherwise || list).hidden = otherwise ? shown > 0 : !shown;
    });
    document.querySelectorAll("[data-day]").forEach(function (cell) {
      if (cell.dataset.day === today) cell.setAttribute("aria-current", "date");
      else cell.removeAttribute("aria-current");
    });
  }
  keepToDays();
  addEventListener("visibilitychange", keepToDays);

  /* What scrolls sideways can be reached with the keyboard. */
  function markScrollers() {
    document.querySelectorAll(".table-box, .scroller, .prose pre").forEach(function (part) {
      var scrolls = part.scrollWidth > part.clientWidth + 1;
      part.classList.toggle("scrolls", scrolls);
      if (scrolls) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
      if (part.localName === "pre") return;
      if (!part.hint) {
        part.hint = document.createElement("p");
        part.hint.className = "table-hint";
        part.hint.textContent = "Bảng rộng: vuốt ngang để xem hết.";
        part.before(part.hint);
        part.setAttribute("role", "group");
        part.setAttribute("aria-label", "Bảng");
      }
      part.hint.hidden = !scrolls;
    });
  }
  markScrollers();
  addEventListener("resize", markScrollers);

  /* Paper shows what is folded on the screen. */
  addEventListener("beforeprint", function () {
    document.querySelectorAll("main details:not([open])").forEach(function (fold) {
      fold.open = true;
      fold.dataset.folded = "";
    });
  });
  addEventListener("afterprint", function () {
    document.querySelectorAll("[data-folded]").forEach(function (fold) {
      fold.open = false;
      delete fold.dataset.folded;
    });
  });
})();
