/** Migration 2: what a clerk keeps to do its work: follows, submissions, sessions, jobs, keys, settings. */
import type { Migration } from "./migration.ts";

export const m0002: Migration = {
  id: 2,
  name: "clerk",
  statements: [
    `create table follows (
      body bytea not null,
      url text not null,
      since bigint not null,
      checked_at bigint,
      size bigint not null,
      fault text,
      state bytea,
      primary key (body, url)
    )`,
    `create table submissions (
      body bytea not null,
      act_id bytea not null,
      bytes bytea not null,
      first_seen bigint not null,
      primary key (body, act_id)
    )`,
    `create table sessions (
      body bytea not null,
      token_hash bytea not null,
      member text not null,
      key text not null,
      expires bigint not null,
      primary key (body, token_hash)
    )`,
    `create table challenges (
      body bytea not null,
      challenge text not null,
      expires bigint not null,
      primary key (body, challenge)
    )`,
    `create table outbox (
      body bytea not null,
      id text not null,
      kind text not null,
      due bigint not null,
      payload bytea not null,
      attempts bigint not null,
      dedupe text,
      reason text,
      primary key (body, id),
      unique (body, kind, dedupe)
    )`,
    `create index outbox_due on outbox (due)`,
    `create table keys (
      body bytea not null,
      name text not null,
      sealed bytea not null,
      primary key (body, name)
    )`,
    `create table settings (
      body bytea not null,
      name text not null,
      value bytea not null,
      primary key (body, name)
    )`,
  ],
};
