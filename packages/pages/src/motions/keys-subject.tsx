/** The fields of a motion over somebody’s keys (K-15). */
import { Field, Select, useSay } from "@nabat/ui";
import type { MemberLine } from "@nabat/views";

/** Whose keys a meeting decides over, and whom it sends to that person, where they can't come (K-15). */
export function KeysOf({ people }: { people: readonly MemberLine[] }) {
  const { t } = useSay();
  const shown = (p: MemberLine) => ({ value: p.id as string, label: p.name.text ?? p.id.slice(0, 8) });
  const options = people.filter((p) => p.keysDecidable).map(shown);
  const sent = [
    { value: "", label: t("new-keys-before-none") },
    ...people.filter((p) => p.standing === "member").map(shown),
  ];
  if (options.length === 0) return <p class="notice">{t("new-keys-motion-nobody")}</p>;
  return (
    <>
      <p class="soft">{t("new-keys-motion-what")}</p>
      <Select name="subject.member" label={t("new-keys-whose")} options={options} />
      <Field
        name="subject.code"
        label={t("new-keys-code-known")}
        hint={t("new-keys-code-known-hint")}
        lines={4}
        maxLength={2000}
        id="keys-subject-code"
      />
      <p>{t("new-keys-before-what")}</p>
      {[1, 2].map((n) => (
        <Select
          key={n}
          name="subject.before"
          label={t(`new-keys-before-${n}`)}
          as="list"
          value=""
          options={sent}
          id={`before-${n}`}
        />
      ))}
    </>
  );
}
