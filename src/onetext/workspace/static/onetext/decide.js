// A decision shows at once; the server hears of it in order. What it could not be told stays on this page, is said,
// and is sent again on request. Undo is a decision like any other: it is sent and recorded.
(function () {
  "use strict";
  const intake = document.querySelector("[data-intake]");
  const list = intake && intake.querySelector("[data-cards]");
  const unsaved = intake && intake.querySelector("[data-unsaved]");
  if (!list || !unsaved) return;
  const said = intake.querySelector("[data-said]");
  const says = unsaved.querySelector("[data-unsaved-says]");
  const again = unsaved.querySelector("[data-again]");
  const ACTS = { t: "take_in", x: "leave_out", r: "reopen" };
  const PATIENCE = 30000;
  const line = [];
  const done = [];
  let sending = false;
  let stuck = false;
  let leaving = null;
  const cardOf = (id) => document.getElementById("s-" + id);
  const tell = (name, detail) => intake.dispatchEvent(new CustomEvent("intake:" + name, { detail: detail }));

  function show(card, act) {
    card.classList.toggle("decided", act !== "r");
    card.classList.add("pending");
    let word = card.querySelector(".pending-word");
    if (!word) {
      word = document.createElement("p");
      word.className = "pending-word";
      card.append(word);
    }
    word.textContent = list.dataset["done" + act.toUpperCase()];
  }

  function decide(card, act) {
    const id = card.dataset.id;
    if (act !== "r" && card.classList.contains("decided")) return;
    line.push({ id: id, act: act });
    if (act === "r") done.splice(0, done.length, ...done.filter((each) => each !== id));
    else done.push(id);
    show(card, act);
    tell("changed", { cards: [card] });
    said.textContent = list.dataset["done" + act.toUpperCase()] + ": " + card.querySelector(".says").textContent +
      " (" + list.querySelectorAll(".card:not(.decided)").length + ")";
    if (act === "r") tell("show", { card: card });
    else tell("next", { card: card });
    send();
  }

  function wrong(how, words) {
    unsaved.hidden = false;
    again.hidden = how === "refused";
    says.textContent = (says.dataset[how] || "") + (words ? " " + words : "");
  }

  async function send() {
    if (sending || stuck) return;
    const job = line[0];
    if (!job) {
      if (leaving) window.location.assign(leaving);
      return;
    }
    const card = cardOf(job.id);
    const form = card && card.querySelector("form.acts");
    if (!form || (job.act === "r" && !form.querySelector('[data-act="r"]'))) {
      line.shift(); // what was refused needs no undoing
      send();
      return;
    }
    sending = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", ACTS[job.act]);
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: body, headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.redirected || answer.status === 403) throw new TypeError("signed out");
      if (!answer.ok) throw new RangeError(String(answer.status));
      const html = await answer.text();
      line.shift();
      swap(html, job);
      if (again.hidden === false) unsaved.hidden = true;
    } catch (fault) {
      stuck = true;
      wrong(fault.message === "signed out" ? "signedOut" : "offline", "(" + line.length + ")");
    }
    sending = false;
    send();
  }

  // The server's cards take the place of ours; what is still on its way stays as the person saw it.
  function swap(html, job) {
    const answer = document.createElement("template");
    answer.innerHTML = html;
    const changed = [];
    let focused = null;
    Array.from(answer.content.children).forEach((fresh) => {
      const old = document.getElementById(fresh.id);
      if (!old) return;
      const held = old.contains(document.activeElement);
      old.replaceWith(fresh);
      if (!fresh.matches(".card")) return;
      changed.push(fresh);
      if (held) focused = fresh;
      const later = line.filter((each) => each.id === fresh.dataset.id).pop();
      if (later) show(fresh, later.act);
    });
    tell("changed", { cards: changed, focused: focused });
    const card = cardOf(job.id);
    const notice = card && card.querySelector(".notice");
    if (notice) {
      done.splice(0, done.length, ...done.filter((each) => each !== job.id));
      wrong("refused", card.querySelector(".says").textContent + " – " + notice.textContent);
    }
  }

  list.addEventListener("click", function (event) {
    const button = event.target.closest("button[data-act]");
    const link = event.target.closest("a[data-act]");
    if (button) {
      event.preventDefault();
      decide(button.closest(".card"), button.dataset.act);
    } else if (link && line.length) {
      event.preventDefault(); // first what was decided, then the form
      leaving = link.href;
      send();
    }
  });
  intake.querySelector("[data-undo]").addEventListener("click", function () {
    const current = list.querySelector(".card.current.decided");
    const last = done.length ? cardOf(done[done.length - 1]) : current;
    if (last) decide(last, "r");
  });
  again.addEventListener("click", function () {
    unsaved.hidden = true;
    stuck = false;
    send();
  });
  window.addEventListener("beforeunload", function (event) {
    if (line.length && !leaving) event.preventDefault();
  });
})();
