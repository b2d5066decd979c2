/** A link into the record or the roll, for whoever may read it (K-10): others aren't shown a door that turns them away. */
import type { ComponentChildren } from "preact";
import type { BodyPage } from "./frame.tsx";

/** The link; for who may not open it nothing, or with `plain` its words alone. `to` is the address below the body's. */
export function RecordLink({
  page,
  to,
  class: className,
  plain = false,
  children,
}: {
  page: Pick<BodyPage, "reader" | "base">;
  to: string;
  class?: string;
  plain?: boolean;
  children?: ComponentChildren;
}) {
  if (page.reader.mayReadRecord)
    return (
      <a class={className} href={`${page.base}${to}`}>
        {children}
      </a>
    );
  return plain ? <>{children}</> : null;
}
