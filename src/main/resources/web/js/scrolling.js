// What was scrolled past counts as read, where the reader wants that; and all that one page marked so can be taken back.
(() => {
  "use strict";
  if (!("readOnScrolling" in document.body.dataset) || !window.IntersectionObserver) return;
  const RUN = "broadsheet.run";
  const KEPT_MS = 10 * 60 * 1000; // as long as the server takes other marks of many back
  const { session, button, mark, turn, tell } = window.broadsheet;
  const texts = document.getElementById("told").dataset;
  const page = location.pathname + location.search;

  const run = () => {
    const kept = session.read(RUN);
    return kept?.page === page && Date.now() - kept.at < KEPT_MS ? kept.ids : [];
  };
  const keep = (ids) => (ids.length ? session.write(RUN, { page, at: Date.now(), ids }) : session.remove(RUN));
  const over = () => {
    session.remove(RUN);
    tell();
  };

  const act = (text, does) => {
    const act = document.createElement("button");
    act.textContent = text;
    act.addEventListener("click", does);
    return act;
  };
  const spared = new Set(); // what was taken back is not marked by the next scrolling
  const takeBack = () => {
    const ids = run();
    ids.forEach((id) => {
      spared.add(id);
      const read = button(document.getElementById("e" + id), ["unread"]);
      if (read) turn(read);
    });
    if (ids.length) mark("unread", ids);
    session.remove(RUN);
    tell(texts.undone, act(texts.close, () => tell()));
  };
  const offer = () => {
    if (document.getElementById("undo-scrolled")) return;
    const undo = act(texts.undo, takeBack);
    undo.id = "undo-scrolled";
    tell(texts.scrolled, undo, act(texts.close, over));
  };

  let passed = [];
  let waiting = null;
  const flush = () => {
    clearTimeout(waiting);
    waiting = null;
    const unread = passed.splice(0).filter((pressed) => pressed.name === "read");
    if (!unread.length) return;
    unread.forEach(turn);
    const ids = unread.map((pressed) => pressed.value);
    keep([...run(), ...ids]);
    mark("read", ids);
    offer();
  };
  const seen = new IntersectionObserver((entries) =>
    entries.forEach(({ target, isIntersecting, boundingClientRect }) => {
      const unread = button(target, ["read"]);
      if (isIntersecting || boundingClientRect.bottom >= 0 || !unread) return;
      if (passed.includes(unread) || spared.has(unread.value)) return;
      passed.push(unread);
      waiting ??= setTimeout(flush, 600);
    }),
  );
  const watch = () => document.querySelectorAll(".row[id]").forEach((row) => seen.observe(row));
  document.addEventListener("htmx:afterSettle", watch);
  // What a person marks by hand is no part of the run any more.
  document.addEventListener("broadsheet:pressed", (event) => keep(run().filter((id) => id !== event.target.value)));
  addEventListener("pagehide", flush);
  addEventListener("pageshow", (event) => {
    const [visit] = performance.getEntriesByType("navigation");
    if ((event.persisted || visit?.type !== "navigate") && run().length) offer();
  });
  watch();
})();
