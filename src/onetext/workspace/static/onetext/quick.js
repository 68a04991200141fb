// The few fields of words marked by hand, beside the text: Enter records them, Esc leaves them, the full form is a link.
(function () {
  "use strict";
  const intake = document.querySelector("[data-intake]");
  const place = document.querySelector("[data-quick]");
  if (!intake || !place) return;
  const asked = { headers: { "HX-Request": "true" } };
  let range = null;

  function show(html) {
    place.innerHTML = html;
    place.hidden = false;
    const wrong = place.querySelector("[aria-invalid]");
    const first = wrong || place.querySelector("input:not([type=hidden]), select");
    if (!first) return;
    first.focus();
    if (first.select) first.select();
  }

  function leave() {
    place.hidden = true;
    place.replaceChildren();
    intake.querySelector(".article").focus({ preventScroll: true });
    if (range) {
      window.getSelection().removeAllRanges();
      window.getSelection().addRange(range);
    }
  }

  async function open(address) {
    const selection = window.getSelection();
    range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    try {
      const answer = await fetch(address, asked);
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      show(await answer.text());
    } catch (fault) {
      window.location.assign(address); // the whole form says what is the matter
    }
  }

  async function record(form) {
    const button = form.querySelector("button.button");
    if (button.disabled) return;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { ...asked, method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.status === 201) {
        const to = new URL(answer.headers.get("Location"), window.location.href);
        intake.dispatchEvent(new CustomEvent("intake:leave", { detail: { address: to.href } }));
      } else if (answer.status === 400) {
        show(await answer.text());
      } else {
        throw new Error(String(answer.status));
      }
    } catch (fault) {
      button.disabled = false;
      const said = form.querySelector("[data-not-saved]");
      said.hidden = false;
      button.focus();
    }
  }

  intake.addEventListener("intake:mark", (event) => open(event.detail.address));
  place.addEventListener("submit", function (event) {
    event.preventDefault();
    record(event.target);
  });
  place.addEventListener("click", function (event) {
    if (event.target.closest("[data-quick-leave]")) leave();
  });
  place.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches("select")) {
      event.preventDefault(); // a list to choose from does not send its form by itself
      event.target.form.requestSubmit();
      return;
    }
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });
  intake.addEventListener("intake:leave", function (event) {
    const to = event.detail.address;
    window.location.assign(to);
    if (to.split("#")[0] === window.location.href.split("#")[0]) window.location.reload();
  });
})();
