// pure in-memory: parse+fold+leaf from the tar
import { openBundle } from "@nabat/exchange";
import { sha256 } from "@nabat/platform";
import { parseBundle, parseEntry, leafHash, GrowingTree } from "@nabat/record";
import { KINDS, begin, foldAct, foldNotice } from "@nabat/body";
const open = await openBundle(process.argv[2]!);
const most = Number(process.argv[3] ?? 60000);
const list: Uint8Array[] = [];
const src: any = open.source;
for await (const b of src.bundles(0, open.manifest!.size)) {
  const x: any = parseBundle(b.bytes, b.count);
  for (const e of x.value) list.push(e.slice());
  if (list.length >= most) break;
}
const T = (name: string, f: () => void) => {
  const c = process.cpuUsage();
  f();
  const u = process.cpuUsage(c);
  console.log(name, ((u.user + u.system) / list.length).toFixed(2), "µs/entry");
};
for (let r = 0; r < 3; r++) {
  const parsed: any[] = [];
  T("parse", () => {
    for (const e of list) {
      const p = parseEntry(sha256, e);
      if (!p.ok) throw new Error(p.rule);
      parsed.push(p.value);
    }
  });
  T("leaf+tree", () => {
    const t = new GrowingTree(sha256);
    for (const e of list) t.append(leafHash(sha256, e));
  });
  T("fold", () => {
    let s: any;
    for (const e of parsed) {
      const o = { at: e.at, sha256 };
      if (!s) {
        s = (begin(KINDS, e.signed, o) as any).value.state;
      } else if (e.type === "act") {
        const f = foldAct(KINDS, s, e.signed, o);
        if (!f.ok) throw new Error(f.rule);
      } else foldNotice(s, e.signed, e.at);
    }
  });
}
await open.close();
