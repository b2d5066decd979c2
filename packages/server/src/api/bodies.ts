/** What anyone may know of this server and of a body, and the growth of its record. */
import * as z from "zod";
import { isKeyId, type KeyId, type Millis, toBase64 } from "@nabat/kernel";
import {
  backStill,
  copyHolders,
  keysOf,
  keyStands,
  mayUndoLeaving,
  type State,
  statutesAt,
  waitsForSecond,
} from "@nabat/body";
import { sha256 } from "@nabat/platform";
import { bundleBytes, parseTilePath, tileBytes } from "@nabat/record";
import { mayReadEntries, viewerOf } from "../reading/reader.ts";
import { sound } from "@nabat/clerk/load.ts";
import type { House } from "@nabat/clerk/house.ts";
import { guarded } from "./acts.ts";
import { type ApiDeps, askerOf, houseOf, refuseWith } from "./deps.ts";
import { problem, type Route, route } from "./route.ts";

const bodyParam = z.object({ body: z.string().regex(/^[0-9a-f]{64}$/) });
const proofAnswer = z.object({ proof: z.array(z.string()) });

/** Facts of a body that stand in its public part. */
export async function bodyFacts(deps: ApiDeps, house: House, name: string | undefined) {
  const { state } = house;
  const { founding, archive } = state;
  const inForce = statutesAt(state, house.moment())?.statutes;
  return {
    body: house.body,
    name,
    type: founding.type,
    phase: founding.phase,
    practice: founding.practice,
    size: house.durable.size,
    root: house.durable.root,
    at: state.at,
    now: house.moment(),
    zone: inForce?.zone,
    languages: inForce?.languages,
    nonce: founding.nonce,
    clerk: founding.clerk,
    epoch: founding.epoch,
    keptHere: founding.clerk === deps.clerk.key.key,
    entries: inForce?.entries,
    voting: inForce?.voting.mode,
    copies: copyHolders(state, house.moment()).map(([key]) => key),
    witnesses: [...archive.witnesses.keys()],
  };
}

/**
 * What became of the new keys of a device that waits with them (K-6, K-7, K-13): who looks with it is told. `keysOff`:
 * why they don't come in; `keysLeft`: by a device of theirs the person has left meanwhile, too (K-15, K-16).
 */
function keysAsked(
  state: State,
  key: KeyId,
  at: Millis,
): Partial<Record<"keysOff", string>> & {
  readonly keysAsked?: true;
  readonly keysLeft?: true;
} {
  const asked = [...state.keys.recoveries.values()].filter((r) => r.enrol?.device === key);
  const last = asked.findLast((r) => !r.off) ?? asked.at(-1);
  if (!last) return {};
  const left = backStill(state, last.member, at) ? { keysLeft: true as const } : {};
  if (last.off) return { keysOff: last.off.because, ...left };
  return waitsForSecond(last, at) ? { keysAsked: true, ...left } : left;
}

/** With whose sheet somebody comes: the devices that it can end (K-5). Others ask for none by this key. */
function devicesOf(state: State, key: KeyId, at: Millis): { readonly devices?: readonly KeyId[] } {
  const reserve = state.keys.keys.get(key);
  if (!reserve?.reserve) return {};
  return {
    devices: keysOf(state, reserve.member)
      .filter((k) => !k.key.reserve && keyStands(k.key, at))
      .map((k) => k.id),
  };
}

/** Routes about bodies and their logs. */
export function bodyRoutes(deps: ApiDeps): Route[] {
  const nameOf = async (house: House) => {
    const found = await (await deps.reader(house.body))?.text(house.state.founding.name);
    return found?.here ? found.text : undefined;
  };
  return [
    route({
      method: "get",
      path: "/api/clerk",
      tag: "server",
      summary: "This server: its key, and whether founding asks for a code.",
      answers: { 200: { is: "Facts of the server.", schema: z.looseObject({ name: z.string(), key: z.string() }) } },
      async handle(c) {
        const { config, clerk, version, foundingCode } = deps;
        return c.json({
          name: config.name,
          version,
          key: clerk.key.key,
          now: clerk.now(),
          founding: foundingCode === undefined ? "open" : "code",
        });
      },
    }),
    route<{ body: string }, { key?: string }>({
      method: "get",
      path: "/api/bodies/:body",
      tag: "bodies",
      summary: "The public facts of a body. With ?key=… also the last `seq` entered for that key.",
      params: bodyParam,
      query: z.object({ key: z.string().optional() }),
      answers: {
        200: { is: "Facts.", schema: z.looseObject({ body: z.string(), size: z.int(), root: z.string() }) },
        404: { is: "Not kept here.", schema: problem },
      },
      handle: (c, { query }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const facts = await bodyFacts(deps, house, await nameOf(house));
          const { key } = query;
          if (!key || !isKeyId(key)) return c.json(facts);
          const device = house.state.keys.keys.get(key);
          const holder = device && house.state.members.members.get(device.member);
          const undo = holder && mayUndoLeaving(house.state, holder, key, house.moment());
          // Who can't for now asks all the same: the refusal tells them what to do.
          const back = undo && (undo.ok || undo.code === "stay-ended" || undo.rule === "N-7");
          return c.json({
            ...facts,
            seq: house.state.seqs.get(key as KeyId) ?? 0,
            member: device?.member,
            ...(device && device.since > house.moment() ? { from: device.since } : {}),
            ...(device?.ended !== undefined && device.ended <= house.moment() ? { ended: device.ended } : {}),
            ...(back ? { mayUndoLeaving: true } : {}),
            ...keysAsked(house.state, key, house.moment()),
            ...devicesOf(house.state, key, house.moment()),
            standing: viewerOf(house.state, house.moment(), key).standing,
          });
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/checkpoint",
      tag: "record",
      summary: "The signed checkpoint with cosignatures (C2SP tlog-checkpoint).",
      params: bodyParam,
      answers: { 200: { is: "A signed note.", media: "text/plain" } },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const note = await deps.clerk.checkpoints.cosigned(house);
          return c.body(note as Uint8Array<ArrayBuffer>, 200, {
            "Content-Type": "text/plain; charset=utf-8",
            "Cache-Control": "no-cache",
          });
        }),
    }),
    route<{ body: string }, { from: number; to?: number }>({
      method: "get",
      path: "/api/bodies/:body/proof/consistency",
      tag: "record",
      summary: "Proof that the record at `to` begins with the record at `from` (RFC 6962).",
      params: bodyParam,
      query: z.object({ from: z.coerce.number().int().min(0), to: z.coerce.number().int().min(1).optional() }),
      answers: { 200: { is: "Hashes in base64.", schema: proofAnswer }, 404: { is: "No such size.", schema: problem } },
      handle: (c, { query }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const to = query.to ?? house.durable.size;
          if (query.from > to || to > house.durable.size)
            return refuseWith(deps, c, 404, {
              rule: "R-23",
              code: "no-such-size",
              facts: { size: house.durable.size },
            });
          return c.json({ from: query.from, to, proof: house.tree.consistencyProof(query.from, to).map(toBase64) });
        }),
    }),
    route<{ body: string }, { index: number; size?: number }>({
      method: "get",
      path: "/api/bodies/:body/proof/inclusion",
      tag: "record",
      summary: "Proof that an entry stands in the record at a size (RFC 6962).",
      params: bodyParam,
      query: z.object({ index: z.coerce.number().int().min(0), size: z.coerce.number().int().min(1).optional() }),
      answers: {
        200: { is: "Hashes in base64.", schema: proofAnswer },
        404: { is: "No such entry.", schema: problem },
      },
      handle: (c, { query }) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const size = query.size ?? house.durable.size;
          if (query.index >= size || size > house.durable.size)
            return refuseWith(deps, c, 404, {
              rule: "R-22",
              code: "no-such-leaf",
              facts: { size: house.durable.size },
            });
          return c.json({
            index: query.index,
            size,
            proof: house.tree.inclusionProof(query.index, size).map(toBase64),
          });
        }),
    }),
    route({
      method: "get",
      path: "/api/bodies/:body/tile/:rest{.+}",
      tag: "record",
      summary: "Tiles of the record (C2SP tlog-tiles): hashes for anyone, `entries/…` for those who may read.",
      params: bodyParam.extend({ rest: z.string() }),
      answers: {
        200: { is: "Tile bytes.", media: "application/octet-stream" },
        403: { is: "Entries are members'.", schema: problem },
        404: { is: "No such tile.", schema: problem },
      },
      handle: (c) =>
        guarded(deps, c, async () => {
          const house = await houseOf(deps, c);
          if (house instanceof Response) return house;
          const tile = parseTilePath(`tile/${c.req.path.split("/tile/")[1] ?? ""}`);
          const missing = () => refuseWith(deps, c, 404, { rule: "R-38", code: "no-such-tile", facts: {} });
          if (!tile.ok) return missing();
          const bytes = await tileOf(deps, house, tile.value, async () =>
            mayReadEntries(
              house.state,
              viewerOf(house.state, house.moment(), await askerOf(deps, c, house.body)),
              house.moment(),
            ),
          );
          if (bytes === "not-yours") return refuseWith(deps, c, 403, { rule: "K-10", code: "members-only", facts: {} });
          if (!bytes) return missing();
          return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
            "Content-Type": "application/octet-stream",
            "Cache-Control": "private, max-age=60",
          });
        }),
    }),
  ];
}

type TileWanted = Parameters<typeof tileBytes>[1];

async function tileOf(
  deps: ApiDeps,
  house: House,
  tile: TileWanted,
  mayRead: () => Promise<boolean>,
): Promise<Uint8Array | "not-yours" | undefined> {
  const { size } = house.durable;
  if (tile.level === "entries") {
    const from = tile.index * 256;
    const to = from + tile.width;
    if (to > size) return undefined;
    if (!(await mayRead())) return "not-yours";
    const entries: Uint8Array[] = [];
    for await (const row of deps.clerk.store.ledger.readEntries(house.body, from, to))
      entries.push(sound(house.tree, sha256, house.body, row));
    return bundleBytes(entries);
  }
  const span = 256 ** (tile.level as number);
  if ((tile.index * 256 + tile.width) * span > size) return undefined;
  return tileBytes(house.tree, tile);
}
