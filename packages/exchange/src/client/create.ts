/**
 * A client of one clerk: founds bodies, joins them, and takes a person's seat in them. Programs,
 * replays, load and stories use it; nothing in it is trusted that a signature or a proof doesn't show.
 */
import { type ActId, type BodyId, type Hash, type KeyId, toBase64, toHex } from "@nabat/kernel";
import type { Found } from "@nabat/body/founding/acts.ts";
import { type InvitedAs, joinBytes } from "@nabat/body/members/acts.ts";
import type { Data, Receipt } from "@nabat/record";
import { createHttp, type Http, type HttpConfig } from "./http.ts";
import { type BodyKeys, enrolmentOf, Person } from "./person.ts";
import { Seat, signAct } from "./seat.ts";
import { gather, type Text, textOf } from "./text.ts";
import type { Signer, Tools } from "./tools.ts";
import { RecordWatch } from "./watch.ts";

export interface ClientConfig extends HttpConfig {
  readonly tools: Tools;
  /** How old the last look at a record may be when something is signed, in ms; 0: look before each signature. */
  readonly recheckMs?: number;
  readonly now?: () => number;
}

/** An invitation as its link carries it. */
export interface Invitation {
  readonly body: BodyId;
  readonly id: ActId;
  readonly as: InvitedAs;
  /** The one-time key. */
  readonly key: Signer;
}

/** What is needed to found a body; texts are `Text`s. The rest of the founding act is added here. */
export type Founding = Omit<Found, "nonce" | "name" | "purpose" | "text" | "founder" | "founderName" | "clerk"> & {
  readonly name: Text;
  readonly purpose: Text;
  readonly text: Text;
  readonly founderName?: Text;
  /** Other clerk than this server's own: never, except to try. */
  readonly clerk?: KeyId;
};

export interface FoundOptions {
  /** The code that the server printed at start, where it asks for one. */
  readonly code?: string;
  /** For a body that another's decision establishes (F-10). */
  readonly evidence?: Uint8Array;
}

/** What a clerk says of a body to everyone. */
export interface Facts {
  readonly body: BodyId;
  readonly name?: string;
  readonly nonce: string;
  readonly clerk: KeyId;
  readonly size: number;
  readonly now: number;
  readonly type: string;
  readonly phase: "provisional" | "adopted";
  readonly practice: boolean;
}

export class Client {
  readonly http: Http;
  readonly tools: Tools;
  readonly #config: ClientConfig;
  readonly #watches = new Map<BodyId, RecordWatch>();
  #clerk: Promise<KeyId> | undefined;

  constructor(config: ClientConfig) {
    this.#config = config;
    this.tools = config.tools;
    this.http = createHttp(config);
  }

  /** A person with a seed of their own. */
  person(name: string, seed?: Uint8Array): Person {
    return new Person(this.tools, name, seed);
  }

  /** The clerk's key. */
  clerkKey(): Promise<KeyId> {
    this.#clerk ??= this.http.must<{ key: KeyId }>("GET", "/api/clerk").then((c) => c.key);
    return this.#clerk;
  }

  /** The public facts of a body. */
  facts(body: BodyId): Promise<Facts> {
    return this.http.must<Facts>("GET", `/api/bodies/${body}`);
  }

  /** Founds a body. Throws `Refused`. */
  async found(person: Person, founding: Founding, options: FoundOptions = {}): Promise<Seat> {
    const clerk = founding.clerk ?? (await this.clerkKey());
    const keys = person.keysFor(toHex(this.tools.random(16)));
    const founderName = founding.founderName ?? textOf(this.tools, person.name);
    const whole = { ...founding, nonce: keys.nonce, founder: await enrolmentOf(keys), founderName, clerk };
    const { data, attachments } = gather(whole);
    const now = (this.#config.now ?? Date.now)();
    const act = await signAct(
      this.tools,
      { v: 1, seq: 1, kind: "found", by: keys.member, at: now, data: data as Data },
      keys.device.signer,
    );
    const { body } = await this.http.must<{ body: BodyId; receipt: Receipt }>("POST", "/api/bodies", {
      body: {
        act: act.text,
        attachments,
        ...(options.code === undefined ? {} : { code: options.code }),
        ...(options.evidence ? { evidence: toBase64(options.evidence) } : {}),
      },
    });
    const seat = this.#seat(body, clerk, keys, person.name);
    seat.knowSeq(keys.device.signer.key, 1);
    return seat;
  }

  /** Brings a person in with an invitation, by their own signature. Throws `Refused`. */
  async join(person: Person, invitation: Invitation, name: Text = textOf(this.tools, person.name)): Promise<Seat> {
    const { nonce, clerk } = await this.#known(invitation.body);
    const keys = person.keysFor(nonce);
    const seat = this.#seat(invitation.body, clerk, keys, person.name);
    seat.knowSeq(keys.device.signer.key, 0);
    seat.knowSeq(keys.reserve.key, 0);
    await seat.act("join", { ...(await answer(invitation, seat)), enrol: await enrolmentOf(keys), name });
    return seat;
  }

  /** The seat of keys that a body may or may not know: for who has joined before, and for strangers who try. */
  async seat(body: BodyId, keys: BodyKeys, name = "somebody"): Promise<Seat> {
    const { clerk } = await this.#known(body);
    return this.#seat(body, clerk, keys, name);
  }

  readonly #facts = new Map<BodyId, Promise<Facts>>();

  /** Nonce and clerk of a body don't change while a client lives. */
  #known(body: BodyId): Promise<Facts> {
    let facts = this.#facts.get(body);
    if (!facts) {
      facts = this.facts(body);
      facts.catch(() => this.#facts.delete(body));
      this.#facts.set(body, facts);
    }
    return facts;
  }

  #seat(body: BodyId, clerk: KeyId, keys: BodyKeys, name: string): Seat {
    const { http, tools } = this;
    const now = this.#config.now ?? Date.now;
    let watch = this.#watches.get(body);
    if (!watch) {
      watch = new RecordWatch({ http, tools, body, clerk, recheckMs: this.#config.recheckMs ?? 0, now });
      this.#watches.set(body, watch);
    }
    return new Seat({ http, tools, watch, body, clerk, keys, name, now });
  }
}

/** A client of the clerk at `config.url`. */
export function createClient(config: ClientConfig): Client {
  return new Client(config);
}

/** Hands out an invitation. `until` in ms. Throws `Refused`. */
export async function invite(by: Seat, as: InvitedAs, until: number, many = false): Promise<Invitation> {
  const key = by.tools.signer(by.tools.random(32));
  const { id } = await by.act("invite", { key: key.key, as, until, ...(many ? { many: true } : {}) });
  return { body: by.body, id, as, key };
}

/** What an invitation's key says for this seat: the data that `join` and `apply` share. */
export async function answer(invitation: Invitation, seat: Seat): Promise<{ invitation: ActId; invited: string }> {
  const invited = await invitation.key.sign(joinBytes(seat.body, seat.member, seat.device.signer.key));
  return { invitation: invitation.id, invited: toHex(invited) };
}

/** Closes the list of founders as it stands (F-14): `by` anybody on it. Gives the act that closed it. Throws `Refused`. */
export async function closeList(by: Seat): Promise<ActId> {
  const { hash } = await by.get<{ hash: Hash }>("founders");
  const { id } = await by.act("list.close", { people: hash });
  return id;
}

/** Closes the list and lets these people sign it, the first of whom closes it: with more than half of it the body is adopted (F-6). */
export async function foundTogether(people: readonly Seat[]): Promise<ActId> {
  const [first] = people;
  if (!first) throw new RangeError("nobody founds");
  const list = await closeList(first);
  const waiting = [...people];
  const work = async (): Promise<void> => {
    for (let seat = waiting.shift(); seat; seat = waiting.shift()) await seat.act("list.sign", { list });
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return list;
}
