/** How far reading and checking have come. */
import { useSay } from "@nabat/ui/say.ts";
import type { Progress } from "./check-job.ts";

/** How far a check has come. */
export function ProgressView({ of: p }: { of: Progress }) {
  const { t } = useSay();
  const percent = Math.floor((100 * p.done) / Math.max(1, p.of));
  return (
    <div>
      <p>
        {p.what === "reading"
          ? t("one-check-reading", { percent })
          : t("one-check-progress", { done: p.done, of: p.of })}
      </p>
      <progress max={p.of} value={p.done} />
    </div>
  );
}
