/* Listening: recordings, and the voice of the phone itself. Fetched with the first tap. */
(function () {
  "use strict";
  var say = window.loaListen.say;

  /* ---- recordings ---- */

  function clock(seconds) {
    seconds = Math.max(0, Math.round(seconds));
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }

  function player(section) {
    var button = section.querySelector(".play"), title = section.querySelector(".listen-title");
    var track = section.querySelector(".listen-track"), slider = track.querySelector("input");
    var now = track.querySelector("[data-now]"), all = track.querySelector("[data-all]");
    var idle = title.textContent, wanted = false, held = false, tries = 0, sound;

    function shown() {
      if (section.classList.contains("is-failed")) return;
      var playing = wanted && sound && !sound.paused;
      section.classList.toggle("is-playing", playing);
      title.textContent = playing ? "Đang đọc" : idle;
      button.setAttribute("aria-label", playing ? "Tạm dừng" : "Nghe bài này");
      button.removeAttribute("aria-labelledby");
    }
    function moved() {
      if (held) return;
      slider.value = sound.currentTime;
      now.textContent = clock(sound.currentTime);
      slider.setAttribute("aria-valuetext", clock(sound.currentTime) + " trên " + all.textContent);
      slider.style.setProperty("--heard", (100 * slider.value / (+slider.max || 1)) + "%");
    }
    function known() {
      if (isFinite(sound.duration)) {
        slider.max = sound.duration;
        all.textContent = clock(sound.duration);
      }
    }
    function failed() {
      if (!wanted) return;
      wanted = false;
      section.classList.remove("is-loading", "is-playing");
      section.classList.add("is-failed");
      title.textContent = "Chưa tải được, bấm để thử lại";
      button.setAttribute("aria-label", "Thử lại");
    }
    function take(lang) {
      section.querySelectorAll(".listen-one").forEach(function (one) {
        var own = one.dataset.lang === lang;
        one.hidden = !own;
        if (own) sound = one.querySelector("audio");
        else one.querySelector("audio").pause();
      });
      if (sound.heard) return moved();
      sound.heard = true;
      sound.addEventListener("timeupdate", moved);
      sound.addEventListener("loadedmetadata", known);
      sound.addEventListener("durationchange", known);
      sound.addEventListener("error", failed);
      ["play", "pause", "playing"].forEach(function (name) { sound.addEventListener(name, shown); });
      sound.addEventListener("waiting", function () { section.classList.add("is-loading"); });
      sound.addEventListener("playing", function () { section.classList.remove("is-loading"); });
      sound.addEventListener("ended", function () { wanted = false; sound.currentTime = 0; shown(); });
      moved();
    }
    slider.addEventListener("input", function () {
      held = true;
      now.textContent = clock(slider.value);
      slider.style.setProperty("--heard", (100 * slider.value / (+slider.max || 1)) + "%");
    });
    slider.addEventListener("change", function () { held = false; sound.currentTime = +slider.value; });
    take(section.querySelector(".listen-one").dataset.lang);
    track.hidden = false;
    section.classList.add("is-ready");

    return {
      toggle: function () {
        if (wanted && !sound.paused) { wanted = false; sound.pause(); return; }
        quiet();
        wanted = true;
        section.classList.remove("is-failed");
        /* Asked for under another name: browsers remember the half that came. */
        if (sound.error) sound.src = sound.src.split("?")[0] + "?" + (tries += 1);
        var began = sound.play();
        if (began) began.catch(function (error) { if (error.name !== "AbortError") failed(); });
        shown();
      },
      language: function (chip) {
        var playing = wanted && !sound.paused;
        section.querySelectorAll("[data-do=play-language]").forEach(function (one) {
          one.setAttribute("aria-pressed", String(one === chip));
        });
        section.querySelector(".listen-note").textContent = chip.dataset.note;
        slider.max = chip.dataset.seconds;
        all.textContent = chip.dataset.clock;
        take(chip.dataset.lang);
        shown();
        if (playing) { wanted = false; this.toggle(); }
      }
    };
  }

  function playerOf(element) {
    var section = element.closest("[data-player]");
    return section.player || (section.player = player(section));
  }

  /* ---- the voice of the phone ---- */

  var speech = window.speechSynthesis, place = 0, turn = 0, parts = [], bar;

  /* What is read: title, summary, and the text block by block, cut into sentences a voice can hold. */
  function texts() {
    var found = [];
    function add(element) {
      var text = element.textContent.replace(/\s+/g, " ").trim();
      (text.match(/[^.!?;:…]+[.!?;:…]*["”’)]*\s*/g) || []).reduce(function (line, sentence, index, all) {
        var whole = line + sentence, last = index === all.length - 1;
        if (whole.length < 120 && !last) return whole;
        if (/[0-9A-Za-zÀ-ỹ]/.test(whole)) found.push({ text: whole.trim(), element: element });
        return "";
      }, "");
    }
    document.querySelectorAll(".post h1, .post .lead").forEach(add);
    document.querySelectorAll(".post .prose").forEach(function (prose) {
      prose.querySelectorAll("h2, h3, h4, p, li, dt, dd, tr, summary").forEach(function (block) {
        var next = block.nextElementSibling;
        if (block.closest("details.legal") || block.querySelector("p, li, tr")) return;
        if (/^H/.test(block.tagName) && next && next.matches("details.legal")) return;
        if (block.tagName !== "TR") return add(block);
        found.push({ text: Array.from(block.cells, function (cell) { return cell.textContent.trim(); }).join(", "), element: block });
      });
    });
    return found;
  }

  function mark(element) {
    var before = document.querySelector(".being-read");
    if (before) before.classList.remove("being-read");
    if (element) element.classList.add("being-read");
  }

  /* Android cannot pause a voice: it is stopped, and begins the sentence again. */
  function read() {
    var own = ++turn, part = parts[place];
    if (!part) return stop();
    var line = new SpeechSynthesisUtterance(part.text), voice = window.loaListen.voice();
    line.lang = "vi-VN";
    if (voice) line.voice = voice;
    line.rate = 0.95;
    line.onend = function () { if (own === turn) { place += 1; read(); } };
    line.onerror = function (error) {
      if (own !== turn || error.error === "interrupted" || error.error === "canceled") return;
      pause();
      say("Máy chưa đọc được. Bấm để thử lại.");
    };
    mark(part.element);
    bar.querySelector("[data-place]").textContent = "Phần " + (place + 1) + " trên " + parts.length;
    state("Đang đọc", "Tạm dừng", true);
    speech.speak(line);
  }

  function state(title, does, playing) {
    bar.classList.toggle("is-playing", playing);
    bar.querySelector("strong").textContent = title;
    bar.querySelector(".play").setAttribute("aria-label", does);
  }

  function quiet() { turn += 1; if (speech) speech.cancel(); if (bar && !bar.hidden) state("Tạm dừng", "Đọc tiếp", false); }
  function pause() { quiet(); }
  function resume() {
    document.querySelectorAll("audio").forEach(function (sound) { sound.pause(); });
    read();
  }

  function stop() {
    turn += 1;
    speech.cancel();
    mark(null);
    var inside = bar.contains(document.activeElement);
    bar.hidden = true;
    place = 0;
    if (inside) document.querySelector("[data-do=speak]").focus();
  }

  function drawing(path) {
    return '<svg class="icon icon-xl" viewBox="0 0 24 24" aria-hidden="true"><path d="' + path + '"/></svg>';
  }

  function openBar() {
    if (!bar) {
      bar = document.createElement("div");
      bar.className = "speaking";
      bar.setAttribute("role", "region");
      bar.setAttribute("aria-label", "Nghe bài");
      bar.innerHTML = '<button class="play" type="button">' + drawing("M8 5.14v14l11-7z") + drawing("M14 19h4V5h-4zM6 19h4V5H6z") +
        '</button><p><strong></strong> <span data-place></span></p><button class="button" type="button">Dừng</button>';
      bar.querySelector(".play").addEventListener("click", function () {
        if (bar.classList.contains("is-playing")) pause(); else resume();
      });
      bar.querySelector(".button").addEventListener("click", stop);
      document.body.appendChild(bar);
      addEventListener("pagehide", function () { speech.cancel(); });
    }
    bar.hidden = false;
  }

  window.loaListen.actions = {
    play: function (button) { playerOf(button).toggle(); },
    "play-language": function (chip) { playerOf(chip).language(chip); },
    speak: function () {
      if (!parts.length) parts = texts();
      openBar();
      resume();
      bar.querySelector(".play").focus({ preventScroll: true });
    }
  };
})();
