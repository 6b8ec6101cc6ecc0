// Offline reading: pages that were opened, the unread list and its articles are kept in this browser. Made by the server,
// which puts the addresses of its files in; a new version of them makes a new worker.
"use strict";
const FILES = /*FILES*/ [];
const FILES_CACHE = "files-/*VERSION*/";
const PAGES_CACHE = "pages";
const MOST_PAGES = 300;
const MOST_ARTICLES = 60;
const OFFLINE = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES_CACHE).then((cache) => cache.addAll([...FILES, OFFLINE])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("files-") && name !== FILES_CACHE;
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});

/** Keeps an answer, where its server allows that, under the address of its page without what was done there just then. */
const keep = async (address, answer) => {
  if (answer.headers.get("Cache-Control")?.includes("no-store")) return;
  const request = new URL(address);
  ["marked", "count", "unmarked"].forEach((name) => request.searchParams.delete(name));
  const cache = await caches.open(PAGES_CACHE);
  await cache.delete(request, { ignoreVary: true }); // so that the newest stand last
  await cache.put(request, answer);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_PAGES)).map((key) => cache.delete(key, { ignoreVary: true })));
};

/** A page from the network; without one as it was last time; else one that says so. */
const page = async (request) => {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(request.url, answer.clone());
    return answer;
  } catch {
    const pages = await caches.open(PAGES_CACHE);
    return (
      (await pages.match(request.url, { ignoreVary: true })) ??
      (await pages.match(new URL(request.url).pathname, { ignoreVary: true })) ??
      (await caches.match(OFFLINE, { ignoreVary: true }))
    );
  }
};

/** A file; one of an older version, which only a kept page still asks for, as it is now. */
const file = async (request) => {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request).catch(() => null);
  if (answer?.ok) return answer;
  const name = request.url.slice(request.url.lastIndexOf("/"));
  const now = FILES.find((address) => address.endsWith(name));
  return (now && (await caches.match(now))) ?? answer ?? Response.error();
};

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(file(event.request));
});

/** Fetches the unread list and its first articles, each once; reading them marks nothing until a page is opened. */
const stockUp = async () => {
  const list = await fetch("/unread");
  if (!list.ok) return;
  const text = await list.clone().text();
  await keep(new URL("/unread", location.origin).href, list);
  const paths = [...new Set(text.match(/\/entries\/\d+(?=")/g) ?? [])].slice(0, MOST_ARTICLES);
  const pages = await caches.open(PAGES_CACHE);
  for (const path of paths) {
    const href = new URL(path, location.origin).href;
    if (await pages.match(href, { ignoreVary: true })) continue;
    const answer = await fetch(href);
    if (answer.ok) await keep(href, answer);
  }
};

self.addEventListener("message", (event) => {
  if (event.data === "stock up") event.waitUntil(stockUp().catch(() => {}).then(() => event.source?.postMessage("stocked up")));
});
