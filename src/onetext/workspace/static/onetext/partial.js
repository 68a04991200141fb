// Pages that change in part (htmx) send the same token as the forms on the page.
(function () {
  "use strict";
  document.addEventListener("htmx:configRequest", function (event) {
    const token = document.querySelector('input[name="csrfmiddlewaretoken"]');
    if (token) event.detail.headers["X-CSRFToken"] = token.value;
  });
})();
