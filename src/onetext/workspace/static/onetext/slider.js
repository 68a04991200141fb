// The day slider: each stop is a day on which a position was taken. Without scripts the two links beside it do the same.
(function () {
  "use strict";
  for (const slider of document.querySelectorAll("[data-slider]")) {
    const days = slider.dataset.days.split(" ").filter(Boolean);
    if (days.length < 2) continue;
    const shown = document.querySelector("[data-shown-day]").dataset.shownDay;
    const at = days.filter((day) => day <= shown).length - 1;
    slider.max = String(days.length - 1);
    slider.value = String(Math.max(at, 0));
    slider.setAttribute("aria-valuetext", days[Math.max(at, 0)]);
    slider.closest("label").hidden = false;
    slider.addEventListener("input", () => slider.setAttribute("aria-valuetext", days[Number(slider.value)]));
    slider.addEventListener("change", () => {
      window.location.assign(slider.dataset.address.replace("0000-00-00", days[Number(slider.value)]));
    });
  }
})();
