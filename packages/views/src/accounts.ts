/** Accounts of the same event side by side (A rules, L8): nothing is merged. */
import { type Account, contradictsItself } from "@nabat/body";
import type { ActId, Millis } from "@nabat/kernel";
import { type EntryLine, entryLines } from "./entries.ts";
import type { BodyReader } from "./reader.ts";
import { type Page, pageFound, pageOf, type Paging } from "./lists.ts";
import { mustRead, peopleOf, type Person, type Shown, textsOf } from "./shared.ts";
import { type ResultShown, resultShown } from "./results.ts";

export interface AccountLine {
  readonly id: ActId;
  readonly by: Person;
  readonly at: Millis;
  readonly source: Shown;
  readonly present?: Account["present"];
  readonly counts?: Account["counts"];
  readonly says?: Account["says"];
  /** Other words of the same source for the same outcome. */
  readonly also?: Account["also"];
  /** It doesn't agree with itself: shown whole, and marked. */
  readonly contradicts: boolean;
  readonly when?: Account["when"];
}

export interface AccountsAbout {
  readonly about: ActId;
  /** The entry that the accounts are about, for whoever may read the record: it says who signed (N-11). */
  readonly entry?: EntryLine;
  /** What the record itself holds, where that is a declared result. */
  readonly result?: ResultShown;
  readonly accounts: readonly AccountLine[];
}

/** Events of which there are accounts, the latest account first. */
export async function accountsView(
  reader: BodyReader,
  query: Paging & { readonly about?: ActId } = {},
): Promise<Page<AccountsAbout>> {
  mustRead(reader);
  const { state } = reader;
  const all = [...state.accounts.about]
    .filter(([about]) => query.about === undefined || about === query.about)
    .map(([about, stated]) => ({ about, stated, last: Math.max(...stated.map((s) => s.at)) }))
    .sort((a, b) => b.last - a.last || (a.about < b.about ? -1 : 1));
  const stated = (query.q ? all : pageOf(all, query, (a) => a.about).items).flatMap((a) => a.stated);
  const text = await textsOf(
    reader,
    stated.map((s) => s.source),
  );
  const person = await peopleOf(
    reader,
    stated.map((s) => s.by),
  );
  const page = pageFound(all, query, {
    id: (a) => a.about,
    words: (a) => a.stated.flatMap((s) => [text(s.source).text, person(s.by).name]),
  });
  const items = await Promise.all(
    page.items.map(async ({ about, stated: list }) => {
      const found = reader.mayReadRecord ? await reader.entry(about) : undefined;
      const [entry] = found ? await entryLines(reader, [found]) : [];
      const vote = [...state.votes.votes.values()].find((v) => v.id === about || v.result?.id === about);
      const result = vote && resultShown(vote);
      return {
        about,
        ...(entry ? { entry } : {}),
        ...(result ? { result } : {}),
        accounts: list.map((s) => ({
          id: s.id,
          by: person(s.by),
          at: s.at,
          source: text(s.source),
          ...s.account,
          contradicts: contradictsItself(s),
        })),
      };
    }),
  );
  return { ...page, items };
}
