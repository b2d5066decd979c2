/**
 * The service worker: a page that was read before can be read again without a network, and the shell
 * (style, scripts) need not be fetched twice. Network first for pages; assets are named by their hash
 * and never change. It keeps no answer of the API, nothing of other origins and nothing of forms.
 */

const PAGES = "nabat-pages-1";
const ASSETS = "nabat-assets-1";
/** Pages kept; the oldest go first. */
const MOST_PAGES = 40;
const MOST_ASSETS = 120;
/** How long a page waits for a slow network before the kept one is shown, in ms. */
const PATIENCE = 6000;

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEventLike extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  addEventListener(type: string, listener: (event: never) => void): void;
}
const worker = self as unknown as Worker;

worker.addEventListener("install", (event: WorkerEvent) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event: WorkerEvent) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("nabat-") && name !== PAGES && name !== ASSETS) await caches.delete(name);
      await worker.clients.claim();
    })(),
  ),
);

worker.addEventListener("fetch", (event: FetchEventLike) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || url.pathname.startsWith("/api/")) return;
  if (url.pathname.startsWith("/assets/")) return event.respondWith(asset(request));
  if (request.mode === "navigate") event.respondWith(page(request, event));
});

async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request);
  if (kept) return kept;
  const got = await fetch(request);
  if (got.ok) {
    await cache.put(request, got.clone());
    void trim(cache, MOST_ASSETS);
  }
  return got;
}

async function page(request: Request, event: WorkerEvent): Promise<Response> {
  const cache = await caches.open(PAGES);
  const network = fetch(request).then(async (got) => {
    if (got.ok && (got.headers.get("Content-Type") ?? "").startsWith("text/html")) {
      await cache.delete(request);
      await cache.put(request, got.clone());
      await trim(cache, MOST_PAGES);
    }
    return got;
  });
  event.waitUntil(network.catch(() => undefined));
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE));
  const first = await Promise.race([network.catch(() => "away" as const), late]);
  if (first instanceof Response) return first;
  const kept = await cache.match(request);
  if (kept) return kept;
  return first === "away" ? away() : network.catch(away);
}

/** Without a network and never read before: says so in both languages, without script or style of its own. */
function away(): Response {
  const text =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nabat</title>' +
    "<main><h1>No network</h1><p>This page was not read on this device before. What you signed and what you typed is kept. Try again when you have a network.</p>" +
    '<h1 lang="fr">Pas de réseau</h1><p lang="fr">Cette page n’a pas encore été lue sur cet appareil. Ce que vous avez signé et écrit est gardé. Réessayez quand vous aurez du réseau.</p></main></html>';
  return new Response(text, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function trim(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}
