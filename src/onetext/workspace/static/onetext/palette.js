// Ctrl K: go anywhere. The places are the links of the page itself, so that it knows nothing the page does not show.
(function () {
  "use strict";
  const dialog = document.getElementById("palette");
  if (!dialog) return;
  const words = dialog.querySelector("input");
  const list = dialog.querySelector("ul");
  let found = [];
  let at = 0;

  function places() {
    const seen = new Set();
    return Array.from(document.querySelectorAll(".column a[href], main a[href], [data-palette]"))
      .map((link) => ({ link, name: link.textContent.trim().replace(/\s+/g, " ") }))
      .filter((place) => place.name && !seen.has(place.name) && seen.add(place.name));
  }

  function show() {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = places().filter((place) => asked.every((word) => place.name.toLowerCase().includes(word))).slice(0, 50);
    at = Math.min(at, Math.max(0, found.length - 1));
    list.replaceChildren(...found.map((place, index) => {
      const item = document.createElement("li");
      item.id = "palette-" + index;
      item.role = "option";
      item.ariaSelected = String(index === at);
      item.textContent = place.name;
      item.addEventListener("click", () => go(index));
      return item;
    }));
    words.setAttribute("aria-activedescendant", found.length ? "palette-" + at : "");
    const chosen = list.children[at];
    if (chosen) chosen.scrollIntoView({ block: "nearest" });
  }

  function go(index) {
    const place = found[index];
    dialog.close();
    if (place) place.link.click();
  }

  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      at = 0;
      words.value = "";
      if (!dialog.open) dialog.showModal();
      show();
      words.focus();
    }
  });
  words.addEventListener("input", () => { at = 0; show(); });
  words.addEventListener("keydown", function (event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      at = (at + step + found.length) % Math.max(1, found.length);
      show();
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(at);
    }
  });
})();
