// What a page remembers in this browser, or in this tab only. Where that is forbidden, it remembers until it is left.
(() => {
  "use strict";
  const memory = (store) => {
    const inPage = new Map();
    const tried = (use, otherwise) => {
      try {
        return use(store());
      } catch {
        return otherwise();
      }
    };
    const get = (name) => tried((kept) => kept.getItem(name), () => inPage.get(name) ?? null);
    const set = (name, value) => tried((kept) => kept.setItem(name, value), () => inPage.set(name, value));
    return {
      get,
      set,
      remove: (name) => tried((kept) => kept.removeItem(name), () => inPage.delete(name)),
      // Other programs at this address, before and after us, have the same store.
      read: (name) => {
        try {
          return JSON.parse(get(name));
        } catch {
          return null;
        }
      },
      write: (name, value) => set(name, JSON.stringify(value)),
    };
  };
  window.broadsheet = { memory: memory(() => localStorage), session: memory(() => sessionStorage) };
})();
