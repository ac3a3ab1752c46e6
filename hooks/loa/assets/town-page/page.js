(function () {
  "use strict";
  // Old browsers read this too: ES5 only. Body goes out as rich text, the rest as plain text.
  var body = JSON.parse(document.getElementById("content").textContent);
  var status = document.getElementById("status");

  function payload(id) {
    if (id === "noi-dung") return body;
    return { text: document.getElementById(id).textContent };
  }

  function tell(button, done) {
    var said = button.getAttribute("data-said");
    var box = button.getAttribute("data-box") || "ô cần điền";
    if (done) {
      button.className += button.className.indexOf("is-done") < 0 ? " is-done" : "";
      status.className = "status is-good";
      status.textContent = "Đã chép " + said + ". Sang Trang, bấm vào " + box + " rồi nhấn Ctrl+V.";
    } else {
      status.className = "status is-bad";
      status.textContent = "Chưa chép được " + said + ". Phần này đã được bôi đen: nhấn Ctrl+C, " +
        "rồi sang Trang nhấn Ctrl+V. Nếu vẫn không được, dùng tệp noi-dung.txt.";
    }
  }

  function select(id) {
    var range = document.createRange(), selection = window.getSelection();
    range.selectNodeContents(document.getElementById(id));
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // Which part is selected from its first letter to its last, if one is.
  function selected() {
    var text = String(window.getSelection().rangeCount ? window.getSelection().getRangeAt(0) : "");
    var parts = document.querySelectorAll("[data-copy]");
    for (var i = 0; text.trim() && i < parts.length; i += 1) {
      var id = parts[i].getAttribute("data-copy");
      var part = document.getElementById(id);
      var inside = window.getSelection().getRangeAt(0).intersectsNode(part);
      if (inside && part.textContent.trim() === text.trim()) return id;
    }
    return "";
  }

  // Also for Ctrl+C by hand: a whole part goes out clean, without the styles of this page.
  document.addEventListener("copy", function (event) {
    var id = selected();
    if (!id || !event.clipboardData) return;
    var what = payload(id);
    if (what.html) event.clipboardData.setData("text/html", what.html);
    event.clipboardData.setData("text/plain", what.text);
    event.preventDefault();
  });

  // Where the page came over plain http there is no navigator.clipboard.
  function copyOldWay(button) {
    var id = button.getAttribute("data-copy"), done = false;
    select(id);
    try {
      done = document.execCommand("copy");
    } catch (refused) {
      done = false;
    }
    if (done) window.getSelection().removeAllRanges();
    tell(button, done);
  }

  function copy(button) {
    var what = payload(button.getAttribute("data-copy"));
    var items = {};
    if (!window.isSecureContext || !navigator.clipboard || !navigator.clipboard.write ||
        !window.ClipboardItem) {
      copyOldWay(button);
      return;
    }
    if (what.html) items["text/html"] = new Blob([what.html], { type: "text/html" });
    items["text/plain"] = new Blob([what.text], { type: "text/plain" });
    navigator.clipboard.write([new ClipboardItem(items)]).then(
      function () { tell(button, true); },
      function () { copyOldWay(button); }
    );
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-copy]");
    if (button) copy(button);
  });
})();
