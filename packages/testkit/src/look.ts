/** A page as one person sees it, from the pages themselves and a house in memory: for tests of what pages say. */
import { pageDeps } from "./page-deps.ts";
import type { House, Person } from "./body.ts";
import { readerOver } from "./reader.ts";

/** A page: its HTML, and its words alone. */
export interface Looked {
  readonly html: string;
  readonly said: string;
}

/** What answers requests for pages, made from what it needs. */
type Pages<Deps> = (deps: Deps) => { request(url: string, init: RequestInit): Response | Promise<Response> };

/**
 * Looks at pages of a house as `who`, in `lang`. Throws where a page isn't answered with 200, or says something that
 * has no words yet (`⟦…⟧`, `undefined`, `NaN`).
 */
export function looker<Deps>(
  pages: Pages<Deps>,
): (a: { readonly house: House }, who: Person, path: string, lang?: string) => Promise<Looked> {
  return async ({ house }, who, path, lang = "en") => {
    const deps = { ...pageDeps(house), reader: async () => readerOver(house, undefined, who) } as unknown as Deps;
    const res = await pages(deps).request(`http://127.0.0.1:8080/b/${house.body}${path}`, {
      headers: { "accept-language": lang },
    });
    const html = await res.text();
    const odd = /⟦[^⟧]*⟧|undefined|NaN/.exec(html)?.[0];
    if (res.status !== 200 || odd !== undefined) throw new Error(`${path}: ${res.status} ${odd ?? ""}`);
    // What only keeps a rule's number on one line parts no words.
    const words = html.replace(/<span class="nowrap">([^<]*)<\/span>/g, "$1").replace(/<[^>]*>/g, " ");
    return { html, said: words.replace(/\s+/g, " ") };
  };
}
