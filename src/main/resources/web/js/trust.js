// Trusted Types: the only HTML that scripts may put into a page is what this server just answered to htmx, and the only
// other script that may run is the worker that keeps pages.
(() => {
  "use strict";
  const NOTHING = '<body><template class="internal-htmx-wrapper"></template></body>'; // htmx around an empty answer
  let answer = "";
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    answer = event.detail.xhr.responseText;
  });
  window.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (html === "" || html === NOTHING || (answer !== "" && html.includes(answer)) ? html : null),
    createScriptURL: (url) => (url === "/sw.js" ? url : null),
  });
})();
