// Walking along the frontier: the slider, or the pointer over a picture, shows one package in all pictures at once and
// says what it gives and where it is unlike the draft. The table behind the picture says the same without scripts.
(function () {
  "use strict";
  const SIDE = 200, LEFT = 34, TOP = 10, UP = 14, DOWN = 192;

  function attach(box) {
    if (box.dataset.walking) return;
    box.dataset.walking = "1";
    const found = JSON.parse(box.dataset.walk);
    const step = box.querySelector(".step");
    const range = step.querySelector("input");
    const reading = step.querySelector(".reading");
    const link = step.querySelector("a");
    const flat = [...box.querySelectorAll("svg[data-across]")];
    const upright = box.querySelector(".parallel svg");
    const axes = upright ? [...upright.querySelectorAll(".upright")] : [];
    if (!found.points.length) return;
    range.max = String(found.points.length - 1);
    step.hidden = false;

    const part = (at, low) => (Math.min(1, Math.max(low, at / 1000)) - low) / (1 - low);
    function spot(svg, point) {
      return [
        LEFT + SIDE * part(point[Number(svg.dataset.across)], Number(svg.dataset.lowAcross)),
        TOP + SIDE * (1 - part(point[Number(svg.dataset.up)], Number(svg.dataset.lowUp))),
      ];
    }

    function said(index) {
      const options = found.packages[index].split(".").map(Number);
      const gives = found.parties.map((name, at) => name + " " + (found.points[index][at] / 1000).toFixed(2)).join(", ");
      const unlike = found.issues
        .map(([title, names], at) => (found.draft.length && found.draft[at] !== options[at] ? title + ": " + names[options[at]] : ""))
        .filter(Boolean);
      return [gives, unlike];
    }

    function show(index) {
      const point = found.points[index];
      flat.forEach((svg) => {
        const [x, y] = spot(svg, point);
        const mark = svg.querySelector(".spot");
        mark.setAttribute("cx", x);
        mark.setAttribute("cy", y);
      });
      if (upright) {
        const thread = axes.map((axis, at) => axis.getAttribute("x1") + " " + (DOWN - (DOWN - UP) * part(point[at], Number(axis.dataset.low))));
        upright.querySelector(".spot-thread").setAttribute("d", "M" + thread.join("L"));
      }
      const [gives, unlike] = said(index);
      const first = document.createElement("strong");
      first.textContent = gives;
      const rest = document.createElement("span");
      rest.textContent = found.draft.length ? (unlike.length ? box.dataset.unlike + ": " + unlike.join("; ") : box.dataset.asDraft) : "";
      reading.replaceChildren(first, document.createElement("br"), rest);
      range.value = String(index);
      range.setAttribute("aria-valuetext", gives);
      const address = new URL(box.dataset.pick, window.location.href);
      new URLSearchParams(window.location.search).forEach((value, name) => { if (name !== "pick") address.searchParams.set(name, value); });
      address.searchParams.set("pick", found.packages[index]);
      link.href = address.pathname + address.search + address.hash;
    }

    function nearest(svg, event) {
      const seen = svg.getBoundingClientRect();
      const x = (event.clientX - seen.left) * 262 / seen.width;
      const y = (event.clientY - seen.top) * 250 / seen.height;
      let best = 0, least = Infinity;
      found.points.forEach((point, index) => {
        const [at, up] = spot(svg, point);
        const far = (at - x) ** 2 + (up - y) ** 2;
        if (far < least) [best, least] = [index, far];
      });
      return best;
    }

    range.addEventListener("input", () => show(Number(range.value)));
    flat.forEach((svg) => {
      svg.addEventListener("pointermove", (event) => show(nearest(svg, event)));
      svg.addEventListener("click", (event) => {
        show(nearest(svg, event));
        range.focus({ preventScroll: true });
      });
    });
    show(Math.floor((found.points.length - 1) / 2));
  }

  const begin = () => document.querySelectorAll("[data-walk]").forEach(attach);
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:load", begin);
})();
