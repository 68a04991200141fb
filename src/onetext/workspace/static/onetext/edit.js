// A clause is edited where it stands: the link beside it brings its words, and Escape puts them away again. In the words
// [ and ] set brackets around what is selected, or take off those that are there; Ctrl and Enter suggests.
(function () {
  "use strict";

  function bracketed(area) {
    const start = area.selectionStart, end = area.selectionEnd;
    if (start === end) return false;
    const chosen = area.value.slice(start, end);
    const around = area.value[start - 1] === "[" && area.value[end] === "]";
    const within = chosen.length > 1 && chosen[0] === "[" && chosen[chosen.length - 1] === "]";
    if (around) area.setSelectionRange(start - 1, end + 1);
    const words = around ? chosen : within ? chosen.slice(1, -1) : "[" + chosen + "]";
    const from = around ? start - 1 : start;
    // The browser's own way of typing keeps its undo; where it is gone, the words are set.
    if (!document.execCommand("insertText", false, words)) area.setRangeText(words);
    area.setSelectionRange(from, from + words.length);
    return true;
  }

  function leave(form) {
    const area = form.querySelector("[data-words]");
    if (area.value !== area.defaultValue && !window.confirm(form.dataset.leaving)) return;
    const link = form.previousElementSibling;
    form.remove();
    if (link && link.matches("[data-edit]")) {
      link.hidden = false;
      link.focus();
    }
  }

  document.addEventListener("keydown", function (event) {
    const area = event.target.closest && event.target.closest("[data-edit-form] [data-words]");
    if (!area) return;
    if ((event.key === "[" || event.key === "]") && bracketed(area)) event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.form.requestSubmit();
    }
    if (event.key === "Escape" && area.form.previousElementSibling && area.form.previousElementSibling.matches("[data-edit]")) {
      event.preventDefault();
      leave(area.form);
    }
  }, true);

  document.addEventListener("click", async function (event) {
    const away = event.target.closest("[data-leave-edit]");
    if (away && away.closest("form").previousElementSibling && away.closest("form").previousElementSibling.matches("[data-edit]")) {
      event.preventDefault();
      leave(away.closest("form"));
      return;
    }
    const link = event.target.closest("a[data-edit]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
    if (!answer.ok) {
      window.location.assign(link.href);
      return;
    }
    link.insertAdjacentHTML("afterend", await answer.text());
    link.hidden = true;
    const form = link.nextElementSibling;
    form.querySelectorAll("[data-scripted][hidden]").forEach((each) => { each.hidden = false; });
    form.querySelector("[data-words]").focus();
  });

  // e opens the words of the clause that has the focus; a takes a suggestion in, x leaves it out, u takes back what was
  // decided last. After each the page comes back at the clause, and the focus goes to what is next there.
  const keys = document.querySelector("[data-text-keys]");
  const last = keys && "decided:" + window.location.pathname + ":" + keys.dataset.textKeys;
  const held = (target, what) => target.closest && target.closest(what);

  function clauseOf(target) {
    let at = held(target, ".suggestion") || held(target, ".plan[id]");
    while (at && !at.matches(".plan[id]")) at = at.previousElementSibling;
    return at || held(target, ".point");
  }

  function button(target, key) {
    const own = held(target, ".suggestion");
    if (key === "a") return own && own.querySelector('button[value="take"]');
    if (key === "x") return own && own.querySelector('button[value="leave"]');
    const decided = document.getElementById("s-" + window.sessionStorage.getItem(last));
    return [own, decided].filter(Boolean).map((each) => each.querySelector('button[value="undo"]')).find(Boolean);
  }

  document.addEventListener("keydown", function (event) {
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector("dialog[open]")) return;
    const clause = event.key === "e" && clauseOf(event.target);
    const pressed = clause ? clause.querySelector("a[data-edit]:not([hidden])")
      : ["a", "x", "u"].includes(event.key) && button(event.target, event.key);
    if (!pressed) return;
    event.preventDefault();
    pressed.click();
  }, true);

  document.addEventListener("submit", function (event) {
    const own = keys && held(event.target, ".suggestion");
    if (own && event.submitter) window.sessionStorage.setItem(last, own.id.slice(2));
  });

  // The clause just worked on: its next suggestion, else the clause itself.
  const back = keys && /^#c-/.test(window.location.hash) && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (back) {
    let next = back.nextElementSibling;
    while (next && !next.matches(".suggestion, .plan[id]")) next = next.nextElementSibling;
    const here = next && next.matches(".suggestion") ? next.querySelector("button[name=act]") : back.querySelector("a[data-edit]");
    // The browser itself goes to the anchor once the page is there, and takes the focus away in doing so.
    const focus = () => window.setTimeout(() => here.focus({ preventScroll: true }));
    if (here) window.addEventListener("load", focus, { once: true });
  }
})();
