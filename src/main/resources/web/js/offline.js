// Reading without a network: a worker keeps what was opened and what is unread.
(() => {
  "use strict";
  const notice = document.getElementById("offline");
  const tell = () => notice && (notice.hidden = navigator.onLine);
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();

  if (!navigator.serviceWorker) return; // needs https, or this very machine
  const { memory } = window.broadsheet;
  const STOCKED = "broadsheet.stocked";
  const AGAIN_MS = 10 * 60 * 1000;
  navigator.serviceWorker.addEventListener("message", (event) => {
    if (event.data === "stocked up") memory.set(STOCKED, Date.now());
  });
  navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then((worker) => {
    if (navigator.onLine && Date.now() - Number(memory.get(STOCKED) ?? 0) > AGAIN_MS) {
      worker.active.postMessage("stock up");
    }
  }).catch(() => {}); // a browser that forbids workers reads online
})();
