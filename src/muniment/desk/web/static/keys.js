/* Keyboard: "/" to search, "j" and "k" from row to row; light and dark. Everything works without it. */
(function () {
  "use strict";

  function typing(target) {
    return target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
  }

  function step(by) {
    var rows = Array.prototype.filter.call(document.querySelectorAll("[data-step]"), function (one) {
      return !one.closest("details:not([open])"); /* not what is folded away */
    });
    if (!rows.length) { return; }
    var at = rows.indexOf(document.activeElement);
    var next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  }

  /* The section and the register that are shown stay in sight where their names run past the edge. */
  document.querySelectorAll(".sections [aria-current], .registers [aria-current]").forEach(function (here) {
    here.parentNode.scrollLeft = here.offsetLeft - here.parentNode.offsetLeft - 40;
  });

  /* Light or dark at once; without this the site leads back to the page in the colours chosen. */
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".theme button");
    if (!button) { return; }
    event.preventDefault();
    var kept = button.value === "auto" ? "; max-age=0" : "; max-age=31536000";
    document.cookie = "theme=" + button.value + "; path=/; samesite=lax" + kept;
    if (button.value === "auto") { delete document.documentElement.dataset.theme; }
    else { document.documentElement.dataset.theme = button.value; }
    document.querySelector("meta[name=color-scheme]").content = button.value === "auto" ? "light dark" : button.value;
    document.querySelectorAll(".theme button").forEach(function (one) {
      one.setAttribute("aria-pressed", String(one === button));
    });
  });

  /* A claim that is pointed at or reached by keyboard shows its words in the text, and words show their claims. */
  var reading = document.querySelector(".reading");
  function light(target) {
    reading.querySelectorAll(".lit").forEach(function (one) { one.classList.remove("lit"); });
    var words = target.closest && target.closest("[data-claims]");
    var note = target.closest && target.closest("[data-note]");
    var numbers = words ? words.dataset.claims.split(" ") : note ? [note.dataset.note] : [];
    numbers.forEach(function (number) {
      reading.querySelectorAll("[data-claims~=\"" + number + "\"], [data-note=\"" + number + "\"]").forEach(function (one) {
        one.classList.add("lit");
      });
    });
    var first = words && reading.querySelector("[data-note].lit");
    if (first) { /* only the margin scrolls, never the page */
      var margin = first.closest(".notes"), at = first.offsetTop - margin.offsetTop;
      if (at < margin.scrollTop || at + first.offsetHeight > margin.scrollTop + margin.clientHeight) {
        margin.scrollTop = at - margin.clientHeight / 3;
      }
    }
  }
  if (reading) {
    ["mouseover", "focusin"].forEach(function (what) {
      reading.addEventListener(what, function (event) { light(event.target); });
    });
    reading.addEventListener("mouseleave", function () { light(document.activeElement); });
  }

  /* A sign of a matrix that is pointed at or reached by keyboard tells its dates in the line under the matrix. */
  document.querySelectorAll("[data-pointed]").forEach(function (line) {
    var matrix = line.previousElementSibling;
    ["mouseover", "focusin"].forEach(function (what) {
      matrix.addEventListener(what, function (event) {
        var sign = event.target.closest(".stage");
        if (sign) { line.textContent = sign.title; }
      });
    });
  });

  /* What is made to be copied is copied by a button; where the browser refuses, it is selected. */
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var text = button.closest("section").querySelector("pre");
    button.hidden = false;
    button.addEventListener("click", function () {
      function select() { window.getSelection().selectAllChildren(text); }
      function done() { button.textContent = button.dataset.done; }
      if (navigator.clipboard) { navigator.clipboard.writeText(text.textContent).then(done, select); } else { select(); }
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.form && event.target.closest("[data-key], .slot")
        && (event.ctrlKey || event.target.tagName === "SELECT")) {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target)) { return; }
    /* A key of its own: a button is pressed, a field is gone to. */
    var own = /^[a-z0-9]$/.test(event.key) && document.querySelector("[data-key='" + event.key + "']");
    if (own) {
      event.preventDefault();
      if (/^(A|BUTTON)$/.test(own.tagName)) { own.click(); } else { own.focus(); if (own.select) { own.select(); } }
    } else if (event.key === "/") {
      var field = document.getElementById("search");
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    } else if (event.key === "j") { step(1); } else if (event.key === "k") { step(-1); }
  });
})();
