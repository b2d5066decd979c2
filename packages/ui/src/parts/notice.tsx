/** Notices, tags, empty places: a word and a shape, never a colour alone. */
import type { ComponentChildren } from "preact";
import { CrossMark, NeedsMark, OpenMark, TickMark, WarnMark } from "./marks.tsx";

export type Tone = "plain" | "needs" | "good" | "warn";

/** A passage set apart. `needs` (red) is for what needs this person now, and for nothing else. */
export function Notice({
  tone = "plain",
  title,
  children,
  level = 2,
  id,
}: {
  tone?: Tone;
  title?: string;
  children?: ComponentChildren;
  level?: 2 | 3;
  id?: string;
}) {
  const H = level === 2 ? "h2" : "h3";
  return (
    <section class={`notice ${tone}`} id={id} aria-label={title}>
      {title && (
        <H>
          {tone === "needs" ? <NeedsMark /> : tone === "good" ? <TickMark /> : tone === "warn" ? <WarnMark /> : null}
          {title}
        </H>
      )}
      {children}
    </section>
  );
}

export type TagKind = "open" | "done" | "no" | "needs" | "warn" | "plain";

/** A short state in words with its sign. */
export function Tag({ kind, children }: { kind: TagKind; children: ComponentChildren }) {
  const mark = {
    open: <OpenMark />,
    done: <TickMark />,
    no: <CrossMark />,
    needs: <NeedsMark />,
    warn: <WarnMark />,
    plain: null,
  }[kind];
  const tone = kind === "done" ? "good" : kind === "needs" ? "needs" : kind === "warn" ? "warn" : "";
  return (
    <span class={`tag ${tone}`}>
      {mark}
      {children}
    </span>
  );
}

/** An empty page says what it is for and offers the first step. */
export function Empty({ children, href, step }: { children: ComponentChildren; href?: string; step?: string }) {
  return (
    <div class="empty">
      <p>{children}</p>
      {href && step && (
        <p>
          <a class="btn" href={href}>
            {step}
          </a>
        </p>
      )}
    </div>
  );
}
