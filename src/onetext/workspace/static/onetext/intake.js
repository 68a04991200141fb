// The page of an article: the card in hand and its words are lit together, t x e act on it; selected words are marked
// by hand with one key a kind. All of it works without this, by the buttons and the two numbers.
(function () {
  "use strict";
  const waits = document.querySelector("form[data-waits]");
  if (waits) {
    waits.addEventListener("submit", function () {
      const line = waits.querySelector("[data-waiting]");
      if (line) window.setTimeout(() => { line.textContent = line.dataset.waiting; }, 300);
    });
  }

  const intake = document.querySelector("[data-intake]");
  if (!intake) return;
  const words = intake.querySelector(".words");
  const byHand = document.querySelector(".byhand");
  const cards = () => Array.from(intake.querySelectorAll(".card"));
  const open = (card) => card.querySelector('[data-act="t"]') !== null;
  const marksOf = (id) => Array.from(intake.querySelectorAll("mark[data-marks]")).filter(
    (mark) => mark.dataset.marks.split(" ").includes(id));
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function take(card, show) {
    cards().forEach((each) => each.classList.toggle("current", each === card));
    intake.querySelectorAll("mark.current").forEach((mark) => mark.classList.remove("current"));
    intake.querySelectorAll("[data-act][data-press]").forEach((each) => {
      each.removeAttribute("data-press");
      each.removeAttribute("data-press-says");
    });
    if (!card) return;
    card.querySelectorAll("[data-act]").forEach((each) => {
      each.dataset.press = each.dataset.act;
      each.dataset.pressSays = each.dataset.says;
    });
    const marks = marksOf(card.dataset.id);
    marks.forEach((mark) => mark.classList.add("current"));
    if (show && marks.length) reveal(marks[0]);
  }

  // Only the article moves, never the page.
  function reveal(mark) {
    const pane = mark.closest(".article");
    if (!pane || pane.scrollHeight <= pane.clientHeight) return;
    const place = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (place < 40 || place > pane.clientHeight - 80) {
      pane.scrollBy({ top: place - pane.clientHeight / 3, behavior: still ? "auto" : "smooth" });
    }
  }

  function focusOn(card) {
    const place = card && card.querySelector("[data-place]");
    if (place) {
      place.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    }
  }

  intake.addEventListener("focusin", function (event) {
    const card = event.target.closest(".card");
    if (card) take(card, true);
  });
  intake.addEventListener("click", function (event) {
    const pin = event.target.closest(".pin");
    const mark = event.target.closest("mark[data-marks]");
    if (!pin && !(mark && window.getSelection().isCollapsed)) return;
    const ids = pin ? [pin.hash.slice(3)] : mark.dataset.marks.split(" ");
    const card = document.getElementById("s-" + ids[ids.length - 1]);
    if (!card) return;
    event.preventDefault();
    focusOn(card);
  });

  // The next card is in hand at once; the answer of the server comes when it comes, one after the other.
  intake.addEventListener("click", function (event) {
    const act = event.target.closest("button[data-act]");
    const card = act && act.closest(".card");
    if (!card) return;
    const all = cards();
    const later = open(card) && all.slice(all.indexOf(card) + 1).find((each) => open(each) && !each.hasAttribute("aria-busy"));
    card.setAttribute("aria-busy", "true");
    if (later) focusOn(later);
  });
  const list = intake.querySelector(".cards");
  if (list) new MutationObserver(settle).observe(list, { childList: true });

  function settle() {
    cards().forEach((card) => {
      const decided = card.classList.contains("decided");
      marksOf(card.dataset.id).forEach((mark) => {
        const all = mark.dataset.marks.split(" ").map((id) => document.getElementById("s-" + id));
        mark.classList.toggle("decided", decided && all.every((each) => each && each.classList.contains("decided")));
      });
    });
    const active = document.activeElement && document.activeElement.closest(".card");
    take(active || cards().find(open) || null, false);
  }

  // A place in the document as a code point of the source: a piece says where it begins, and never runs over a line end.
  function codePoint(node, offset) {
    const inside = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const piece = inside.closest("[data-at]");
    if (piece) {
      const before = document.createRange();
      before.setStart(piece, 0);
      before.setEnd(node, offset);
      return Number(piece.dataset.at) + Array.from(before.toString()).length;
    }
    // between two pieces: where the next one begins
    const next = node.childNodes[offset];
    const from = next && next.nodeType === Node.ELEMENT_NODE ? next : null;
    const after = from && (from.matches("[data-at]") ? from : from.nextElementSibling);
    if (after && after.dataset.at) return Number(after.dataset.at);
    const last = words.querySelector("[data-at]:last-of-type") || words.lastElementChild;
    return last && last.dataset.at ? Number(last.dataset.at) + Array.from(last.textContent).length : null;
  }

  function selected() {
    const selection = window.getSelection();
    if (!words || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const start = codePoint(range.startContainer, range.startOffset);
    const end = codePoint(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return null;
    const text = range.cloneContents();
    text.querySelectorAll(".pin").forEach((pin) => pin.remove());
    const said = text.textContent;
    const lead = Array.from(said.slice(0, said.length - said.trimStart().length)).length;
    const tail = Array.from(said.slice(said.trimEnd().length)).length;
    return end - tail > start + lead ? [start + lead, end - tail, said.trim()] : null;
  }

  if (byHand && words) {
    byHand.classList.add("scripted");
    const chosen = byHand.querySelector("[data-chosen]");
    const choose = function () {
      const found = selected();
      if (!found) return;
      byHand.elements.start.value = found[0];
      byHand.elements.end.value = found[1];
      chosen.textContent = found[2].length > 60 ? "“" + found[2].slice(0, 60) + "…”" : "“" + found[2] + "”";
    };
    document.addEventListener("selectionchange", choose);
    choose(); // words selected before this script was there count too
    byHand.addEventListener("submit", function (event) {
      if (!byHand.elements.start.value) {
        event.preventDefault();
        words.closest(".article").focus();
      }
    });
  }

  const named = window.location.hash.startsWith("#s-") && document.getElementById(window.location.hash.slice(1));
  const first = named || cards().find(open);
  if (first) {
    take(first, true);
    if (named) focusOn(named);
  }
})();
