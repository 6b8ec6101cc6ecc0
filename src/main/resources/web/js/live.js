// On a narrow screen the tabs scroll; the current one is brought into their view.
(() => {
  "use strict";
  const tabs = document.querySelector(".tabs ul");
  const current = tabs?.querySelector("[aria-current]");
  if (current) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2;
})();

// Tells of new headlines. The page itself never moves: a pill waits to be pressed, and pressing it loads the page anew.
(() => {
  "use strict";
  const live = document.getElementById("live");
  if (!live || !window.EventSource) return;

  const pauseMs = 4000; // so that a busy newsroom does not make every open page ask without end
  const refusedMs = 60 * 1000;
  let events = null;
  let waiting = null;

  const count = () => {
    waiting = null;
    const url = live.dataset.page + (live.dataset.page.includes("?") ? "&" : "?") + "since=" + live.dataset.change;
    htmx.ajax("GET", url, { source: live, target: live, swap: "innerHTML" });
  };
  const soon = () => {
    waiting ??= setTimeout(count, pauseMs);
  };
  const hear = (event) => {
    if (JSON.parse(event.data).new > 0) soon();
  };
  const listen = () => {
    events = new EventSource("/events");
    events.addEventListener("entries", hear);
    // A browser tries again by itself when a connection breaks, but not when it is answered with an error.
    events.addEventListener("error", () => {
      if (events?.readyState === EventSource.CLOSED) setTimeout(() => events?.readyState === EventSource.CLOSED && listen(), refusedMs);
    });
    events.addEventListener("open", soon); // what came between the page and this connection was told to nobody
  };

  // A browser opens only six connections to a host: hidden tabs give theirs up and count when they are looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      listen();
      count();
    }
  });
  if (!document.hidden) listen();
})();

// The bookmarklet needs to know where this server is, which only the browser does.
(() => {
  "use strict";
  const offer = document.querySelector("[data-bookmarklet]");
  if (!offer) return;
  offer.querySelector("a").href = `javascript:location.href='${location.origin}/sources?url='+encodeURIComponent(location.href)`;
  offer.hidden = false;
})();
