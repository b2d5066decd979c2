/** `nabat follow URL`: asks a server to follow a record: watch its growth, cosign, keep a copy. */
import { speak } from "@nabat/speech";
import { remoteOf, WireFault } from "@nabat/exchange";
import { DONE, FAILED, type Io, json, langOf } from "../io.ts";

export interface FollowOptions {
  readonly server?: string;
  readonly code?: string;
  readonly json?: boolean;
}

/** Runs the command; gives the exit status. */
export async function runFollow(url: string, options: FollowOptions, io: Io): Promise<number> {
  const remote = remoteOf(url);
  const server = (options.server as string).replace(/\/+$/, "");
  const body = {
    url: remote.base.replace(/\/api\/bodies\/[0-9a-f]{64}$/, ""),
    body: remote.body,
    ...(options.code ? { code: options.code } : {}),
  };
  let response: Response;
  try {
    response = await fetch(`${server}/api/follow`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new WireFault(`${server} could not be reached: is it running?`);
  }
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (options.json) io.out(json({ ok: response.ok, ...answer }));
  else if (response.ok)
    io.out(
      `${speak(langOf(io)).t("did-follow", { server, body: remote.body, is: String(answer["is"] ?? ""), entries: String(answer["size"] ?? "?") })}\n`,
    );
  else
    io.out(
      `${String(answer["sentence"] ?? speak(langOf(io)).t("did-answer", { server, status: String(response.status) }))}\n`,
    );
  return response.ok ? DONE : FAILED;
}
