// A click, Enter or Space on a free label of the sheet's picture starts the order there.
(function () {
  "use strict";
  function choose(label) {
    var field = document.getElementById("buy:start");
    if (field) {
      field.value = label.getAttribute("data-start");
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
  function labelOf(event) {
    return event.target.closest ? event.target.closest("[data-start]") : null;
  }
  document.addEventListener("click", function (event) {
    var label = labelOf(event);
    if (label) { choose(label); }
  });
  document.addEventListener("keydown", function (event) {
    var label = labelOf(event);
    if (label && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(label);
    }
  });
})();
