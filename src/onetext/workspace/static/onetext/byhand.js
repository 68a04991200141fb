// Words chosen in the text, with the mouse or by keys alone, and marked by one key a kind, in any language.
// Places are counted in code points of the source: a piece says where it begins, and never runs over a line end.
(function () {
  "use strict";
  const intake = document.querySelector("[data-intake]");
  const words = intake && intake.querySelector(".words");
  const byHand = document.querySelector(".byhand");
  if (!words || !byHand) return;
  const chosen = byHand.querySelector("[data-chosen]");
  const pieces = Array.from(words.querySelectorAll("[data-at]"));

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
    let next = node.childNodes[offset] || null;
    while (next && !(next.nodeType === Node.ELEMENT_NODE && next.dataset.at)) next = next.nextSibling;
    if (next) return Number(next.dataset.at);
    const last = pieces[pieces.length - 1];
    return last ? Number(last.dataset.at) + Array.from(last.textContent).length : null;
  }

  function selected() {
    const selection = window.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
    const start = codePoint(range.startContainer, range.startOffset);
    const end = codePoint(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return null;
    const text = range.cloneContents();
    text.querySelectorAll(".pin").forEach((pin) => pin.remove());
    const told = text.textContent;
    const lead = Array.from(told.slice(0, told.length - told.trimStart().length)).length;
    const tail = Array.from(told.slice(told.trimEnd().length)).length;
    return end - tail > start + lead ? [start + lead, end - tail, told.trim()] : null;
  }

  function choose() {
    const found = selected();
    if (!found) return;
    byHand.elements.start.value = found[0];
    byHand.elements.end.value = found[1];
    chosen.textContent = "“" + (found[2].length > 60 ? found[2].slice(0, 60) + "…" : found[2]) + "”";
  }

  // By keys: the text as words and sentences, counted in the browser's units, and where each piece begins in it.
  let text = "";
  const starts = pieces.map((piece) => {
    const at = text.length;
    text += piece.textContent;
    return at;
  });
  const cut = (granularity) => typeof Intl.Segmenter === "function" &&
    Array.from(new Intl.Segmenter(words.lang || undefined, { granularity: granularity }).segment(text));
  let units = null;
  let sentences = null;
  let from = 0;
  let to = 0;

  function ready() {
    if (units) return;
    const found = cut("word");
    units = found ? found.filter((each) => each.isWordLike).map((each) => [each.index, each.index + each.segment.length])
      : Array.from(text.matchAll(/\S+/gu), (each) => [each.index, each.index + each[0].length]);
    const whole = cut("sentence");
    const ends = whole ? whole.map((each) => [each.index, each.index + each.segment.length])
      : Array.from(text.matchAll(/[^.!?\n]+[.!?\n]*/gu), (each) => [each.index, each.index + each[0].length]);
    sentences = ends.map((each) => {
      const inside = units.map((unit, at) => (unit[0] >= each[0] && unit[1] <= each[1] ? at : -1)).filter((at) => at >= 0);
      return inside.length ? [inside[0], inside[inside.length - 1]] : null;
    }).filter(Boolean);
  }

  function place(at) {
    let low = 0;
    while (low + 1 < starts.length && starts[low + 1] <= at) low += 1;
    const node = pieces[low].firstChild || pieces[low];
    return [node, Math.min(at - starts[low], node.length || 0)];
  }

  function light() {
    const range = document.createRange();
    range.setStart(...place(units[Math.min(from, to)][0]));
    const end = units[Math.max(from, to)][1];
    const [node, offset] = place(end - 1);
    range.setEnd(node, offset + 1);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const box = node.parentElement;
    box.scrollIntoView({ block: "nearest" });
  }

  function begin() {
    ready();
    if (!units.length) return;
    const article = words.closest(".article");
    article.focus({ preventScroll: true });
    // at what is in hand; after it, once that was decided
    const marks = Array.from(words.querySelectorAll("mark.current"));
    const last = marks[marks.length - 1];
    const done = intake.querySelector(".card.current.decided");
    const at = !last ? 0 : done ? starts[pieces.indexOf(last)] + last.textContent.length : starts[pieces.indexOf(marks[0])];
    const found = units.findIndex((unit) => unit[0] >= at);
    from = to = found < 0 ? units.length - 1 : found;
    light();
  }

  function sentenceAt(word) {
    const found = sentences.findIndex((each) => word <= each[1]);
    return found < 0 ? sentences.length - 1 : found;
  }

  function move(key, more) {
    const forward = getComputedStyle(pieces[0] || words).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const last = units.length - 1;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      to = Math.min(last, Math.max(0, to + (key === forward ? 1 : -1)));
      if (!more) from = to;
    } else {
      const now = sentenceAt(to);
      const step = key === "ArrowDown" ? 1 : -1;
      if (more) {
        to = step > 0 ? (to < sentences[now][1] ? sentences[now][1] : sentences[Math.min(now + 1, sentences.length - 1)][1])
          : sentences[Math.max(0, to > sentences[now][0] ? now : now - 1)][0];
      } else {
        const whole = sentences[now];
        const alone = from === to && whole[0] !== whole[1]; // one word first grows to its sentence
        [from, to] = alone ? whole : sentences[Math.min(sentences.length - 1, Math.max(0, now + step))];
      }
    }
    light();
  }

  document.addEventListener("selectionchange", choose);
  choose(); // words selected before this script was there count too
  byHand.querySelector("[data-words]").addEventListener("click", begin);
  document.addEventListener("keydown", function (event) {
    if (!/^Arrow/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || !units) return;
    if (!event.target.closest(".article") || !selected()) return;
    event.preventDefault();
    move(event.key, event.shiftKey);
  });
  byHand.addEventListener("submit", function (event) {
    event.preventDefault();
    choose(); // a quick key comes before the browser has told of the selection
    const kind = event.submitter && event.submitter.value;
    if (!byHand.elements.start.value || !kind) {
      begin();
      return;
    }
    const asked = new URL(byHand.action);
    asked.searchParams.set("kind", kind);
    asked.searchParams.set("start", byHand.elements.start.value);
    asked.searchParams.set("end", byHand.elements.end.value);
    intake.dispatchEvent(new CustomEvent("intake:mark", { detail: { address: asked.href } }));
  });
})();
