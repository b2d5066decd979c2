/** The page: its five parts, in the person's language. Nothing is fetched to show it, nothing is stored. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Locale, speak } from "@nabat/speech";
import { BellMark } from "@nabat/ui/parts/marks.tsx";
import { sayIn, SayProvider } from "@nabat/ui/say.ts";
import { AboutView } from "./about-view.tsx";
import { BrowseView } from "./browse-view.tsx";
import { CheckView } from "./check-view.tsx";
import { firstLocale, type Loaded, zoneOf } from "./shell.ts";
import { SignView } from "./sign-view.tsx";

const TABS = ["check", "read", "sign", "lost", "about"] as const;
type Tab = (typeof TABS)[number];
const LANGUAGES: readonly (readonly [Locale, string])[] = [
  ["en", "English"],
  ["fr", "Français"],
];

/** The whole page. */
export function App() {
  const [locale, setLocale] = useState<Locale>(firstLocale);
  const [tab, setTab] = useState<Tab>("check");
  const [loaded, setLoaded] = useState<Loaded>();
  const say = sayIn(speak(locale), zoneOf(loaded?.state, Date.now()), Date.now());
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = say.t("one-title");
  }, [locale]);
  const go = (to: Tab) => {
    setTab(to);
    scrollTo(0, 0);
    // The panel is shown by then: whoever uses a keyboard or a screen reader goes on in it.
    setTimeout(() => document.querySelector<HTMLElement>(`#part-${to} h1`)?.focus());
  };
  const panel = (name: Tab, children: ComponentChildren) => (
    <section id={`part-${name}`} hidden={tab !== name}>
      {children}
    </section>
  );
  return (
    <SayProvider value={say}>
      <a class="skip" href="#main">
        {say.t("skip")}
      </a>
      <header class="bar">
        <span class="home">
          <BellMark />
          Nabat
        </span>
        <div class="side">
          {LANGUAGES.filter(([l]) => l !== locale).map(([l, name]) => (
            <button type="button" class="plain" key={l} lang={l} onClick={() => setLocale(l)}>
              {name}
            </button>
          ))}
        </div>
      </header>
      <div class="page has-where">
        <nav class="where" aria-label={say.t("one-nav")}>
          <span class="name">{say.t("one-title")}</span>
          <ul>
            {TABS.map((name) => (
              <li key={name}>
                <a
                  href={`#part-${name}`}
                  aria-current={tab === name ? "page" : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    go(name);
                  }}
                >
                  {say.t(`one-tab-${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="main" tabIndex={-1}>
          {panel("check", <CheckView loaded={loaded} take={setLoaded} read={() => go("read")} />)}
          {panel("read", <BrowseView key={loaded?.head.root} loaded={loaded} />)}
          {panel("sign", <SignView loaded={loaded} />)}
          {panel("lost", <SignView loaded={loaded} lost />)}
          {panel("about", <AboutView />)}
        </main>
      </div>
    </SayProvider>
  );
}
