/** Security headers of every answer: nothing from third parties, no inline script, no framing. */
import type { MiddlewareHandler } from "hono";

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sets the headers. `secure` adds HSTS, for HTTPS only. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const h = c.res.headers;
    if (!h.has("Content-Security-Policy")) h.set("Content-Security-Policy", CSP);
    h.set("X-Content-Type-Options", "nosniff");
    h.set("Referrer-Policy", "no-referrer");
    h.set("Cross-Origin-Opener-Policy", "same-origin");
    if (!c.req.path.startsWith("/api/")) h.set("Cross-Origin-Resource-Policy", "same-origin");
    h.set("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    if (secure) h.set("Strict-Transport-Security", "max-age=31536000");
  };
}

/**
 * The signed API answers any origin, without cookies: the one-file Nabat is opened from disk, so its
 * origin is `null`. Credentials are never allowed across origins.
 */
export function openApi(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "OPTIONS") {
      return c.body(null, 204, {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, POST, DELETE",
        "Access-Control-Allow-Headers": "Authorization, Content-Type",
        "Access-Control-Max-Age": "600",
      });
    }
    await next();
    c.res.headers.set("Access-Control-Allow-Origin", "*");
    c.res.headers.set("Access-Control-Expose-Headers", "Nabat-Salt, Retry-After");
    return undefined;
  };
}
