// A recording goes on where it was left. The places are kept in this browser, the last hundred of them.
(() => {
  "use strict";
  const PLACES = "broadsheet.places";
  const { memory } = window.broadsheet;
  const places = () => {
    const kept = memory.read(PLACES);
    return new Map(Array.isArray(kept) ? kept.filter(Array.isArray) : []);
  };
  const keep = (player) => {
    const all = places();
    all.delete(player.src);
    if (player.currentTime > 5 && !player.ended) all.set(player.src, Math.floor(player.currentTime));
    memory.write(PLACES, [...all].slice(-100));
  };
  document.querySelectorAll(".file audio, .file video").forEach((player) => {
    player.addEventListener("loadedmetadata", () => {
      const place = places().get(player.src);
      if (place && place < player.duration - 5) player.currentTime = place;
    }, { once: true });
    ["pause", "ended"].forEach((event) => player.addEventListener(event, () => keep(player)));
    addEventListener("pagehide", () => player.currentTime > 0 && keep(player));
  });
})();

// Players of other hosts load when they are asked for, in a frame that can do no more than the cleaner allows.
(() => {
  "use strict";
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.player[data-frame]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.className = "playing";
    frame.title = link.textContent;
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
    frame.allow = "fullscreen; encrypted-media; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = link.dataset.frame;
    link.before(frame);
    link.removeAttribute("data-frame"); // from now on it leads to the player's own page
    frame.focus();
  });
})();
