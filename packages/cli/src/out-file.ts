/** Writing a large file: beside its place first, on disk before it is renamed, removed where it failed. */
import { open, rename, rm } from "node:fs/promises";

/** Writes pieces to `path`; gives the bytes written. An existing file stays as it was until all is written. */
export async function writeStream(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const beside = `${path}.${process.pid}.part`;
  const handle = await open(beside, "wx", 0o600);
  let written = 0;
  try {
    let held: Uint8Array[] = [];
    let bytes = 0;
    const flush = async () => {
      await handle.writev(held);
      written += bytes;
      held = [];
      bytes = 0;
    };
    for await (const piece of pieces) {
      if (piece.length === 0) continue;
      held.push(piece);
      bytes += piece.length;
      if (bytes > 1_000_000 || held.length > 500) await flush();
    }
    if (held.length > 0) await flush();
    await handle.sync();
    await handle.close();
    await rename(beside, path);
    return written;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(beside, { force: true });
    throw error;
  }
}
