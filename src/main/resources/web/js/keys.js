// Single keys, as in other readers. A key counts by what it prints; where that is no Latin letter, by its place on the board.
(() => {
  "use strict";
  const help = document.getElementById("keys");
  if (!help) return;
  const on = "keys" in document.body.dataset;
  const bindings = new Map(); // "j" or "g a" -> command
  help.querySelectorAll("[data-command]").forEach((line) => bindings.set(line.dataset.key, line.dataset.command));

  const rows = () => [...document.querySelectorAll(".row[id]")];
  const current = () => document.activeElement?.closest?.(".row[id]");
  const title = (row) => row?.querySelector(".title a");
  const step = (by, fits = () => true) => {
    const all = rows();
    let at = all.indexOf(current());
    if (at < 0) at = by > 0 ? -1 : all.length;
    for (at += by; at >= 0 && at < all.length; at += by) {
      if (fits(all[at])) break;
    }
    const row = all[at];
    if (!row) return all.length ? undefined : by > 0 ? follow("next") : back();
    title(row).focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  const follow = (rel) => document.querySelector(`a[data-go="${rel}"]`)?.click();
  // From an article to where it was opened, and never to the page of somebody else.
  const back = () => {
    if (document.querySelector(".article") && document.referrer.startsWith(location.origin + "/")) history.back();
  };
  const press = (...names) => {
    const row = current() ?? document.querySelector(".article[id]");
    window.broadsheet.press(window.broadsheet.button(row, names));
  };
  const go = (path) => location.assign(path);

  const COMMANDS = {
    next: () => step(1),
    previous: () => step(-1),
    nextUnread: () => (rows().length ? step(1, (row) => !row.classList.contains("read")) : follow("next-unread")),
    open: () => title(current())?.click(),
    original: () => {
      const link = (current() ?? document.querySelector(".article"))?.querySelector("a.original, .original a");
      if (link) window.open(link.href, "_blank", "noopener,noreferrer");
    },
    read: () => press("read", "unread"),
    star: () => press("star", "unstar"),
    markAll: () => document.getElementById("mark-all")?.click(),
    undo: () => document.querySelector("#undo-scrolled, #undo")?.click(),
    refresh: () => location.reload(),
    help: () => (help.open ? help.close() : help.showModal()),
    goAll: () => go("/"),
    goUnread: () => go("/unread"),
    goStarred: () => go("/starred"),
    goSources: () => go("/sources"),
    goSettings: () => go("/settings"),
  };

  /** What a key press is called: "j", "Shift+a", "Enter", "?". */
  const name = (event) => {
    let key = event.key;
    if (key.length === 1 && key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(event.code)) {
      key = event.code[3].toLowerCase();
    }
    if (/^[a-z]$/i.test(key)) key = key.toLowerCase(); // whatever Caps Lock says
    return event.shiftKey && /^[a-z]$/.test(key) ? "Shift+" + key : key;
  };

  let before = "";
  let forgetting = 0;
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const key = name(event);
    const command = bindings.get(before ? before + " " + key : key);
    // The help and its way out stay, whatever is turned off; behind the open help nothing happens.
    if ((!on || help.open) && command !== "help") return;
    // A key that is held goes on through the headlines, but marks none twice.
    if (event.repeat && command && !["next", "previous", "nextUnread"].includes(command)) return event.preventDefault();
    clearTimeout(forgetting);
    before = "";
    if (command) {
      if (key === "Enter" && event.target.closest?.("a, button, summary")) return; // the browser opens it
      event.preventDefault();
      COMMANDS[command]?.();
    } else if ([...bindings.keys()].some((binding) => binding.startsWith(key + " "))) {
      before = key;
      forgetting = setTimeout(() => (before = ""), 1500);
    }
  });
  document.querySelector("[data-opens=keys]")?.addEventListener("click", (event) => {
    event.preventDefault();
    help.showModal();
  });
})();
