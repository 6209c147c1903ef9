// The sheet's picture. A click, Enter or Space on a free label starts the order there. The picture is one stop of the
// Tab key; arrow keys move between its labels. Each choice redraws it, and the focus stays where it was.
(function () {
  "use strict";
  var WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  var held = null;
  var form = document.getElementById("buy");
  if (!form) { return; }

  function labels() {
    return Array.prototype.slice.call(document.querySelectorAll(".sheet-picture [data-start]"));
  }
  function labelOf(event) {
    return event.target.closest ? event.target.closest("[data-start]") : null;
  }
  function named(start) {
    return labels().filter(function (label) { return label.getAttribute("data-start") === start; })[0];
  }
  function choose(label) {
    var field = document.getElementById("buy:start");
    if (field) {
      field.value = label.getAttribute("data-start");
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  /** Makes one label reachable by Tab: the last focused one, else the chosen one, else the first. */
  function reachable() {
    var all = labels();
    var one = held && named(held) || document.querySelector(".sheet-picture .chosen[data-start]") || all[0];
    all.forEach(function (label) { label.setAttribute("tabindex", label === one ? "0" : "-1"); });
  }
  function middle(label) {
    var box = label.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }
  /** Returns the nearest label in this direction; labels straight ahead come before those beside. */
  function next(label, way) {
    var from = middle(label);
    var best = null;
    labels().forEach(function (other) {
      var to = middle(other);
      var ahead = (to[0] - from[0]) * way[0] + (to[1] - from[1]) * way[1];
      var beside = Math.abs((to[0] - from[0]) * way[1]) + Math.abs((to[1] - from[1]) * way[0]);
      if (ahead > 1 && (best === null || ahead + 4 * beside < best.far)) { best = { label: other, far: ahead + 4 * beside }; }
    });
    return best && best.label;
  }

  document.addEventListener("click", function (event) {
    var label = labelOf(event);
    if (label) { choose(label); }
  });
  document.addEventListener("focusin", function (event) {
    var label = labelOf(event);
    held = label ? label.getAttribute("data-start") : null;
    if (label) { reachable(); }
  });
  document.addEventListener("keydown", function (event) {
    var label = labelOf(event);
    if (!label) { return; }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(label);
    } else if (WAYS[event.key]) {
      event.preventDefault();
      var other = next(label, WAYS[event.key]);
      if (other) { other.focus(); }
    }
  });
  /** Marks the field that a message with the new price is about. */
  function mark() {
    Array.prototype.forEach.call(form.querySelectorAll(".ui-message[id$=Message]"), function (message) {
      var field = document.getElementById(message.id.replace(/Message$/, ""));
      var wrong = message.textContent.trim() !== "";
      field.setAttribute("aria-invalid", String(wrong));
      field.classList.toggle("ui-state-error", wrong);
    });
  }
  new MutationObserver(function () {
    reachable();
    mark();
    var label = held && document.activeElement === document.body && named(held);
    if (label) { label.focus(); }
  }).observe(form, { childList: true, subtree: true });
  reachable();
})();
