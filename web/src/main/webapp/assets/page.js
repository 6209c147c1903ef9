// After a form came back refused, the keyboard goes to the first field that is wrong.
(function () {
  "use strict";
  var wrong = document.querySelector("main [aria-invalid=true]");
  if (wrong) { wrong.focus(); }
})();
