/* Narrows the list of documents while somebody types, with or without marks on the letters. */
(function () {
  "use strict";
  var form = document.querySelector("[data-filter]");
  if (!form) return;
  var input = form.querySelector("input");
  var count = document.querySelector("[data-count]");
  var nothing = document.getElementById("khong-thay-van-ban");

  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  var rows = Array.prototype.map.call(document.getElementById(form.dataset.filter).children, function (row) {
    return { row: row, text: fold(row.textContent.replace(/\s+/g, " ")) };
  });

  function narrow() {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (one) {
      var fits = words.every(function (word) { return one.text.indexOf(word) !== -1; });
      one.row.hidden = !fits;
      if (fits) shown += 1;
    });
    count.textContent = String(shown);
    nothing.hidden = shown > 0 || !rows.length;
  }

  input.addEventListener("input", narrow);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  narrow(); /* the browser may have kept what was typed before */
})();
