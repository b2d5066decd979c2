/** A heading that takes the focus when it comes: eyes, keyboard and screen reader go on from there. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The heading of a passage that has just replaced another. */
export function ArrivedTitle({ children }: { children: ComponentChildren }) {
  const at = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    at.current?.focus();
    at.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <h2 tabIndex={-1} ref={at}>
      {children}
    </h2>
  );
}
