/* Zalo's own browser cannot print or save. Buttons that would do nothing there say how it is done instead. */
(function () {
  "use strict";
  var canonical = document.querySelector("link[rel=canonical]");
  var address = canonical ? canonical.href : location.href;

  function advice(act) {
    var box = document.createElement("div");
    box.className = "notice notice-info zalo-help";
    box.innerHTML = "<p><strong>Trong Zalo chưa " + act + " được.</strong> Bấm dấu ba chấm ở góc màn hình, chọn mở bằng trình duyệt (Chrome). " +
      "Hoặc bấm giữ đường dẫn này rồi mở bằng Chrome: <a></a></p>";
    var link = box.querySelector("a");
    link.href = address;
    link.textContent = address;
    return box;
  }

  document.querySelectorAll("[data-do=print]").forEach(function (button) {
    var words = button.querySelector("span") || button, box;
    words.textContent = "Cách in";
    button.removeAttribute("data-do");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", function () {
      if (!box) {
        box = advice("in");
        box.hidden = true;
        (button.closest(".actions, .slip-tools") || button).insertAdjacentElement("afterend", box);
      }
      box.hidden = !box.hidden;
      button.setAttribute("aria-expanded", String(!box.hidden));
    });
  });

  document.querySelectorAll("a[download], a[href$='.pdf'], a[href$='.ics'], a[href$='.zip'], a[href$='.docx'], a[href$='.xlsx'], a[href$='.csv']").forEach(function (link) {
    var words = document.createElement("small");
    words.className = "zalo-hold";
    words.textContent = "Trong Zalo: bấm giữ, chọn mở bằng Chrome để tải.";
    link.removeAttribute("download");
    link.insertAdjacentElement("afterend", words);
  });
})();
