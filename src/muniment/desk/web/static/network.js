/* Pictures of who met whom: the ties of the name pointed at, and names that can be moved. Works without it, too. */
(function () {
  "use strict";

  document.querySelectorAll("[data-network]").forEach(function (picture) {
    var nodes = Array.prototype.slice.call(picture.querySelectorAll("[data-node]"));
    var lines = Array.prototype.slice.call(picture.querySelectorAll("path"));
    var held = null, moved = false;

    picture.parentNode.scrollLeft = (picture.parentNode.scrollWidth - picture.parentNode.clientWidth) / 2;

    function ends(line) { return [nodes[line.dataset.one], nodes[line.dataset.other]]; }

    function point(at) {
      picture.classList.toggle("pointed", Boolean(at));
      nodes.concat(lines).forEach(function (one) { one.classList.remove("near"); });
      if (!at) { return; }
      at.classList.add("near");
      lines.forEach(function (line) {
        if (ends(line).indexOf(at) < 0) { return; }
        line.classList.add("near");
        ends(line).forEach(function (one) { one.classList.add("near"); });
      });
    }

    function move(node, to) {
      var dot = node.querySelector("circle"), name = node.querySelector("text");
      var right = name.getAttribute("x") - dot.getAttribute("cx"), down = name.getAttribute("y") - dot.getAttribute("cy");
      dot.setAttribute("cx", to.x); dot.setAttribute("cy", to.y);
      name.setAttribute("x", to.x + right); name.setAttribute("y", to.y + down);
      lines.forEach(function (line) {
        if (ends(line).indexOf(node) < 0) { return; }
        var at = ends(line).map(function (end) {
          var place = end.querySelector("circle");
          return [Number(place.getAttribute("cx")), Number(place.getAttribute("cy"))];
        });
        var bent = [(at[0][0] + at[1][0]) / 4 + 250, (at[0][1] + at[1][1]) / 4 + 150];
        line.setAttribute("d", "M" + at[0].join(" ") + "Q" + bent.join(" ") + " " + at[1].join(" "));
      });
    }

    function place(event) {
      var at = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
      return { x: Math.min(Math.max(at.x, 15), 985), y: Math.min(Math.max(at.y, 15), 585) };
    }

    nodes.forEach(function (node) {
      node.addEventListener("pointerenter", function () { if (!held) { point(node); } });
      node.addEventListener("pointerleave", function () { if (!held) { point(null); } });
      node.addEventListener("focus", function () { point(node); });
      node.addEventListener("blur", function () { point(null); });
      node.addEventListener("dragstart", function (event) { event.preventDefault(); });
      node.addEventListener("pointerdown", function (event) {
        if (event.pointerType === "touch" || event.button) { return; } /* a touch scrolls and opens */
        held = node; moved = false;
        node.setPointerCapture(event.pointerId);
      });
      node.addEventListener("pointermove", function (event) {
        if (held !== node) { return; }
        if (Math.abs(event.movementX) + Math.abs(event.movementY) > 1) { moved = true; }
        if (moved) { move(node, place(event)); }
      });
      node.addEventListener("pointerup", function () { held = null; });
      node.addEventListener("click", function (event) { if (moved) { event.preventDefault(); moved = false; } });
    });
  });
})();
