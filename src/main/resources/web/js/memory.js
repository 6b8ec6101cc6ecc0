// What a page remembers in this browser. Where that is forbidden, it remembers until it is left.
(() => {
  "use strict";
  const inPage = new Map();
  const tried = (use, otherwise) => {
    try {
      return use(localStorage);
    } catch {
      return otherwise();
    }
  };
  window.broadsheet = {
    memory: {
      get: (name) => tried((kept) => kept.getItem(name), () => inPage.get(name) ?? null),
      set: (name, value) => tried((kept) => kept.setItem(name, value), () => inPage.set(name, value)),
      remove: (name) => tried((kept) => kept.removeItem(name), () => inPage.delete(name)),
    },
  };
})();
