// Pages that change in part (htmx) send the same token as the forms on the page; what works only with scripts is
// shown once they are ready.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("[data-scripted][hidden]").forEach((each) => { each.hidden = false; });
  });
  document.addEventListener("htmx:configRequest", function (event) {
    const token = document.querySelector('input[name="csrfmiddlewaretoken"]');
    if (token) event.detail.headers["X-CSRFToken"] = token.value;
  });
})();
