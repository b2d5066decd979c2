/**
 * The follower: for each followed record, one round looks at the clerk's checkpoint, judges it, takes a
 * copy in where it may read, cosigns, and keeps what it saw. A fork is kept with both signed notes and
 * shown to anyone; from then on nothing of that record is cosigned.
 */
import {
  type BodyId,
  canonicalBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  type Sha256,
  toBase64,
  toHex,
} from "@nabat/kernel";
import { GrowingTree } from "@nabat/record";
import { goneByDecision, type State } from "@nabat/body";
import { type SigningKey, verify, verifyRaw } from "@nabat/platform";
import { Conflict, type Follow, LeaseLost, type Store } from "@nabat/store";
import { cosign, noteText } from "./cosign.ts";
import type { CopyState, Ingested, Lacking } from "./ingest.ts";
import { fetchAgain, fetchPositions, type Lack } from "./lacking.ts";
import { type Keepers, keepersNow, signersAt } from "./keepers.ts";
import { fetchEntries, PIECE, type PieceLimits, takePiece } from "./piece.ts";
import { remoteRecord, type Remote, Unreachable } from "./remote.ts";
import { type FollowState, readState } from "./follow-state.ts";
import { type Fork, judge, type Seen, type Watched } from "./watch.ts";
import { advance, witnessed } from "./witnessed.ts";

const LEASE_MS = 30_000;
/** Most contents that are remembered as lacking. */
const MOST_LACKING = 10_000;

interface Copied {
  readonly role: FollowState["role"];
  readonly fault?: string;
  readonly lacking?: readonly Lacking[];
}

export interface FollowerDeps {
  readonly sha256: Sha256;
  readonly store: Store;
  readonly key: SigningKey;
  readonly now: () => number;
  readonly holder: string;
  /** Reads a kept copy back into memory. */
  readonly load: (body: BodyId) => Promise<CopyState>;
  /** A copy has grown here: pages of it must be read anew. */
  readonly grown: (body: BodyId) => Promise<void>;
  readonly fetch?: typeof fetch;
  /** Most that is taken in at a time. */
  readonly limits?: PieceLimits;
}

/** Epoch and role that a copy's row is left at. */
type Place = { readonly epoch: number; readonly role: "clerk" | "copy" };

/** The outcome of one round, for people. */
export interface Round {
  readonly body: BodyId;
  readonly is: Watched["is"] | "unreachable" | "fault";
  readonly size: number;
  readonly fault?: string;
}

export class Follower {
  readonly #deps: FollowerDeps;
  readonly #copies = new Map<BodyId, CopyState>();
  /** One round of a record at a time. */
  readonly #busy = new Map<BodyId, Promise<unknown>>();

  constructor(deps: FollowerDeps) {
    this.#deps = deps;
  }

  /** Starts to follow `body` at `url` and makes the first round. Throws {@link Unreachable}. */
  async follow(url: string, body: BodyId): Promise<Round> {
    await remoteRecord(url, body, this.#deps.key, this.#deps.fetch).facts();
    const known = (await this.#deps.store.follows.of(body)).find((f) => f.url === url);
    if (!known)
      await this.#deps.store.follows.put({
        body,
        url,
        since: this.#deps.now(),
        checkedAt: null,
        size: 0,
        fault: null,
        state: null,
      });
    return this.round(body, url);
  }

  /** One round for every followed record. */
  async rounds(): Promise<Round[]> {
    const out: Round[] = [];
    for (const follow of await this.#deps.store.follows.list()) out.push(await this.round(follow.body, follow.url));
    return out;
  }

  /** One round for one record. Never throws for what the other server does; it says so. */
  round(body: BodyId, url: string): Promise<Round> {
    const before = this.#busy.get(body) ?? Promise.resolve();
    const now = before.then(() => this.#round(body, url));
    this.#busy.set(
      body,
      now.catch(() => undefined),
    );
    return now;
  }

  async #round(body: BodyId, url: string): Promise<Round> {
    const follow = (await this.#deps.store.follows.of(body)).find((f) => f.url === url);
    if (!follow) throw new Error(`${body} is not followed at ${url}`);
    const state = readState(follow);
    if (state?.fork) return { body, is: "fork", size: state.size, fault: state.fork.why };
    try {
      return await this.#look(follow, state, remoteRecord(url, body, this.#deps.key, this.#deps.fetch));
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await this.#put(follow, state, error.message);
      return { body, is: "unreachable", size: state?.size ?? 0, fault: error.message };
    }
  }

  async #look(follow: Follow, kept: FollowState | undefined, remote: Remote): Promise<Round> {
    const { sha256, now, store } = this.#deps;
    const { body } = follow;
    const state = kept ?? (await this.#knownElsewhere(body));
    const keepers = await this.#keepers(body, state, remote);
    const last: Seen | undefined = state && {
      size: state.size,
      root: fromHex(state.root),
      note: fromBase64(state.note),
    };
    let watched = await this.#judgeOnce(body, keepers, last, remote);
    // A proof that does not hold may be a broken answer; only the second time is it held against the clerk.
    if (watched.is === "fork" && watched.fork.why !== "same-size-other-root")
      watched = await this.#judgeOnce(body, keepers, last, remote);
    if (watched.is === "fork") return this.#forked(follow, state as FollowState, watched.fork);
    if (watched.is === "unproved") {
      const fault = `${watched.refusal.rule} ${watched.refusal.code}`;
      await this.#put(follow, state, fault);
      return { body, is: "unproved", size: state?.size ?? 0, fault };
    }
    if (watched.is === "behind") {
      await this.#put(follow, state, null);
      return { body, is: "behind", size: watched.size };
    }
    const head = watched.is === "grown" ? watched.head : (last as Seen);
    const copied = await this.#copy(body, remote, head, state?.lacking ?? []);
    if (copied.fault) {
      await this.#put(follow, state, copied.fault);
      return { body, is: "fault", size: state?.size ?? 0, fault: copied.fault };
    }
    const { key: clerk, epoch } = keepers.at(-1) as Keepers[0];
    const next: FollowState = {
      clerk,
      epoch,
      keepers,
      note: toBase64(head.note),
      size: head.size,
      root: toHex(head.root),
      role: copied.role,
      ...(copied.lacking?.length ? { lacking: copied.lacking.slice(0, MOST_LACKING) } : {}),
    };
    // The keeper of a record doesn't witness itself (W-4).
    if (clerk === this.#deps.key.key) {
      await this.#put(follow, next, null);
      return { body, is: watched.is, size: head.size };
    }
    const moved = await advance(sha256, store.settings, body, head, (from, to) =>
      remote.consistency(from.size, to.size),
    );
    if (!moved.ok && moved.rule !== "R-35") {
      const before = (await witnessed(store.settings, body)) as Seen;
      const why = moved.rule === "R-24" ? "same-size-other-root" : "does-not-continue";
      return this.#forked(follow, next, { older: before.note, newer: head.note, why });
    }
    if (!moved.ok) {
      await this.#put(follow, next, null);
      return { body, is: "behind", size: head.size };
    }
    const line = cosign(sha256, this.#deps.key, noteText(head.note), Math.floor(now() / 1000));
    await remote.giveCosignature(head.size, line);
    await this.#put(follow, { ...next, cosignedAt: now() }, null);
    return { body, is: watched.is, size: head.size };
  }

  /** Keeps a fork that another way than a round brought to light. */
  async keepFork(follow: Follow, fork: Fork): Promise<void> {
    const state = readState(follow);
    if (state && !state.fork) await this.#forked(follow, state, fork);
  }

  async #forked(follow: Follow, state: FollowState, { older, newer, why }: Fork): Promise<Round> {
    const fork = { older: toBase64(older), newer: toBase64(newer), why, found: this.#deps.now() };
    await this.#put(follow, { ...state, fork }, `fork: ${why}`);
    return { body: follow.body, is: "fork", size: state.size, fault: why };
  }

  /** What was seen of this record at another address: a keeper that moves house doesn't begin anew. */
  async #knownElsewhere(body: BodyId): Promise<FollowState | undefined> {
    const states = (await this.#deps.store.follows.of(body)).map(readState).filter((s) => s !== undefined);
    return states.filter((s) => !s.fork).sort((a, b) => b.size - a.size)[0];
  }

  async #judgeOnce(body: BodyId, keepers: Keepers, last: Seen | undefined, remote: Remote): Promise<Watched> {
    const { sha256 } = this.#deps;
    const signers = (size: number) => signersAt(keepers, size);
    const note = await remote.checkpoint();
    const first = judge(sha256, verifyRaw, body, signers, last, note, undefined);
    if (first.is !== "unproved" || first.refusal.code !== "no-proof" || !last) return first;
    const size = Number(fromUtf8(note).split("\n")[1]);
    // Only the longer record can prove that it begins with the shorter.
    if (size < last.size && (await this.#isOurs(body, last.size))) return { is: "behind", size };
    const proof = await remote.consistency(Math.min(size, last.size), Math.max(size, last.size));
    return judge(sha256, verifyRaw, body, signers, last, note, proof);
  }

  /** Is the record kept here at least this long, by this server as its keeper? */
  async #isOurs(body: BodyId, size: number): Promise<boolean> {
    const head = await this.#deps.store.ledger.head(body);
    return head?.role === "clerk" && head.size >= size;
  }

  /** Who must have signed: as remembered, moved on only by handovers that the key before signed. */
  async #keepers(body: BodyId, state: FollowState | undefined, remote: Remote): Promise<Keepers> {
    const facts = await remote.facts();
    const remembered: Keepers | undefined =
      state && (state.keepers ?? [{ key: state.clerk, epoch: state.epoch, since: 0 }]);
    if (remembered?.at(-1)?.key === facts.clerk) return remembered;
    return keepersNow(this.#deps.sha256, verify, body, remembered, facts, await remote.handovers());
  }

  /** Fetches, checks and keeps what the copy lacks, where this server may read. */
  async #copy(body: BodyId, remote: Remote, head: Seen, before: readonly Lacking[]): Promise<Copied> {
    const stored = await this.#deps.store.ledger.head(body);
    if (stored && stored.role === "clerk") return { role: "copy" };
    const lacking = stored ? await fetchAgain(this.#lack(body, remote), before) : [...before];
    const from = stored?.size ?? 0;
    if (from >= head.size) return { role: "copy", lacking };
    let grown = false;
    try {
      const copy = await this.#copyState(body, from);
      return await this.#pieces(body, remote, head, copy, { kept: stored ?? undefined, lacking }, () => (grown = true));
    } catch (error) {
      this.#copies.delete(body);
      throw error;
    } finally {
      if (grown) await this.#deps.grown(body);
    }
  }

  /** Takes in piece by piece what `copy` lacks up to `head`. */
  async #pieces(
    body: BodyId,
    remote: Remote,
    head: Seen,
    copy: CopyState,
    before: { readonly kept: Place | undefined; readonly lacking: readonly Lacking[] },
    grown: () => void,
  ): Promise<Copied> {
    const { sha256, store, limits = PIECE } = this.#deps;
    const deps = { sha256, verify, body, remote, head, limits };
    const lacking = [...before.lacking];
    let { kept } = before;
    let raw: readonly Uint8Array[] = [];
    while (copy.tree.size < head.size) {
      if (raw.length === 0) {
        const given = await fetchEntries(deps, copy.tree.size);
        if (!given) return kept ? { role: "copy", lacking } : { role: "witness" };
        if (!given.ok) return { role: "copy", fault: `${given.rule} ${given.code}` };
        raw = given.value;
      }
      const from = copy.tree.size;
      const taken = await takePiece(deps, copy, raw);
      if (!taken.ok) {
        this.#copies.delete(body);
        return { role: "copy", fault: `entry ${String(taken.facts["index"] ?? "?")}: ${taken.rule} ${taken.code}` };
      }
      const place = await this.#keep(body, copy, taken.value, { from, head, kept });
      if (typeof place === "string") return { role: "copy", fault: place };
      kept = place;
      grown();
      raw = raw.slice(taken.value.count);
      lacking.push(...taken.value.lacking.slice(0, Math.max(0, MOST_LACKING - lacking.length)));
    }
    const erased = [...(copy.state?.archive.erased ?? [])].map(([hash, e]) => ({ hash, by: e.by }));
    const erasures = [...erased, ...(copy.state ? goneByDecision(copy.state, copy.state.at) : [])];
    const gone = new Set(erasures.map((e) => e.hash));
    if (erasures.length > 0) await store.attachments.erase(body, erasures);
    const still = lacking.filter((l) => !gone.has(l.hash));
    const now = copy.state ? await fetchPositions(this.#lack(body, remote), copy.state, still) : still;
    if (kept?.role === "clerk") this.#copies.delete(body);
    return { role: "copy", lacking: now };
  }

  /** Keeps one piece; gives the place it left the record at, or why it could not. */
  async #keep(
    body: BodyId,
    copy: CopyState,
    { entries, attachments }: Ingested,
    at: { readonly from: number; readonly head: Seen; readonly kept: Place | undefined },
  ): Promise<Place | string> {
    const { store, holder, now, key } = this.#deps;
    const { from, head, kept } = at;
    const { clerk, epoch, practice } = (copy.state as State).founding;
    const whole = copy.tree.size === head.size;
    // A handover to this very server makes it the record's keeper, once it has all of it.
    const role = whole && clerk === key.key ? ("clerk" as const) : ("copy" as const);
    const group = {
      expectedSize: from,
      epoch: kept?.epoch ?? epoch,
      holder,
      root: copy.tree.root(),
      entries,
      attachments,
      ...(whole ? { checkpoint: { size: head.size, note: head.note, at: now() } } : {}),
    };
    try {
      if (!kept) {
        const start = { role, clerkKey: clerk, practice, createdAt: now(), leaseMs: LEASE_MS };
        await store.ledger.create(body, start, group);
      } else {
        await store.leases.acquire(body, holder, LEASE_MS);
        const same = kept.epoch === epoch && kept.role === role;
        await store.ledger.append(body, same ? group : { ...group, next: { epoch, clerkKey: clerk, role } });
      }
      return { epoch, role };
    } catch (error) {
      this.#copies.delete(body);
      if (error instanceof Conflict || error instanceof LeaseLost)
        return "another process of this server keeps this copy";
      throw error;
    } finally {
      await store.leases.release(body, holder).catch(() => undefined);
    }
  }

  #lack(body: BodyId, remote: Remote): Lack {
    const { sha256, store, key } = this.#deps;
    return { sha256, store, body, remote, mine: key.key };
  }

  /** Forgets the state of a copy, so that it is read anew at the next round. */
  forget(body: BodyId): void {
    this.#copies.delete(body);
  }

  async #copyState(body: BodyId, size: number): Promise<CopyState> {
    const kept = this.#copies.get(body);
    if (kept && kept.tree.size === size) return kept;
    const copy: CopyState =
      size === 0 ? { state: undefined, tree: new GrowingTree(this.#deps.sha256) } : await this.#deps.load(body);
    this.#copies.set(body, copy);
    return copy;
  }

  async #put(follow: Follow, state: FollowState | undefined, fault: string | null): Promise<void> {
    await this.#deps.store.follows.put({
      ...follow,
      checkedAt: this.#deps.now(),
      size: state?.size ?? 0,
      fault,
      state: state ? canonicalBytes(state) : null,
    });
  }
}
