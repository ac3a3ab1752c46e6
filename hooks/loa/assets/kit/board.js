(function () {
  "use strict";
  var filter = document.getElementById("filter");
  var rows = document.querySelectorAll("tbody tr");
  var nothing = document.getElementById("nothing");
  var said = document.getElementById("said");

  filter.hidden = false;
  filter.addEventListener("change", function (event) {
    var level = event.target.value;
    var left = 0;
    rows.forEach(function (row) {
      var levels = (row.getAttribute("data-levels") || "").split(" ");
      row.hidden = level !== "" && levels.indexOf(level) < 0;
      left += row.hidden ? 0 : 1;
    });
    nothing.hidden = left > 0;
  });

  function copied(text) {
    var box = document.createElement("textarea");
    box.value = text;
    box.setAttribute("readonly", "");
    document.body.appendChild(box);
    box.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    document.body.removeChild(box);
    return done;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("[data-command]") : null;
    if (!button) return;
    var command = button.getAttribute("data-command");
    said.textContent = copied(command)
      ? "Đã chép lệnh. Dán vào cửa sổ lệnh: " + command
      : "Trình duyệt không cho chép. Hãy gõ lệnh: " + command;
    button.focus();
  });
})();
