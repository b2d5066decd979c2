/** Versions of our rules: which is in force since when, which is decided and comes, which were before. */
import { Day, Notice, useSay } from "@nabat/ui";
import type { RulesView } from "@nabat/views";
import { RuleChanges } from "./rule-words.tsx";

type Version = RulesView["versions"][number];

/** "Version 2, in force since 30 December", or from when, or that it isn't. */
export function VersionSince({ of: v }: { of: Pick<Version, "n" | "stage" | "from" | "at"> }) {
  const { t } = useSay();
  if (v.stage === "open" || v.stage === "never") return <span>{t(`rules-version-${v.stage}`, { n: v.n })}</span>;
  return (
    <span>
      {t(v.stage === "coming" ? "rules-version-coming" : "rules-version", { n: v.n })} <Day at={v.from ?? v.at} />
    </span>
  );
}

/** Where another version is shown than the one in force: that it is another. Where one is decided and comes: that it does. */
export function OtherVersion({ view, base }: { view: RulesView; base: string }) {
  const { t } = useSay();
  const coming = view.versions.find((v) => v.stage === "coming");
  if (view.inForce)
    return coming ? (
      <Notice title={t("rules-coming")}>
        <p>
          <a href={`${base}/rules?version=${coming.n}`}>
            <VersionSince of={coming} />
          </a>
        </p>
      </Notice>
    ) : null;
  const title = view.stage === "earlier" ? "rules-old" : view.stage === "never" ? "rules-never" : "rules-not-yet";
  return (
    <Notice tone="warn" title={t(title, { n: view.n })}>
      <p>
        <a href={`${base}/rules`}>{t("rules-now")}</a>
      </p>
    </Notice>
  );
}

/** Those that were before, newest first; and what is decided and isn't in force yet. */
export function Versions({ view, base }: { view: RulesView; base: string }) {
  const newest = [...view.versions].reverse();
  const coming = newest.filter((v) => v.stage === "coming" || v.stage === "open");
  const earlier = newest.filter((v) => v.stage === "earlier" || v.stage === "never");
  return (
    <>
      <VersionList title="rules-coming" of={coming} base={base} />
      <VersionList title="rules-versions" of={earlier} base={base} />
    </>
  );
}

function VersionList({ title, of, base }: { title: string; of: readonly Version[]; base: string }) {
  const { t } = useSay();
  if (of.length === 0) return null;
  return (
    <section>
      <h2>{t(title)}</h2>
      {of.map((v) => (
        <details key={v.n}>
          <summary>
            <VersionSince of={v} />
          </summary>
          {v.fails && <p>{t("rules-no-effect", { rule: v.fails })}</p>}
          {v.changes.length > 0 ? <RuleChanges changes={v.changes} /> : <p>{t("rules-first")}</p>}
          <p>
            <a href={`${base}/rules?version=${v.n}`}>{t("version", { n: v.n })}</a>
          </p>
        </details>
      ))}
    </section>
  );
}
