// A recording goes on where it was left. The places are kept in this browser, the last hundred of them.
(() => {
  "use strict";
  const PLACES = "broadsheet.places";
  const places = () => new Map(JSON.parse(localStorage.getItem(PLACES) ?? "[]"));
  const keep = (player) => {
    const all = places();
    all.delete(player.src);
    if (player.currentTime > 5 && !player.ended) all.set(player.src, Math.floor(player.currentTime));
    localStorage.setItem(PLACES, JSON.stringify([...all].slice(-100)));
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
