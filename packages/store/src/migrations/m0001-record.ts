/** Migration 1: bodies, records, and all that stands beside them. */
import type { Migration } from "./migration.ts";

export const m0001: Migration = {
  id: 1,
  name: "record",
  statements: [
    `create table bodies (
      body bytea not null,
      role text not null,
      epoch bigint not null,
      size bigint not null,
      root bytea not null,
      lease_holder text,
      lease_expires bigint not null,
      clerk_key text not null,
      practice boolean not null,
      created_at bigint not null,
      primary key (body)
    )`,
    `create table entries (
      body bytea not null,
      idx bigint not null,
      act_id bytea not null,
      kind text not null,
      at bigint not null,
      leaf bytea not null,
      bytes bytea not null,
      receipt bytea,
      primary key (body, idx),
      unique (body, act_id)
    )`,
    `create table leaf_tiles (
      body bytea not null,
      tile bigint not null,
      hashes bytea not null,
      primary key (body, tile)
    )`,
    `create table attachments (
      body bytea not null,
      hash bytea not null,
      act_id bytea not null,
      grade text not null,
      media text not null,
      size bigint not null,
      salt bytea,
      bytes bytea,
      erased_by bytea,
      primary key (body, hash, act_id)
    )`,
    `create index attachments_of_act on attachments (body, act_id)`,
    `create table withheld (
      body bytea not null,
      notice bytea not null,
      hash bytea,
      at bigint not null,
      until bigint,
      primary key (body, notice)
    )`,
    `create table snapshots (
      body bytea not null,
      rules_version text not null,
      code_hash bytea not null,
      size bigint not null,
      part bigint not null,
      parts bigint not null,
      state_hash bytea not null,
      bytes bytea not null,
      primary key (body, rules_version, code_hash, size, part)
    )`,
    `create table refusals (
      body bytea not null,
      act_id bytea not null,
      receipt bytea not null,
      at bigint not null,
      primary key (body, act_id)
    )`,
    `create table checkpoints (
      body bytea not null,
      size bigint not null,
      note bytea not null,
      at bigint not null,
      primary key (body, size)
    )`,
    `create table cosignatures (
      body bytea not null,
      size bigint not null,
      witness text not null,
      note bytea not null,
      at bigint not null,
      primary key (body, size, witness)
    )`,
  ],
};
