// Known orders of points as one list, the weightiest first: dragged by its grip, or moved by its buttons, across a line
// below which nothing is known. Without scripts the pairs below it say the same; with them the pairs rest.
(function () {
  "use strict";

  function button(text, words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "small";
    made.textContent = text;
    made.setAttribute("aria-label", words);
    made.addEventListener("click", act);
    return made;
  }

  function attach(list) {
    const pairs = document.getElementById(list.dataset.pairs);
    const line = list.querySelector(".border-line");
    const words = list.dataset;
    const said = document.getElementById(words.said);
    pairs.hidden = true;
    pairs.querySelectorAll("select").forEach((each) => { each.disabled = true; });
    list.hidden = false;
    list.querySelectorAll("input").forEach((each) => { each.disabled = false; });

    function number() {
      let place = 0;
      let known = true;
      for (const item of list.children) {
        if (item === line) known = false;
        else {
          place += 1;
          item.querySelector(".place").textContent = known ? String(place) : "";
          item.querySelector("input").disabled = !known;
        }
      }
    }

    function tell(item) {
      const place = item.querySelector(".place").textContent;
      said.textContent = item.querySelector(".name").textContent + ": " + (place || line.textContent);
    }

    function move(item, up, focused) {
      const other = up ? item.previousElementSibling : item.nextElementSibling;
      if (!other) return;
      if (up) other.before(item);
      else other.after(item);
      number();
      tell(item);
      focused.focus();
    }

    function prepare(item) {
      const name = item.querySelector(".name").textContent;
      const up = button("↑", words.up + ": " + name, () => move(item, true, up));
      const down = button("↓", words.down + ": " + name, () => move(item, false, down));
      item.append(up, down);
      item.querySelector(".grip").addEventListener("pointerdown", (event) => {
        event.preventDefault();
        hold(item);
      });
    }

    // Listened to on the page: an element that is moved in it loses the pointer.
    function hold(item) {
      function drag(event) {
        for (const other of list.children) {
          const box = other.getBoundingClientRect();
          if (other === item || event.clientY < box.top || event.clientY > box.bottom) continue;
          if (event.clientY < box.top + box.height / 2) other.before(item);
          else other.after(item);
          number();
          break;
        }
      }
      function drop() {
        item.classList.remove("held");
        document.removeEventListener("pointermove", drag);
        document.removeEventListener("pointerup", drop);
        document.removeEventListener("pointercancel", drop);
        tell(item);
      }
      item.classList.add("held");
      document.addEventListener("pointermove", drag);
      document.addEventListener("pointerup", drop);
      document.addEventListener("pointercancel", drop);
    }

    list.querySelectorAll("[data-point]").forEach(prepare);
    number();
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-ranking]").forEach(attach));
})();
