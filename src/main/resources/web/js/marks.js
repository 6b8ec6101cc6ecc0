// Marks single headlines without loading the page anew. What cannot be sent now is kept and sent when the network is back.
(() => {
  "use strict";
  const KEPT = "broadsheet.marks";
  const { memory } = window.broadsheet;
  const kept = () => JSON.parse(memory.get(KEPT) ?? "[]");
  const keep = (marks) => (marks.length ? memory.set(KEPT, JSON.stringify(marks)) : memory.remove(KEPT));

  const post = (mark) =>
    fetch("/marks", {
      method: "POST",
      headers: { "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(mark),
      keepalive: true,
    });

  let sending = Promise.resolve();
  const send = async () => {
    for (let mark = kept()[0]; mark; mark = kept()[0]) {
      try {
        const answer = await post(mark);
        if (answer.status >= 500) return;
      } catch {
        return; // no network: it waits for "online" or the next page
      }
      keep(kept().slice(1));
    }
  };
  const mark = (name, ids) => {
    keep([...kept(), [["stream", "/"], ...ids.map((id) => [name, id])]]);
    sending = sending.then(send);
    return sending;
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

  // What was scrolled past counts as read, where the reader wants that.
  if ("readOnScrolling" in document.body.dataset && window.IntersectionObserver) {
    let passed = [];
    let waiting = null;
    const flush = () => {
      waiting = null;
      if (passed.length) mark("read", passed.splice(0).map((b) => (turn(b), b.value)));
    };
    const seen = new IntersectionObserver((entries) =>
      entries.forEach(({ target, isIntersecting, boundingClientRect }) => {
        const unread = button(target, ["read"]);
        if (!isIntersecting && boundingClientRect.bottom < 0 && unread && !passed.includes(unread)) {
          passed.push(unread);
          waiting ??= setTimeout(flush, 600);
        }
      }),
    );
    const watch = () => document.querySelectorAll(".row[id]").forEach((row) => seen.observe(row));
    document.addEventListener("htmx:afterSettle", watch);
    addEventListener("pagehide", flush);
    watch();
  }

  // Opening an article reads it; a GET must not, so the page says so itself.
  const article = document.querySelector("[data-read-now]");
  if (article) press(button(article, ["read"]));

  addEventListener("online", () => (sending = sending.then(send)));
  sending = sending.then(send);

  Object.assign(window.broadsheet, { press, button, settled: () => sending });
})();
