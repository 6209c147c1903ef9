// After a form was rejected, the focus moves to the first invalid field, or else to the page's message. While a form is in
// flight it is not sent again, and earlier errors are cleared, because this page stays open if the response is a file.
(function () {
  "use strict";
  var ONCE_MS = 4000;
  var wrong = document.querySelector("main [aria-invalid=true]");
  if (wrong) {
    var folded = wrong.closest("details");
    if (folded) { folded.open = true; }
    wrong.focus();
  } else {
    var told = document.querySelector("main .ui-messages-error, main .notice[role=alert]");
    if (told) {
      told.setAttribute("tabindex", "-1");
      told.focus();
    }
  }

  function calm(form) {
    Array.prototype.forEach.call(form.querySelectorAll(".ui-message-error"), function (message) { message.hidden = true; });
    Array.prototype.forEach.call(form.querySelectorAll("[aria-invalid=true]"), function (field) {
      field.setAttribute("aria-invalid", "false");
      field.classList.remove("ui-state-error");
    });
  }
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    form.setAttribute("data-sent", "");
    window.setTimeout(function () { form.removeAttribute("data-sent"); }, ONCE_MS);
    calm(form);
  });
  window.addEventListener("pageshow", function () {
    Array.prototype.forEach.call(document.forms, function (form) { form.removeAttribute("data-sent"); });
  });
})();
