// A list of values, or of rows of them, has one more blank line as soon as its last one is filled.
(function () {
  "use strict";
  const NAMES = ["id", "name", "for", "aria-label"];

  function emptied(control) {
    if (control.type === "checkbox") control.checked = false;
    else if (control.tagName === "SELECT") control.selectedIndex = 0;
    else control.value = "";
  }

  // The copy of a line, with its numbers one higher.
  function oneMore(line, renamed) {
    const next = line.cloneNode(true);
    [next, ...next.querySelectorAll("*")].forEach((each) => {
      NAMES.filter((name) => each.hasAttribute(name)).forEach((name) => {
        each.setAttribute(name, renamed(each.getAttribute(name)));
      });
      if (each.matches("input, select, textarea")) emptied(each);
    });
    line.after(next);
  }

  document.addEventListener("input", function (event) {
    const many = event.target.closest("[data-many]");
    if (many && many.lastElementChild === event.target && event.target.value) {
      const last = many.children.length - 1;
      oneMore(event.target, (text) => text
        .replace(new RegExp("_" + last + "$"), "_" + (last + 1))
        .replace(new RegExp(" " + (last + 1) + "$"), " " + (last + 2)));
    }
    const row = event.target.closest("[data-rows-of] > .row");
    if (row && row.parentElement.dataset.grows && row === row.parentElement.lastElementChild) {
      const name = row.parentElement.dataset.rowsOf;
      const last = row.parentElement.querySelectorAll(".row").length - 1;
      oneMore(row, (text) => text
        .replace(name + "-" + last + "-", name + "-" + (last + 1) + "-")
        .replace(new RegExp("^" + name.replace("_", " ") + " " + (last + 1) + "$"), name.replace("_", " ") + " " + (last + 2)));
    }
  });
})();
