/** Who called it, by which right: the chain of acts back to the founding, through the bodies above (L1). */
import type { ActId, BodyId, Millis } from "@nabat/kernel";
import { type EntryLine, entryLines } from "./entries.ts";
import type { BodyReader, EntryFound } from "./reader.ts";
import { type Person, peopleOf, type Shown, textsOf } from "./shared.ts";

/** Longest chain that is followed. */
const MOST_LINKS = 200;

export interface ChainLink {
  readonly body: BodyId;
  readonly bodyName: Shown;
  readonly here: boolean;
  /** Absent where this viewer may not read that record: the rule and the act's id still stand. */
  readonly entry?: EntryLine;
  readonly act: ActId;
  /** Nothing stands behind it: a founding. */
  readonly root: boolean;
}

/** The chain that `id` rests on, itself first. Ends at a founding, or where another record is not here. */
export async function chainView(reader: BodyReader, id: ActId): Promise<readonly ChainLink[]> {
  const out: ChainLink[] = [];
  let at: BodyReader | undefined = reader;
  let act: ActId | undefined = id;
  const seen = new Set<string>();
  while (at && act && out.length < MOST_LINKS && !seen.has(act)) {
    seen.add(act);
    const current: BodyReader = at;
    const name = await nameOf(current);
    const found: EntryFound | undefined =
      current.mayReadRecord || act === (current.body as string) ? await current.entry(act) : undefined;
    const [entry] = found ? await entryLines(current, [found]) : [];
    const founding: boolean = act === (current.body as string);
    const mother: { readonly body: BodyId; readonly act: ActId } | undefined = founding
      ? current.state.founding.establishedBy
      : undefined;
    out.push({
      body: current.body,
      bodyName: name,
      here: current === reader,
      act,
      root: founding && !mother,
      ...(entry ? { entry } : {}),
    });
    if (mother) {
      at = await current.other(mother.body);
      act = mother.act;
      if (!at) out.push({ body: mother.body, bodyName: { why: "missing" }, here: false, act: mother.act, root: false });
    } else act = founding ? undefined : (found?.right?.from ?? (current.body as ActId));
  }
  return out;
}

async function nameOf(reader: BodyReader): Promise<Shown> {
  const text = await textsOf(reader, [reader.state.founding.name]);
  return text(reader.state.founding.name);
}

export interface BodyChain {
  readonly founded: { readonly at: Millis; readonly by: Person; readonly act: ActId };
  readonly adopted?: { readonly at: Millis; readonly act: ActId };
  /** Founded provisionally and not yet adopted. */
  readonly provisional: boolean;
  /** What adopted it, back to a founding that needs no authority. */
  readonly links: readonly ChainLink[];
  /** The body that established this one. */
  readonly mother?: { readonly body: BodyId; readonly act: ActId; readonly name: Shown };
  readonly children: readonly {
    readonly body: BodyId;
    readonly at: Millis;
    readonly result: ActId;
    readonly name: Shown;
  }[];
  readonly continues?: BodyId;
  readonly existing?: { readonly since: Millis; readonly confirmed: boolean };
}

/** Where a body's authority comes from, and which bodies it has established. */
export async function bodyChain(reader: BodyReader): Promise<BodyChain> {
  const f = reader.state.founding;
  const person = await peopleOf(reader, [f.founder]);
  const mother = f.establishedBy && (await reader.other(f.establishedBy.body));
  const children = await Promise.all(
    f.children.map(async (c) => {
      const child = await reader.other(c.body);
      return {
        body: c.body,
        at: c.at,
        result: c.result,
        name: child ? await nameOf(child) : ({ why: "missing" } as const),
      };
    }),
  );
  // A founding adopted by the mother's decision is its own start: its chain goes up from the founding act.
  const start = f.adoptedBy !== undefined && !f.establishedBy ? f.adoptedBy : (reader.body as ActId);
  return {
    founded: { at: f.at, by: person(f.founder), act: reader.body as ActId },
    ...(f.adoptedBy !== undefined && f.adoptedAt !== undefined
      ? { adopted: { at: f.adoptedAt, act: f.adoptedBy } }
      : {}),
    provisional: f.phase === "provisional",
    links: await chainView(reader, start),
    ...(f.establishedBy
      ? {
          mother: {
            body: f.establishedBy.body,
            act: f.establishedBy.act,
            name: mother ? await nameOf(mother) : { why: "missing" as const },
          },
        }
      : {}),
    children,
    ...(f.continues ? { continues: f.continues } : {}),
    ...(f.existing ? { existing: f.existing } : {}),
  };
}
