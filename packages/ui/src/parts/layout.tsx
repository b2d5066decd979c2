/** The whole page: bar, where-am-I column, what-is-it column, foot. No inline style, no inline script. */
import type { ComponentChildren } from "preact";
import { useSay } from "../say.ts";
import { BellMark } from "./marks.tsx";

export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  /** How many things there need this person now. */
  readonly needs?: number;
}

export interface LayoutProps {
  readonly title: string;
  /** Name of the body and its own pages, where the page is about a body. */
  readonly where?: { readonly name: string; readonly href: string; readonly links: readonly NavLink[] };
  /** A practice body's band, said on every page of it. */
  readonly practice?: { readonly says: string; readonly href?: string; readonly label?: string };
  readonly css: string;
  /** Scripts of islands, by address. */
  readonly scripts?: readonly string[];
  /** This page's address in the other languages. */
  readonly languages: readonly { readonly locale: string; readonly name: string; readonly href: string }[];
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Not for search engines: anything about a body that isn't public. */
  readonly privately?: boolean;
  readonly mine?: boolean;
  /** Which body this page is about and who the server takes the reader for: islands sign in by it. */
  readonly body?: string;
  readonly standing?: string;
}

/** Renders `<html>`; write `<!doctype html>` before it. */
export function Layout(p: LayoutProps) {
  const { t, locale } = useSay();
  return (
    <html lang={locale} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <title>{p.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        {p.privately && <meta name="robots" content="noindex, nofollow" />}
        <link rel="stylesheet" href={p.css} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {(p.scripts ?? []).map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body data-body={p.body} data-standing={p.standing}>
        <a class="skip" href="#main">
          {t("skip")}
        </a>
        <header class="bar">
          <a class="home" href="/">
            <BellMark />
            Nabat
          </a>
          <div class="side">
            <a href="/mine" aria-current={p.mine ? "page" : undefined}>
              {t("nav-mine")}
            </a>
            {p.languages
              .filter((l) => l.locale !== locale)
              .map((l) => (
                <a key={l.locale} href={l.href} hreflang={l.locale} lang={l.locale}>
                  {l.name}
                </a>
              ))}
          </div>
        </header>
        {p.practice && (
          <aside class="practice">
            <p>
              {p.practice.says} {p.practice.href && <a href={p.practice.href}>{p.practice.label}</a>}
            </p>
          </aside>
        )}
        <div class={p.where ? "page has-where" : "page"}>
          {p.where && (
            <nav class="where" aria-label={t("nav-where")}>
              <a class="name" href={p.where.href}>
                {p.where.name}
              </a>
              <ul>
                {p.where.links.map((link) => (
                  <li key={link.href}>
                    <a href={link.href} aria-current={link.current ? "page" : undefined}>
                      {link.label}
                      {link.needs ? <span class="needs-count">{link.needs}</span> : null}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <main id="main" tabIndex={-1}>
            {p.children}
          </main>
        </div>
        <footer class="foot">
          <div>{p.foot}</div>
        </footer>
      </body>
    </html>
  );
}

/** A mount point for an island: it shows nothing until its script has come. */
export function Island({ name, props, children }: { name: string; props?: unknown; children?: ComponentChildren }) {
  return (
    <div class="island" data-island={name} data-props={JSON.stringify(props ?? {})}>
      {children}
    </div>
  );
}
