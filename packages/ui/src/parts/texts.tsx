/** Members' texts and names, or why they aren't there. Texts are escaped by the renderer; no markup is read. */
import type { ComponentChildren } from "preact";
import { useSay } from "../say.ts";
import { pieces, untorn } from "../untorn.ts";
import { Day } from "./time.tsx";

/** A text beside the record as views hand it over. */
export interface Shown {
  readonly text?: string;
  readonly why?: "not-yours" | "erased" | "withheld" | "out-of-view" | "missing";
  /** Where a decision took it out of view: its ground, how an appeal stands, until when. */
  readonly out?: { readonly ground: string; readonly stage: string; readonly until: number };
  /** It is only the beginning: where one reads on. */
  readonly more?: string;
}

/** The text itself or, in place of it, a sentence that says why it isn't shown. */
export function Words({ of, block }: { of: Shown; block?: boolean }) {
  const { t } = useSay();
  const on = of.more && <a href={of.more}>{t("text-read-on")}</a>;
  if (of.text !== undefined)
    return (
      <>
        {block ? <div class="text">{of.text}</div> : <bdi>{untorn(of.text)}</bdi>}
        {on && " "}
        {on}
      </>
    );
  if (of.out) return <OutOfView {...of.out} />;
  return <i class="soft">{t(`text-${of.why ?? "missing"}`)}</i>;
}

function OutOfView({ ground, stage, until }: NonNullable<Shown["out"]>) {
  const { t } = useSay();
  return (
    <i class="soft">
      {t(`text-out-${stage}`, { ground: t(`ground-${ground}`) })}
      {stage === "gone" ? "" : " "}
      {stage !== "gone" && <Day at={until} />}
    </i>
  );
}

/** A person as views hand them over: the name with what tells it from others like it, and what they are (N-10). */
export interface Named {
  readonly name?: string;
  readonly standing?: string;
}

/** A person's name as the body knows it, or a stand-in; beside it what they are, where that is not a member (N-10). */
export function PersonName({ of, you }: { of?: Named; you?: boolean }) {
  const { t } = useSay();
  return (
    <>
      {of?.name === undefined ? <i class="soft">{t("person-unnamed")}</i> : <bdi>{untorn(of.name)}</bdi>}
      {of?.standing && <span class="standing"> {t(`person-${of.standing}`)}</span>}
      {you ? ` (${t("person-you")})` : ""}
    </>
  );
}

/** Names in a row, parted by commas; nothing where there is nobody. */
export function People({ of }: { of: readonly (Named & { readonly id: string })[] }) {
  return (
    <>
      {of.map((person, i) => (
        <span key={person.id}>
          {i > 0 && ", "}
          <PersonName of={person} />
        </span>
      ))}
    </>
  );
}

export type Change = readonly ["same" | "gone" | "new", string];

/** Differences in the running text: added underlined, removed struck through. */
export function Diff({ changes }: { changes: readonly Change[] }) {
  return (
    <div class="diff">
      {changes.map(([kind, text], i) =>
        kind === "same" ? (
          <span key={i}>{text}</span>
        ) : kind === "new" ? (
          <ins key={i}>{text}</ins>
        ) : (
          <del key={i}>{text}</del>
        ),
      )}
    </div>
  );
}

export interface Link {
  readonly root?: boolean;
  /** The link stands in another body's record. */
  readonly other?: boolean;
  readonly children: ComponentChildren;
}

/** A chain of acts, each resting on the next, back to the founding. */
export function Chain({ links }: { links: readonly Link[] }) {
  return (
    <ol class="chain">
      {links.map((link, i) => (
        <li key={i} class={[link.root ? "root" : "", link.other ? "other" : ""].join(" ").trim() || undefined}>
          {link.children}
        </li>
      ))}
    </ol>
  );
}

/** A sentence whose rule stays on one line: where a page is drawn on the device. Pages that are sent are seen to as a whole. */
export function Sentence({ children }: { children: string }) {
  return (
    <>
      {pieces(children).map((piece, i) =>
        i % 2 === 1 ? (
          <span key={i} class="nowrap">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </>
  );
}
