// On a touch screen: swipe a headline to the right to mark it as read or unread, to the left to star it.
(() => {
  "use strict";
  const FAR = 70; // CSS pixels; less is a slip of the finger
  const EDGE = 24; // there a swipe is the browser's own: back or forward
  let start = null;
  const row = (event) => event.target.closest?.(".row[id]");
  document.addEventListener("touchstart", (event) => {
    const at = row(event);
    const x = event.touches[0].clientX;
    const inside = x > EDGE && x < window.innerWidth - EDGE;
    start = at && inside && event.touches.length === 1 ? { row: at, x, y: event.touches[0].clientY } : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!start) return;
    const dx = event.changedTouches[0].clientX - start.x;
    const dy = event.changedTouches[0].clientY - start.y;
    if (Math.abs(dx) > FAR && Math.abs(dx) > 2.5 * Math.abs(dy)) {
      const names = dx > 0 ? ["read", "unread"] : ["star", "unstar"];
      window.broadsheet.press(window.broadsheet.button(start.row, names));
    }
    start = null;
  }, { passive: true });
})();
