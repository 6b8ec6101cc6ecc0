// Marks single headlines without loading the page anew. What cannot be sent now is kept and sent when the network is back.
(() => {
  "use strict";
  const KEPT = "broadsheet.marks";
  const DONE = "broadsheet.done";
  const MOST_DONE = 500;
  const AGAIN_MS = 30 * 1000;
  const { memory, session } = window.broadsheet;
  const list = (value) => (Array.isArray(value) ? value : []);
  const kept = () => list(memory.read(KEPT));
  const keep = (marks) => (marks.length ? memory.write(KEPT, marks) : memory.remove(KEPT));
  const tell = (...what) => document.getElementById("told")?.replaceChildren(...what);

  const post = (mark) =>
    fetch("/marks", {
      method: "POST",
      headers: { "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(mark),
      keepalive: true,
    });

  // Another tab may have put a mark behind it, or taken it away, while it was sent.
  const forget = (sent) => {
    const marks = kept();
    const at = marks.findIndex((mark) => JSON.stringify(mark) === JSON.stringify(sent));
    if (at >= 0) keep(marks.filter((_, place) => place !== at));
  };
  const refused = () => {
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = document.getElementById("told").dataset.again;
    tell(document.getElementById("told").dataset.refused, again);
  };
  const sendAll = async () => {
    for (let mark = kept()[0]; mark; mark = kept()[0]) {
      const answer = await post(mark).catch(() => null);
      if (!answer) return; // no network: it waits for "online" or the next page
      if (answer.status >= 500 || answer.status === 429) {
        setTimeout(send, AGAIN_MS);
        return;
      }
      forget(mark);
      if (!answer.ok && answer.status !== 404) refused(); // an article that is gone needs no mark
    }
  };
  // One tab sends at a time, where the browser can see to that: it only does for https and this very machine.
  let sending = Promise.resolve();
  const send = () =>
    (sending = sending.then(() => (navigator.locks ? navigator.locks.request(KEPT, sendAll) : sendAll())));
  const mark = (name, ids) => {
    keep([...kept(), [["stream", "/"], ...ids.map((id) => [name, id])]]);
    const done = [...list(session.read(DONE)), ...ids.map((id) => [name, id])];
    session.write(DONE, done.slice(-MOST_DONE));
    return send();
  };

  const OPPOSITE = { read: "unread", unread: "read", star: "unstar", unstar: "star" };
  const SHOWN = {
    read: "●",
    unread: "○",
    star: "☆",
    unstar: "★",
  };

  const button = (row, names) => [...(row?.querySelectorAll(".acts > button") ?? [])].find((b) => names.includes(b.name));

  /** Shows on a row what pressing its button did. */
  const turn = (pressed) => {
    const row = pressed.closest("[id^=e]");
    const name = pressed.name;
    if (name === "read" || name === "unread") row.classList.toggle("read", name === "read");
    if (name === "star" || name === "unstar") row.classList.toggle("starred", name === "star");
    pressed.name = OPPOSITE[name];
    const sign = SHOWN[pressed.name];
    const label = document.getElementById("marks").dataset[pressed.name];
    pressed.firstElementChild.textContent = sign;
    pressed.title = label;
    pressed.querySelector(".label").textContent = label;
  };

  const press = (pressed) => {
    if (!pressed) return;
    mark(pressed.name, [pressed.value]);
    turn(pressed);
    pressed.dispatchEvent(new CustomEvent("broadsheet:pressed", { bubbles: true }));
  };

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.(".acts > button");
    if (pressed) {
      event.preventDefault();
      press(pressed);
    }
    // One menu at a time, and none when the page is used again.
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Opening an article reads it; a GET must not, so the page says so itself.
  const article = document.querySelector("[data-read-now]");
  if (article) press(button(article, ["read"]));

  // A page out of the history, or out of the worker's stock, knows nothing of the marks that were made after it.
  const show = ([name, id]) => {
    const pressed = button(document.getElementById("e" + id), [name]);
    if (pressed) turn(pressed);
  };
  const again = (event) => {
    const [visit] = performance.getEntriesByType("navigation");
    if (event.persisted || visit?.type === "back_forward") list(session.read(DONE)).forEach(show);
    kept().forEach((mark) => list(mark).slice(1).forEach(show));
  };

  addEventListener("pageshow", again);
  addEventListener("online", send);
  send();

  Object.assign(window.broadsheet, { press, button, mark, turn, tell, settled: () => sending });
})();
