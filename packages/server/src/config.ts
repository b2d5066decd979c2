/**
 * Configuration: read once, from flags over environment over one file (`nabat.json` in the data
 * folder), checked at start, printed without secrets.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Args, type Locale, speak } from "@nabat/speech";
import * as z from "zod";

export const configSchema = z.object({
  data: z.string().default("data"),
  port: z.coerce.number().int().min(0).max(65535).default(8420),
  /** Listen on every address of the house's network, not only on this machine. */
  lan: z.coerce.boolean().default(false),
  tlsCert: z.string().optional(),
  tlsKey: z.string().optional(),
  /** Address people reach it by, where a proxy stands before it: `https://nabat.example`. */
  address: z.url().optional(),
  databaseUrl: z.string().optional(),
  /** The file that opens the server's keys; `key` in the data folder where it is left out. */
  keyFile: z.string().optional(),
  /** Where other processes of this server reach this one: `host:port`; with port 0 any free one. */
  processAddress: z
    .string()
    .regex(/^(?:\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i, "must be host:port")
    .refine((at) => Number(at.slice(at.lastIndexOf(":") + 1)) <= 65_535, "must have a port of at most 65535")
    .refine(
      (at) => !/^(?:0\.0\.0\.0|\[[0:]+\]):/.test(at),
      "must be an address at which other machines reach this one, such as 10.0.0.5:8421",
    )
    .default("127.0.0.1:0"),
  /** Anyone may found a body here. On this machine alone that is so anyway. */
  open: z.coerce.boolean().default(false),
  /** Name shown to people. */
  name: z.string().max(80).default("Nabat"),
  /** Refused or malformed requests allowed a minute from one address; 0 lifts the limit. */
  refusalsPerMinute: z.coerce.number().int().min(0).default(240),
  /** Most bytes of attachments a body may keep here. */
  quotaBytes: z.coerce.number().int().min(0).default(2_000_000_000),
  /** After how many entries the state of a record is kept, so that it opens quickly; 0: never. */
  snapshotEvery: z.coerce.number().int().min(0).default(20_000),
  /** Trust `X-Forwarded-For` of a proxy on this machine. */
  proxy: z.coerce.boolean().default(false),
  /** Keep the example house of 40 at hand. */
  example: z.coerce.boolean().default(true),
});
export type Config = z.infer<typeof configSchema>;

const ENV: Record<string, keyof Config> = {
  NABAT_DATA: "data",
  NABAT_PORT: "port",
  PORT: "port",
  NABAT_LAN: "lan",
  NABAT_TLS_CERT: "tlsCert",
  NABAT_TLS_KEY: "tlsKey",
  NABAT_ADDRESS: "address",
  DATABASE_URL: "databaseUrl",
  NABAT_KEY_FILE: "keyFile",
  NABAT_PROCESS_ADDRESS: "processAddress",
  NABAT_OPEN: "open",
  NABAT_NAME: "name",
  NABAT_REFUSALS_PER_MINUTE: "refusalsPerMinute",
  NABAT_QUOTA_BYTES: "quotaBytes",
  NABAT_SNAPSHOT_EVERY: "snapshotEvery",
  NABAT_PROXY: "proxy",
  NABAT_EXAMPLE: "example",
};

/** A setting that isn't as it must be: says which and how to mend it. */
export class ConfigError extends Error {
  readonly said: (locale: Locale) => string;

  constructor(...wrong: readonly (readonly [id: string, args?: Args])[]) {
    const said = (locale: Locale): string => wrong.map(([id, args]) => speak(locale).t(id, args)).join(" ");
    super(said("en"));
    this.said = said;
  }
}

/** Reads and checks the configuration. Throws {@link ConfigError} with one sentence per wrong setting. */
export function readConfig(flags: Partial<Record<keyof Config, unknown>>, env: NodeJS.ProcessEnv): Config {
  const fromEnv: Record<string, unknown> = {};
  for (const [name, key] of Object.entries(ENV)) {
    const value = env[name];
    if (value !== undefined && value !== "")
      fromEnv[key] = value === "false" || value === "0" ? (key === "port" ? 0 : "") : value;
  }
  const set = Object.fromEntries(Object.entries(flags).filter(([, v]) => v !== undefined));
  const data = resolve(String(set["data"] ?? fromEnv["data"] ?? "data"));
  const file = join(data, "nabat.json");
  let fromFile: Record<string, unknown> = {};
  if (existsSync(file)) {
    try {
      fromFile = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    } catch {
      throw new ConfigError(["usage-config-json", { file }]);
    }
  }
  const parsed = configSchema.safeParse({ ...fromFile, ...fromEnv, ...set, data });
  if (!parsed.success) {
    throw new ConfigError(
      ...parsed.error.issues.map((i) => ["usage-config-setting", { path: i.path.join("."), why: i.message }] as const),
    );
  }
  const config = parsed.data;
  if ((config.tlsCert === undefined) !== (config.tlsKey === undefined)) throw new ConfigError(["usage-config-tls"]);
  return config;
}

/** The configuration for showing: passwords in addresses are left out. */
export function shownConfig(config: Config): Record<string, unknown> {
  const { databaseUrl, ...rest } = config;
  return { ...rest, database: databaseUrl ? databaseUrl.replace(/\/\/[^@]*@/, "//…@") : "embedded" };
}
