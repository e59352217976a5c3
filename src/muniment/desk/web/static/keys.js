/* Keyboard: "/" to search, "j" and "k" from row to row. Everything works without it. */
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

  /* The register that is shown stays in sight where the names of the registers run past the edge. */
  var here = document.querySelector(".registers [aria-current]");
  if (here) { here.parentNode.scrollLeft = here.offsetLeft - here.parentNode.offsetLeft - 40; }

  /* On a narrow screen the filters begin folded, so that the list comes first. */
  if (window.matchMedia("(max-width: 60rem)").matches) {
    var folded = document.querySelector(".narrow details");
    if (folded) { folded.open = false; }
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (typing(event.target)) { return; }
    if (event.key === "/") {
      var field = document.getElementById("search");
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    } else if (event.key === "j") { step(1); } else if (event.key === "k") { step(-1); }
  });
})();
