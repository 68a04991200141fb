// The page of an article: the card in hand and its words are lit together, and the keys t x e act on it.
// What decide.js and byhand.js need of it is told by the events "intake:next" and "intake:changed".
(function () {
  "use strict";
  const intake = document.querySelector("[data-intake]");
  if (!intake) return;
  document.documentElement.classList.add("scripted");
  const list = intake.querySelector("[data-cards]");
  const cards = () => Array.from(intake.querySelectorAll(".card"));
  const open = (card) => !card.classList.contains("decided");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const marks = new Map();
  intake.querySelectorAll("mark[data-marks]").forEach((mark) => mark.dataset.marks.split(" ").forEach((id) => {
    if (!marks.has(id)) marks.set(id, []);
    marks.get(id).push(mark);
  }));
  const marksOf = (card) => marks.get(card.dataset.id) || [];
  let inHand = null;

  function take(card, show) {
    if (inHand) {
      inHand.classList.remove("current");
      inHand.querySelectorAll("[data-press]").forEach((each) => {
        each.removeAttribute("data-press");
        each.removeAttribute("data-press-says");
      });
    }
    intake.querySelectorAll("mark.current").forEach((mark) => mark.classList.remove("current"));
    inHand = card;
    if (!card) return;
    card.classList.add("current");
    card.querySelectorAll("[data-act]").forEach((each) => {
      const says = list.dataset["says" + each.dataset.act.toUpperCase()];
      if (!says) return;
      each.dataset.press = each.dataset.act;
      each.dataset.pressSays = says;
    });
    marksOf(card).forEach((mark) => mark.classList.add("current"));
    if (show && marksOf(card).length) reveal(marksOf(card)[0]);
  }

  // Where the article is a pane of its own, only it moves; on a phone the page does, with the card along its edge.
  function reveal(mark) {
    const pane = mark.closest(".article");
    const behavior = still ? "auto" : "smooth";
    if (pane.scrollHeight > pane.clientHeight + 4 && getComputedStyle(pane).overflowY !== "visible") {
      const place = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      if (place < 40 || place > pane.clientHeight - 80) {
        pane.scrollBy({ top: place - pane.clientHeight / 3, behavior: behavior });
      }
      return;
    }
    const place = mark.getBoundingClientRect().top;
    if (place < 60 || place > window.innerHeight * 0.45) {
      window.scrollBy({ top: place - window.innerHeight / 4, behavior: behavior });
    }
  }

  function focusOn(card) {
    const place = card && card.querySelector("[data-place]");
    if (!place) return;
    place.focus({ preventScroll: true });
    if (getComputedStyle(card).position !== "fixed") card.scrollIntoView({ block: "nearest" });
  }

  intake.addEventListener("focusin", function (event) {
    const card = event.target.closest(".card");
    if (card && card !== inHand) take(card, true);
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
  intake.addEventListener("intake:next", function (event) {
    const all = cards();
    const after = all.slice(all.indexOf(event.detail.card) + 1).find(open);
    const next = after || all.find(open);
    if (next) focusOn(next);
    else focusOn(event.detail.card);
  });
  intake.addEventListener("intake:show", (event) => focusOn(event.detail.card));
  intake.addEventListener("intake:changed", function (event) {
    (event.detail.cards || cards()).forEach((card) => {
      marksOf(card).forEach((mark) => {
        const all = mark.dataset.marks.split(" ").map((id) => document.getElementById("s-" + id)).filter(Boolean);
        mark.classList.toggle("decided", all.length > 0 && !all.some(open));
      });
    });
    if (event.detail.focused) focusOn(event.detail.focused);
    if (inHand && !inHand.isConnected) take(document.getElementById(inHand.id) || cards().find(open) || null, false);
    else if (inHand) take(inHand, false);
  });
  const narrow = intake.querySelector("details.narrow");
  if (narrow) {
    narrow.querySelector("summary").addEventListener("click", function () {
      window.setTimeout(() => { if (narrow.open) narrow.querySelector("select").focus(); });
    });
  }

  const named = window.location.hash.startsWith("#s-") && document.getElementById(window.location.hash.slice(1));
  const first = named || cards().find(open);
  if (window.location.hash === "#words") return;
  if (first) {
    take(first, true);
    if (!named && getComputedStyle(first).position !== "fixed") first.scrollIntoView({ block: "nearest" });
    if (named) {
      focusOn(named);
      // A browser that goes to the place named in the address takes the focus away again, after this.
      window.addEventListener("load", () => window.setTimeout(() => {
        if (document.activeElement === document.body && inHand === named) focusOn(named);
      }));
    }
  }
})();
