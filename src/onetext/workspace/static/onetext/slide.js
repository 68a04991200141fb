// Sliders beside typed numbers: a field with data-slide gets one; a range such as 40-70 gets two, one for each end.
// Typing moves the slider, dragging writes the number; an empty field is "not known", never zero.
(function () {
  "use strict";
  const RANGE = /^\s*(-?\d+(?:[.,]\d+)?)\s*(?:-|–|to)\s*(-?\d+(?:[.,]\d+)?)\s*$/;
  const ONE = /^\s*(-?\d+(?:[.,]\d+)?)\s*$/;
  const number = (text) => Number(text.replace(",", "."));

  function ends(text) {
    const two = RANGE.exec(text);
    if (two) return [number(two[1]), number(two[2])];
    const one = ONE.exec(text);
    return one ? [number(one[1])] : null;
  }

  function slider(field, words) {
    const made = document.createElement("input");
    made.type = "range";
    made.min = field.dataset.low;
    made.max = field.dataset.high;
    made.step = field.dataset.step;
    made.setAttribute("aria-label", words);
    return made;
  }

  function attach(field) {
    if (field.dataset.slid) return;
    field.dataset.slid = "1";
    const label = document.querySelector('label[for="' + CSS.escape(field.id) + '"]');
    const words = (label ? label.firstChild.textContent.trim() : field.name);
    const box = document.createElement("span");
    box.className = "slides";
    const both = [slider(field, words), slider(field, words + " ↑")];
    both.forEach((each) => box.append(each));
    field.after(box);

    function show() {
      const found = ends(field.value);
      const middle = (Number(field.dataset.low) + Number(field.dataset.high)) / 2;
      both[1].hidden = !found || found.length < 2;
      box.classList.toggle("two", Boolean(found) && found.length > 1);
      box.classList.toggle("unknown", !field.value.trim());
      both[0].value = String(found ? found[0] : middle);
      if (found && found.length > 1) both[1].value = String(found[1]);
      both[0].setAttribute("aria-valuetext", field.value.trim() || field.dataset.unknown || "–");
    }

    function write(event) {
      const low = Number(both[0].value);
      const high = Number(both[1].value);
      if (both[1].hidden) field.value = String(low);
      else field.value = Math.min(low, high) + "–" + Math.max(low, high);
      box.classList.remove("unknown");
      event.target.setAttribute("aria-valuetext", field.value);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }

    both.forEach((each) => each.addEventListener("input", function (event) {
      event.stopPropagation();
      write(event);
    }));
    field.addEventListener("input", (event) => { if (event.isTrusted) show(); });
    show();
  }

  const begin = () => document.querySelectorAll("[data-slide]").forEach(attach);
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:load", begin);
})();
