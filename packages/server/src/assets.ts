/** The built pages' parts: style, islands, icons. Named by their hash, so they may be kept for ever. */
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { projectRoot } from "@nabat/platform";
import type { Hono } from "hono";

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** The bell, ink on paper: for home screens and tabs. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="8" fill="#fbf8f1"/><g transform="translate(6 6) scale(1.5)" fill="none" stroke="#1d1a17" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M4 18h16M6 18c1-2 1-4 1-7a5 5 0 0 1 10 0c0 3 0 5 1 7"/><path d="M12 3v3M10.5 21h3"/></g></svg>';

const MANIFEST = {
  name: "Nabat",
  short_name: "Nabat",
  start_url: "/mine",
  scope: "/",
  display: "standalone",
  background_color: "#fbf8f1",
  theme_color: "#fbf8f1",
  icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

/** Logical name (`sign.js`) → address (`/assets/sign-1a2b.js`). */
export interface Assets {
  readonly folder: string;
  href(name: string): string | undefined;
  names(): readonly string[];
}

/** Reads the manifest of what was built. Without a build pages still work, without script and style. */
export function readAssets(folder = join(projectRoot(), "dist", "assets")): Assets {
  const file = join(folder, "manifest.json");
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  return {
    folder,
    href: (name) => (manifest[name] ? `/assets/${manifest[name]}` : undefined),
    names: () => Object.keys(manifest),
  };
}

/** Serves `/assets/…`, and the service worker at the root, where it must stand to see all pages. */
export function serveAssets(app: Hono, assets: Assets): void {
  const read = (name: string): Uint8Array<ArrayBuffer> | undefined => {
    if (!/^[A-Za-z0-9._-]+$/.test(name) || name.startsWith(".")) return undefined;
    const path = join(assets.folder, name);
    return existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
  };
  app.get("/assets/:name", (c) => {
    const name = c.req.param("name");
    const bytes = read(name);
    if (!bytes) return c.text("There is nothing here.", 404);
    return c.body(bytes, 200, {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Cache-Control": "public, max-age=31536000, immutable",
    });
  });
  app.get("/icon.svg", (c) =>
    c.body(ICON, 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }),
  );
  app.get("/manifest.webmanifest", (c) => {
    c.header("Content-Type", "application/manifest+json");
    return c.body(JSON.stringify(MANIFEST));
  });
  // The one-file Nabat brings a policy of its own. Sandboxed, it has no origin here either: no cookie, no key of this server's pages.
  app.get("/nabat.html", (c) => {
    const name = assets.href("nabat-one-file.html")?.slice("/assets/".length);
    const bytes = name ? read(name) : undefined;
    if (!bytes) return c.text("There is nothing here.", 404);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
      new TextDecoder().decode(bytes.subarray(0, 4096)),
    )?.[1];
    c.header(
      "Content-Security-Policy",
      `${policy ?? "default-src 'none'"}; frame-ancestors 'none'; sandbox allow-scripts allow-downloads`,
    );
    return c.body(bytes, 200, { "Content-Type": TYPES[".html"] ?? "", "Cache-Control": "no-cache" });
  });
  app.get("/service-worker.js", (c) => {
    const name = assets.href("service-worker.js")?.slice("/assets/".length);
    const bytes = name ? read(name) : undefined;
    if (!bytes) return c.text("", 404);
    return c.body(bytes, 200, { "Content-Type": TYPES[".js"] ?? "", "Cache-Control": "no-cache" });
  });
}
