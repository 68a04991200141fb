// Taking in articles: files and folders dropped anywhere on the page join those chosen; a long reading says so.
(function () {
  "use strict";
  const form = document.querySelector("form[data-drop]");
  if (!form) return;
  const input = form.querySelector('input[type="file"][name="file"]');
  const told = form.querySelector("[data-dropped]");
  const TEXTS = /\.(txt|md|text|html?|xhtml|eml|ris|zip|jsonl|ndjson)$/i;

  form.addEventListener("submit", function () {
    const line = form.querySelector("[data-waiting]");
    if (line) window.setTimeout(() => { line.textContent = line.dataset.waiting; }, 300);
  });

  function tell() {
    told.hidden = !input.files.length;
    told.textContent = input.files.length + " " + told.dataset.says;
  }

  // A folder gives its files a hundred at a time, and folders in it the same.
  async function filesIn(entry) {
    if (entry.isFile) return [await new Promise((good, bad) => entry.file(good, bad))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((good, bad) => reader.readEntries(good, bad));
      if (!some.length) return found;
      for (const each of some) found.push(...await filesIn(each));
    }
  }

  async function take(items) {
    const entries = Array.from(items, (item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
    const all = new DataTransfer();
    Array.from(input.files).forEach((file) => all.items.add(file));
    for (const entry of entries) {
      for (const file of await filesIn(entry)) if (entry.isFile || TEXTS.test(file.name)) all.items.add(file);
    }
    input.files = all.files;
    tell();
    form.querySelector(".acts .button").focus();
  }

  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", function (event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    take(event.dataTransfer.items);
  });
  input.addEventListener("change", tell);
})();
