/**
 * The founding act (F-1 to F-13): makes a body out of nothing but its founder's signature. The
 * founder is a member at once and gets no other right from it (L1).
 */
import { type BodyId, ok, refuse, type Result } from "@nabat/kernel";
import type { Act, Signed } from "@nabat/record";
import { NEVER } from "../engine/in-force.ts";
import { bind, bringIn } from "../archive/own.ts";
import { LAST_CLOCK } from "../engine/fields.ts";
import type { Admission, Context, Right } from "../engine/kind.ts";
import type { State } from "../engine/state.ts";
import { checkEnrolment, enterKeys } from "../keys/enrol.ts";
import { checkStatutes } from "../statutes/check.ts";
import type { Found } from "./acts.ts";
import { sizesHold } from "../voice/sizes.ts";
import { noVoice } from "../voice/part.ts";
import type { FoundingPart } from "./part.ts";

/**
 * Checks a founding act and makes the state of the new body; the caller writes `body`, `size`, `at`
 * and the first `seq`. Refuses N-1 to N-3, F-3, F-4, F-8, F-10, F-12, F-13, K-1, K-3, P-1 to P-3, S-6 and S-20 to S-34.
 */
export function foundBody(signed: Signed<Act<Found>>, cx: Context): Result<{ state: State; admission: Admission }> {
  const act = signed.document;
  const data = act.data;
  const sizes = sizesHold(act.kind, data, false);
  if (!sizes.ok) return sizes;
  const keys = checkEnrolment(new Map(), data.founder, cx.key, { by: act.by, sha256: cx.sha256 });
  if (!keys.ok) return keys;
  if (data.founder.weak) return refuse("F-4", "weak-key");
  if (data.clerk === data.founder.device || data.clerk === data.founder.reserve)
    return refuse("F-8", "clerk-is-founder");
  const clock = checkClock(data, cx);
  if (!clock.ok) return clock;
  if (data.existing && data.establishedBy) return refuse("F-12", "existing-and-established");
  if (data.existing && data.existing.since > cx.at) return refuse("F-12", "not-yet");
  if (data.continues && data.establishedBy) return refuse("F-13", "continues-and-established");
  const lawful = checkStatutes(data.statutes);
  if (!lawful.ok) return lawful;
  const mother = checkMother(data, cx);
  if (!mother.ok) return mother;
  const right: Right = data.establishedBy ? { rule: "F-10", from: data.establishedBy.act } : { rule: "F-1" };
  return ok({ state: firstState(act, cx, mother.value), admission: { right, effect: undefined } });
}

function checkClock(data: Found, cx: Context): Result<true> {
  if (data.clock === undefined) return ok(true);
  if (!data.practice) return refuse("P-1", "no-practice-body");
  if (data.clock > LAST_CLOCK) return refuse("P-3", "calendar-ends", { most: LAST_CLOCK });
  return data.clock === cx.at ? ok(true) : refuse("P-2", "not-its-clock", { clock: data.clock });
}

/** What the mother body's record must prove (F-10): the decision, of this type. */
function checkMother(data: Found, cx: Context): Result<FoundingPart["establishedBy"]> {
  if (!data.establishedBy) {
    if (data.type === "assembly") return ok(undefined);
    return refuse("F-3", "needs-a-mother", { type: data.type });
  }
  const proved = cx.evidence?.parent;
  if (!proved) return refuse("F-10", "no-evidence");
  const { body, act } = data.establishedBy;
  if (proved.body !== body || proved.act !== act) return refuse("F-10", "evidence-of-another");
  if (proved.establishes.type !== data.type) return refuse("F-10", "another-type", { type: proved.establishes.type });
  // A practice body without a clock of its own can't be compared with a mother that rehearses another time.
  const comparable = !data.practice || data.clock !== undefined;
  if (proved.from === NEVER) return refuse("F-10", "out-of-force");
  if (comparable && proved.at <= cx.at && proved.from > cx.at)
    return refuse("F-10", "not-in-force-yet", { from: proved.from });
  if (comparable && proved.at > cx.at) return refuse("F-10", "before-the-decision", { decided: proved.at });
  return ok({
    body: body as unknown as BodyId,
    act,
    at: proved.at,
    seats: proved.establishes.seats,
    mandate: proved.establishes.text,
  });
}

function firstState(act: Act<Found>, cx: Context, mother: FoundingPart["establishedBy"]): State {
  const data = act.data;
  const at = cx.at;
  const state: State = {
    body: cx.id as unknown as BodyId,
    size: 0,
    at,
    rules: data.statutes.rules,
    seqs: new Map(),
    founding: {
      nonce: data.nonce,
      type: data.type,
      name: data.name.hash,
      purpose: data.purpose.hash,
      founder: act.by,
      at,
      practice: data.practice === true,
      phase: mother ? "adopted" : "provisional",
      ...(mother ? { establishedBy: mother, adoptedBy: mother.act, adoptedAt: at } : {}),
      ...(data.existing ? { existing: { since: data.existing.since, confirmed: false } } : {}),
      ...(data.continues ? { continues: data.continues as unknown as BodyId } : {}),
      mayEstablish: new Map(),
      children: [],
      epoch: 0,
      clerk: data.clerk,
      clerks: [{ epoch: 0, key: data.clerk, size: 0 }],
    },
    statutes: { versions: [{ n: 1, statutes: data.statutes, text: data.text.hash, by: cx.id, at, from: at }] },
    members: {
      members: new Map([
        [
          act.by,
          {
            id: act.by,
            name: data.founderName.hash,
            by: cx.id,
            founder: true,
            joined: at,
            status: "member",
            from: at,
            fromIndex: 0,
            votesFrom: at,
            votesIndex: 0,
            voteBy: "founder",
            vouchers: [],
            seen: false,
            decided: false,
            codes: [],
            card: false,
          },
        ],
      ]),
      invitations: new Map(),
      doors: new Map(),
      greeting: { missed: new Map() },
    },
    keys: {
      keys: new Map(),
      recoveries: new Map(),
      askedFor: new Map(),
      alone: [],
      stoodFor: new Map(),
      objected: new Map(),
      ended: new Map(),
      disputes: new Map(),
      decided: new Map(),
      pending: new Map(),
    },
    sittings: { sittings: new Map() },
    motions: { motions: new Map(), ofMover: new Map(), amended: new Map() },
    votes: { votes: new Map(), results: new Map(), offers: new Map() },
    binding: { decisions: new Map(), agreed: new Map(), signed: new Map(), paper: new Map() },
    meetings: { calls: new Map(), courses: new Map(), carried: [], delayed: new Map(), running: [], due: [] },
    elections: { elections: new Map(), offices: [] },
    accounts: { about: new Map() },
    archive: {
      owners: new Map(),
      bound: new Map(),
      guarded: new Map(),
      erased: new Map(),
      outOfView: new Map(),
      withheld: new Map(),
      copies: new Map(),
      witnesses: new Map(),
      taken: new Map(),
      recomputed: new Map(),
    },
    practice: data.clock === undefined ? {} : { clock: data.clock },
    voice: noVoice(act.by, at),
  };
  enterKeys(state, act.by, data.founder, at);
  bringIn(state, act.by, { name: data.founderName });
  for (const basis of [data.name, data.purpose, data.text]) bind(state, basis.hash, cx.id);
  return state;
}
