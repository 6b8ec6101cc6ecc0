// A picture that cannot be had leaves no frame behind.
(() => {
  "use strict";
  const gone = (image) => {
    const frame = image.closest(".picture, figure.top");
    if (frame) frame.hidden = true;
  };
  document.addEventListener("error", (event) => event.target instanceof HTMLImageElement && gone(event.target), true);
  document.querySelectorAll("img").forEach((image) => {
    if (image.complete && image.currentSrc && !image.naturalWidth) gone(image);
  });
})();
