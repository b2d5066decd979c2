/**
 * Signs this device in for reading, by itself: where the server takes the reader for a stranger and
 * this device has a key, once per page. Also keeps the shell for bad networks (service worker).
 */
import { Unreachable } from "../api/client.ts";
import { desk, pageBody } from "../page/desk.ts";
import { signIn } from "../session/sign-in.ts";

async function enter(): Promise<void> {
  const body = pageBody();
  if (!body || document.body.dataset["standing"] !== "stranger") return;
  const { api, things } = desk();
  const own = await things.body(body);
  if (!own) return;
  const tried = `nabat signed in ${location.href}`;
  // One reload and no more: a key that has ended would otherwise turn in circles.
  if (Date.now() - Number(sessionStorage.getItem(tried) ?? 0) < 20_000) return;
  sessionStorage.setItem(tried, String(Date.now()));
  try {
    if (await signIn(api, own)) location.reload();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  }
}

/** What was signed here and has not arrived, and an alarm that stands, are said on every page of the body. */
async function sayWaiting(): Promise<void> {
  const body = pageBody();
  const { things } = desk();
  if (!body || ((await things.keptActs(body)).length === 0 && !(await things.alarm(body)))) return;
  await (await import("../page/waiting.ts")).showWaiting();
}

/** Lots that wait for the secret of an offer made on this device get it, whatever page is open. */
async function reveal(): Promise<void> {
  const body = pageBody();
  if (!body || (await desk().things.offers(body)).length === 0) return;
  try {
    await (await import("../page/reveal.ts")).revealAll(body);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  }
}

/** New keys that wait on this device: what became of them is said wherever one looks, but on the page that shows them. */
async function sayNewKeys(): Promise<void> {
  const body = pageBody();
  if (!body || location.pathname.endsWith("/lost") || !(await desk().things.newKeys(body))) return;
  try {
    await (await import("../page/waiting-keys.ts")).sayNewKeys(body);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  }
}

/** What this device alone knows stands above the page; where the page is read anew, it is said again. */
function say(): void {
  void sayWaiting();
  void sayNewKeys();
}

void enter();
say();
document.addEventListener("nabat:fresh", say);
void reveal();
if ("serviceWorker" in navigator && window.isSecureContext)
  void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
