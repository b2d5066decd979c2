/**
 * n6:K, each person's own consent to join. First on a scale of one to a hundred, with every attempt to
 * join somebody without their own signature; then in full: about two thousand people, one by one, each
 * with their own key, while the others of nearly six thousand sign nothing. See cases/n6-K.md.
 */
import { type ActId, type MemberId, toHex } from "@nabat/kernel";
import { joinBytes } from "@nabat/body";
import { answer, entriesOf, enrolmentOf, invite, type Seat } from "@nabat/exchange/client/mod.ts";
import facts from "../../../../cases/facts/n6-K.json" with { type: "json" };
import { Assembly, caseStatutes, day } from "./assembly.ts";
import { openDoor } from "./deciding.ts";
import { type Case, outcomeOf, type Stage } from "./stage.ts";

const DAY = 86_400_000;
const ASKERS = 16;
const { guests, join, leave } = facts.replay;

interface Roll {
  readonly roll: number;
  readonly guests: number;
  readonly applicants: number;
}

function number(id: string): number {
  const found = facts.numbers.find((n) => n.id === id);
  if (!found) throw new Error(`no number ${id}`);
  return found.value;
}

/** Nabat goes further than the source: nobody is a member on the day itself. */
const statutes = caseStatutes((s) => ({ ...s, admission: { ...s.admission, waitingDays: 1 } }));

async function play(stage: Stage): Promise<void> {
  await inSmall(stage);
  if (!stage.options.small) await inFull(stage);
}

async function inSmall(stage: Stage): Promise<void> {
  const body = await begin(stage, "Insurrectionary Army, one to a hundred");
  await opened(body, join);
  const sitting = await body.sit("Great popular meeting", { present: body.seats.length, guests });
  const link = await invite(body.founder, "guest", body.now + DAY, true);
  const came: Seat[] = [];
  for (let n = 1; n <= guests; n++) came.push(await body.client.join(body.client.person(`Guest ${n}`), link));
  stage.check("sum", guests, (await rollOf(body)).guests);
  await withoutConsent(stage, body, came[0] as Seat);
  const willing = came.slice(0, join);
  for (const guest of willing) {
    const invitation = await invite(body.founder, "member", body.now + DAY);
    await guest.act("apply", await answer(invitation, guest));
  }
  stage.check("no-consent-no-member", body.seats.length, (await rollOf(body)).roll);
  await body.clock(body.now + DAY);
  const before = await rollOf(body);
  stage.check("personal", join, before.roll - body.seats.length);
  await readPersonal(
    stage,
    body,
    "apply",
    willing.map((s) => s.member),
  );
  const gone = await goFree(stage, body, came.slice(join));
  stage.check("sum", guests, gone.roll - body.seats.length + (before.guests - gone.guests));
  await estimates(stage, body, sitting);
}

async function begin(stage: Stage, name: string): Promise<Assembly> {
  return Assembly.begin(stage, {
    name,
    purpose: `A replay of ${facts.case}`,
    at: day("1920-11-24"),
    people: ["Founder 1", "Founder 2", "Founder 3"],
    statutes,
  });
}

/** So many at once are let in by decision, as many as declare themselves: else their votes would come one by one (M-26, M-27). */
async function opened(body: Assembly, places: number): Promise<void> {
  await openDoor(body, places, {
    title: "The door is open to all who declare it",
    text: body.text("Whoever declares, each for himself, that he joins us has his vote with it."),
  });
}

async function rollOf(body: Assembly): Promise<Roll> {
  return body.founder.get<Roll>("roll?limit=1");
}

/** Whatever would make members of people who have not signed for it is refused. */
async function withoutConsent(stage: Stage, body: Assembly, guest: Seat): Promise<void> {
  const { founder } = body;
  const { nonce } = founder.keys;
  const invitation = await invite(founder, "member", body.now + DAY);
  const other = body.client.person("Somebody who did not ask").keysFor(nonce);
  const asThem = await body.client.seat(body.body, { ...other, device: founder.device }, "Somebody else's hand");
  const name = founder.text("Somebody who did not ask");
  const invited = await invitation.key.sign(joinBytes(body.body, other.member, other.device.signer.key));
  const joining = { invitation: invitation.id, invited: toHex(invited), enrol: await enrolmentOf(other), name };
  await stage.refused("no-bulk", "R-3", founder.put("join", { ...joining, enrol: [joining.enrol, joining.enrol] }));
  await stage.refused(
    "no-bulk",
    "R-3",
    founder.put("apply", { ...(await answer(invitation, founder)), members: [guest.member, other.member] }),
  );
  await stage.refused("no-consent-no-member", "K-1", asThem.put("join", joining));
  const asGuest = await body.client.seat(body.body, { ...guest.keys, device: founder.device }, "Somebody else's hand");
  await stage.refused("no-consent-no-member", "K-1", asGuest.put("apply", await answer(invitation, asGuest)));
  const admit = {
    title: founder.text("We admit them"),
    text: founder.text("Without asking."),
    subject: { type: "admission", member: guest.member },
  };
  await stage.refused("no-consent-no-member", "M-9", founder.put("move", admit));
  stage.check("no-consent-no-member", { refused: true }, { refused: (await rollOf(body)).roll === body.seats.length });
}

/** Each of those who joined did so by an entry of their own, under a key that is theirs alone. */
async function readPersonal(
  stage: Stage,
  body: Assembly,
  kind: "apply" | "join",
  wanted: readonly MemberId[],
): Promise<void> {
  const entries = await entriesOf(body.founder, `kind=${kind}`);
  const keyOf = (act: unknown) => (act as { proof: { verificationMethod: string } }).proof.verificationMethod;
  const own = entries.filter((e) => e.act && wanted.includes(e.act.by));
  stage.check(
    "personal",
    [wanted.length, wanted.length],
    [new Set(own.map((e) => e.act?.by)).size, new Set(own.map((e) => keyOf(e.act))).size],
  );
}

/** The others leave by their own entry, and nobody is asked; whoever stays away is not barred from coming back. */
async function goFree(stage: Stage, body: Assembly, others: readonly Seat[]): Promise<Roll> {
  let left = 0;
  for (const seat of others) if ((await seat.put("leave")).ok) left++;
  stage.check("free-to-go", leave, left);
  const gone = new Set(others.map((s) => s.member));
  const { items } = await body.founder.get<{ items: { id: MemberId; standing: string }[] }>("roll?limit=1000");
  stage.check("free-to-go", 0, items.filter((m) => gone.has(m.id)).length);
  const after = await rollOf(body);
  const again = await invite(body.founder, "guest", body.now + DAY);
  stage.check(
    "free-to-go",
    { refused: false },
    await outcomeOf(body.client.join(body.client.person("One who comes back"), again)),
  );
  return after;
}

/** In full: two thousand people join one by one, sixteen members hand out invitations side by side. */
async function inFull(stage: Stage): Promise<void> {
  const joined = number("joined");
  const body = await begin(stage, "Insurrectionary Army, in full");
  const founders = body.seats.length;
  await opened(body, joined + ASKERS);
  const askers = await body.join(
    Array.from({ length: ASKERS }, (_, i) => `Who asks ${i + 1}`),
    "member",
  );
  await body.clock(body.now + DAY);
  await body.sit("Great popular meeting", { present: founders + ASKERS, guests: number("prisoners") });
  const seats: Seat[] = [];
  let next = 0;
  const ask = async (asker: Seat): Promise<void> => {
    while (next < joined) {
      const n = ++next;
      const invitation = await invite(asker, "member", body.now + DAY);
      seats.push(await body.client.join(body.client.person(`Person ${n}`), invitation));
      if (n % 50 === 0) stage.options.progress?.(n, joined);
    }
  };
  await Promise.all(askers.map(ask));
  await body.clock(body.now + DAY);
  stage.check("personal", joined, (await rollOf(body)).roll - founders - ASKERS);
  await readPersonal(
    stage,
    body,
    "join",
    seats.map((s) => s.member),
  );
}

/** The source's two figures stand as what they are: estimates, with their lines. */
async function estimates(stage: Stage, body: Assembly, sitting: ActId): Promise<void> {
  for (const id of ["prisoners", "joined"] as const) {
    const n = facts.numbers.find((x) => x.id === id);
    const quality = id === "prisoners" ? "nearly" : "estimated";
    await body.founder.act("account", {
      about: sitting,
      source: body.text(`The book: ${n?.what} (line ${n?.lines[0]})`),
      present: { value: number(id), quality },
    });
  }
  const { items } = await body.founder.get<{
    items: { accounts: { present?: { value: number; quality: string } }[] }[];
  }>(`accounts?about=${sitting}`);
  const shown = items.flatMap((i) => i.accounts).flatMap((a) => a.present ?? []);
  stage.check("estimates", facts.checks.find((c) => c.id === "estimates")?.expect, {
    about: shown.map((p) => p.value),
  });
  stage.check(
    "estimates",
    ["nearly", "estimated"],
    shown.map((p) => p.quality),
  );
}

export const n6k: Case = { name: facts.case, title: facts.title, checks: facts.checks, door: 0, play };
