/**
 * A teller's count of a vote on devices (V-34): opens what was sealed to this device, holds each
 * opening against its commitment, counts, and signs the totals; outside a sitting also the list of numbers
 * with their positions (V-56). Who took which position never leaves this page.
 */
import { equalBytes, fromHex, toHex } from "@nabat/kernel";
import { paperCounts } from "@nabat/body/elections/reckon.ts";
import { listBytes, listLines, type OpenedLine, openingBytes, POSITIONS } from "@nabat/body/votes/opening-bytes.ts";
import { deviceBox, random, sha256, unseal } from "@nabat/platform/browser/mod.ts";
import type { BoxSecret } from "@nabat/platform/common/seal.ts";
import { bytesAttachment } from "../act/fields.ts";
import { confirmSigning } from "../page/confirm.ts";
import { type FormWork, Said } from "../page/act-form.ts";
import { desk } from "../page/desk.ts";
import { moment, t } from "../page/say.ts";
import { progress } from "../page/tell.ts";

/** A cast position as the record holds it. */
export interface CastLine {
  readonly commit: string;
  readonly opening: string;
}

/** A sealed position as it opens: a choice with its number, or `invalid` under its commitment where it isn't what was committed to. */
export interface Opened {
  readonly choice: string | readonly string[];
  readonly number: string;
}

/** Opens a sealed position; `undefined`: it isn't sealed to this device. */
export async function openPosition(
  vote: string,
  line: CastLine,
  sealed: Uint8Array,
  mine: BoxSecret,
  known: readonly string[] = POSITIONS,
): Promise<Opened | undefined> {
  const invalid = { choice: "invalid", number: line.commit };
  const plain = await unseal(sealed, mine);
  if (!plain) return undefined;
  if (!equalBytes(sha256(plain), fromHex(line.commit))) return invalid;
  try {
    const { choice, number, salt, vote: of } = JSON.parse(new TextDecoder().decode(plain)) as SealedOpening;
    const marks = typeof choice === "string" ? [choice] : choice;
    const fits =
      of === vote &&
      /^[0-9a-f]{32}$/.test(number) &&
      marks.every((m) => known.includes(m)) &&
      equalBytes(openingBytes(vote, choice, salt, number), plain);
    return fits ? { choice, number } : invalid;
  } catch {
    return invalid;
  }
}

interface SealedOpening {
  readonly choice: string | string[];
  readonly number: string;
  readonly salt: string;
  readonly vote: string;
}

/** Marks on a ballot besides the candidates'. */
const OTHERS = ["none", "blank"] as const;

/** The ballot that a form counts, from its attributes; `undefined` for a motion's vote. */
function ballotOf(form: HTMLFormElement) {
  const { choices, seats, rule, labels } = form.dataset;
  if (choices === undefined) return undefined;
  const keys = choices.split(" ");
  const vote = {
    ballot: keys.map((key) => ({ key, member: "" as never })),
    seats: Number(seats),
    rule: rule === "approval" ? ("approval" as const) : ("plurality" as const),
  };
  return { keys, vote, labels: JSON.parse(labels ?? "{}") as Record<string, string> };
}

/** Openings fetched at once. */
const AT_ONCE = 8;

export const work: FormWork = {
  async prepare(form, draft, own) {
    const vote = draft.data["vote"] as string;
    const { api } = desk();
    const base = `/api/bodies/${own.body}`;
    const { casts } = await api.json<{ casts: CastLine[] }>(`${base}/votes/${vote}/casts`);
    const ballot = ballotOf(form);
    const counts: Record<string, number> = Object.fromEntries(
      (ballot ? [...ballot.keys, ...OTHERS] : POSITIONS).map((p) => [p, 0]),
    );
    const mine = deviceBox(own.device);
    const listed: OpenedLine[] = [];
    let done = 0;
    let closed = 0;
    const one = async (line: CastLine) => {
      const got = await api.bytes(`${base}/attachments/${line.opening}`);
      if (!("bytes" in got)) throw new Said(got.sentence);
      const opened = await openPosition(vote, line, got.bytes, mine, ballot && [...ballot.keys, ...OTHERS]);
      if (opened === undefined) closed++;
      const known = opened?.choice === "invalid" ? undefined : opened;
      listed.push({ commit: line.commit, ...known });
      if (opened)
        for (const key of ballot ? paperCounts(ballot.vote, opened.choice) : [String(opened.choice)])
          counts[key] = (counts[key] ?? 0) + 1;
      if (++done % 5 === 0 || done === casts.length)
        progress(form, t("island-tally-progress", { done, of: casts.length }));
    };
    const queue = [...casts];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let line = queue.shift(); line; line = queue.shift()) await one(line);
      }),
    );
    // Nothing opens: this is the wrong device, and a count that leaves positions out would be a false one.
    if (closed > 0 && closed === casts.length)
      throw new Said(t("island-tally-closed", { n: closed, of: casts.length }));
    // A few don't: whoever sealed theirs to nobody spoils their own position, not everybody's count (V-34).
    if (closed > 0) counts["invalid"] = (counts["invalid"] ?? 0) + closed;
    draft.data["counts"] = counts;
    // Outside a sitting every number is published with its position (V-56).
    if (form.dataset["listed"] !== undefined) {
      const bytes = listBytes(vote, listLines(listed));
      const { ref, attachment } = bytesAttachment({ sha256, random }, bytes, "members", "application/json");
      draft.data["list"] = toHex(sha256(bytes));
      draft.data["file"] = ref;
      draft.attachments.push(attachment);
    }
    const lines = Object.entries(counts).map(([key, n]) => ({
      label: ballot?.labels[key] ?? t(`island-count-${key}`),
      value: String(n),
      text: false,
    }));
    if (closed > 0) lines.push({ label: t("island-tally-not-sealed"), value: String(closed), text: false });
    const yes = await confirmSigning({
      title: t("island-tally-sign", {
        n: casts.length,
        when: moment(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone),
      }),
      lines,
      yes: t("island-sign"),
    });
    if (!yes) throw new Said(t("island-not-signed"));
  },
};
