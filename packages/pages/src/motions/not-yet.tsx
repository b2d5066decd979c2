/** What a motion waits for before a vote over days can be called, and by which ways it is decided. */
import { Day, Notice, People, useSay } from "@nabat/ui";
import type { MotionView } from "@nabat/views";
import { told } from "../frame.tsx";

/** Have so many asked for a secret vote that it is one (V-23)? */
export function secretAsked({ secretAsked: { asked, has } }: Pick<MotionView, "secretAsked">): boolean {
  return has > 0 && has >= asked;
}

/** That its vote is secret, and in which forms. */
export function SecretAsked({ view }: { view: MotionView }) {
  const { t } = useSay();
  if (!secretAsked(view) || (view.status !== "discussed" && view.status !== "voting")) return null;
  return <p class="read">{t("secret-asked", { have: view.secretAsked.has })}</p>;
}

function waysOf(view: MotionView): string {
  const text = view.subject === "text";
  if (view.spoilt?.is === "fallen") return text && !secretAsked(view) ? "ways-again-text" : "ways-again-other";
  if (view.sections.length > 0) return "ways-sections";
  // Nothing is decided by signatures or agreement then (B-7).
  if (secretAsked(view)) return view.modes.outside.length > 0 ? "ways-secret" : "ways-secret-meeting";
  return text ? "ways-text" : "ways-other";
}

/** Of several days that must be waited for, the last. */
function latestAlone(notYet: MotionView["notYet"]): MotionView["notYet"] {
  const latest = Math.max(...notYet.map((n) => n.from ?? 0));
  return notYet.filter((n) => n.from === undefined || n.from === latest);
}

/** What stands between this motion and a vote over days, all of it, each with its rule. */
export function NotYet({ view, base }: { view: MotionView; base: string }) {
  const say = useSay();
  const { t } = say;
  const fell = view.spoilt?.is === "fallen";
  const { callNot } = view.you.may;
  // Whose turn it is, where all else is ready (V-57, V-70).
  const others = !fell && view.notYet.length === 0 && (callNot?.rule === "V-57" || callNot?.rule === "V-70");
  if (view.subject === "keys")
    return (
      <Notice title={t("ways-keys-title")}>
        <p>
          {t("ways-keys")} <a href={`${base}/meetings/new`}>{t("ways-call")}</a>
        </p>
      </Notice>
    );
  const ready = fell ? "motion-again" : view.notYet.length === 0 && !others ? "call-ready" : "call-not-yet";

  return (
    <Notice title={t(others && view.you.may.othersCall ? "call-ready-others" : ready)}>
      {others && callNot && <p>{told(say, callNot)}</p>}
      {!fell && view.notYet.length > 0 && (
        <ul>
          {latestAlone(view.notYet).map(({ rule, code, from, asked, has }) => (
            <li key={rule + code}>
              {told(say, {
                rule,
                code,
                facts: {
                  ...(from === undefined ? {} : { from }),
                  ...(asked === undefined ? {} : { asked }),
                  ...(has === undefined ? {} : { has }),
                },
              })}
            </li>
          ))}
        </ul>
      )}
      {view.subject !== "amendment" && (
        <p>
          {t(waysOf(view))} <a href={`${base}/meetings/new`}>{t("ways-call")}</a>
        </p>
      )}
      {view.resultBy !== undefined && (
        <p class="soft">
          {t(view.notYet.some((n) => n.rule === "V-16") ? "result-by" : "result-by-seconded")}{" "}
          <Day at={view.resultBy} />
        </p>
      )}
      {view.seconders.length > 0 && (
        <p>
          {t("seconded-by")} <People of={view.seconders} />
        </p>
      )}
    </Notice>
  );
}
