/** Who asks, and by which way: known from the connection, or from the process of this server that passed a request on. */

/** Where a request comes from: `inside` the process itself, the `machine`, or `elsewhere`. */
export type From = "inside" | "machine" | "elsewhere";

/** Where a request comes from, and the port it was asked at where that was another process' one. */
export interface Way {
  readonly from: From;
  readonly port?: number;
}

/** Who asked in the first place, as the process knows it that the request came to. */
export interface Asker extends Way {
  readonly address: string;
  readonly port: number;
}

/** What the application's environment holds for a request that was passed on; only this process itself can put it there. */
export interface PassedOn {
  readonly passedOn: Asker;
}

/** Who asked in the first place, where another process passed the request on. */
export function passedOn(env: unknown): Asker | undefined {
  return typeof env === "object" && env !== null && "passedOn" in env ? (env as PassedOn).passedOn : undefined;
}
