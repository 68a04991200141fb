// Keys: ? shows them, / searches, g then a letter goes to a screen, j and k move over lines, Enter opens, Esc closes.
// Nothing here is needed: every act is a link or a form on the page. A page adds a key with data-press="x" on a link
// or button (data-press-says="what it does" names it in the help).
(function () {
  "use strict";
  const help = document.getElementById("keys");
  const places = () => Array.from(document.querySelectorAll("a[data-key]"));
  const shown = (line) => line.getClientRects().length > 0; // what is folded away cannot be moved to
  const lines = () => Array.from(document.querySelectorAll("[data-rows] [data-row], [data-row]:not([data-rows] *)")).filter(shown);
  const opener = (line) => line.matches("a, button") ? line : line.querySelector("a[href], button, input:not([type=hidden]), summary");
  let going = 0;

  function typing(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  // On a keyboard of another script a key means the Latin letter that is printed beside it.
  function letter(event) {
    if (event.key.length > 1 || /^[ -~]$/.test(event.key)) return event.key;
    const place = /^Key([A-Z])$/.exec(event.code);
    return place ? (event.shiftKey ? place[1] : place[1].toLowerCase()) : event.key;
  }

  function move(step) {
    const all = lines();
    if (!all.length) return;
    const focused = all.findIndex((line) => line.contains(document.activeElement));
    const now = focused < 0 ? all.findIndex((line) => line.matches(".card.current")) : focused;
    const next = now < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, now + step));
    const target = opener(all[next]);
    if (target) {
      target.focus();
      all[next].scrollIntoView({ block: "nearest" });
    }
  }

  function entry(key, says) {
    const row = document.createElement("div");
    const term = document.createElement("dt");
    const what = document.createElement("dd");
    key.split(" ").forEach((each) => {
      const cap = document.createElement("kbd");
      cap.textContent = each;
      term.append(cap, " ");
    });
    what.textContent = says;
    row.append(term, what);
    return row;
  }

  function showHelp() {
    const list = help.querySelector("[data-screens]");
    list.replaceChildren(...places().map((place) => entry("g " + place.dataset.key, place.textContent.trim())));
    const own = help.querySelector("[data-page-keys]");
    const found = Array.from(document.querySelectorAll("[data-press][data-press-says]"));
    own.replaceChildren(...found.map((each) => entry(each.dataset.press, each.dataset.pressSays)));
    own.hidden = !found.length;
    help.showModal();
    help.scrollTop = 0;
  }

  function close() {
    const open = document.querySelector("details[data-closes][open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
      return;
    }
    const beside = document.querySelector("[data-close]");
    if (beside) beside.click();
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") return typing(event.target) ? event.target.blur() : close();
    if (typing(event.target)) return;
    const key = letter(event);
    if (going && Date.now() - going < 1500) {
      going = 0;
      const place = places().find((each) => each.dataset.key === key);
      if (place) {
        event.preventDefault();
        place.click();
        return;
      }
    }
    const own = document.querySelector('[data-press="' + CSS.escape(key) + '"]');
    const acts = {
      "?": showHelp,
      "/": () => (document.querySelector("[data-search]") || { focus() {} }).focus(),
      g: () => { going = Date.now(); },
      j: () => move(1),
      k: () => move(-1),
    };
    const act = own ? () => own.click() : acts[key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  document.addEventListener("click", function (event) {
    document.querySelectorAll("details[data-closes][open]").forEach((open) => {
      if (!open.contains(event.target)) open.open = false;
    });
  });
  document.querySelectorAll('[data-opens="keys"]').forEach((button) => {
    button.addEventListener("click", showHelp);
  });
  const current = document.querySelector(".column > ul a[aria-current]");
  if (current) {
    // On a phone the screens are one line that scrolls sideways: the one shown must be seen in it.
    const row = current.closest("ul");
    row.scrollLeft = Math.max(0, current.offsetLeft + current.offsetWidth - row.clientWidth + 48);
  }
  const begins = "[data-begins] :is(input, select, textarea):not([type=hidden])";
  const wrong = document.querySelector("[data-focus]") || document.querySelector(begins);
  if (wrong) wrong.focus({ preventScroll: wrong.matches(begins) });
})();
