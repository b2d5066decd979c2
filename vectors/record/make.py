#!/usr/bin/env python3
"""Makes the vectors of this folder with an implementation that shares nothing with ours.

Merkle trees by plain recursion from RFC 6962, notes by string building from the C2SP texts, tar by
Python's `tarfile`, signatures by `cryptography` (OpenSSL), curve points by integers from RFC 8032.
Run: python3 vectors/record/make.py      Needs Python 3.11 and the package `cryptography`.
"""
import base64, hashlib, io, json, pathlib, tarfile
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = pathlib.Path(__file__).parent


def sha(data): return hashlib.sha256(data).digest()
def b64(data): return base64.b64encode(data).decode()


def write(name, value):
    (HERE / name).write_text(json.dumps(value, indent=1, ensure_ascii=True) + "\n")


# Merkle trees, RFC 6962 section 2.1, word by word.

def leaf(d): return sha(b"\0" + d)
def node(l, r): return sha(b"\1" + l + r)


def split(n):
    k = 1
    while k * 2 < n: k *= 2
    return k


def mth(d):
    if not d: return sha(b"")
    if len(d) == 1: return leaf(d[0])
    k = split(len(d))
    return node(mth(d[:k]), mth(d[k:]))


def path(m, d):
    if len(d) == 1: return []
    k = split(len(d))
    return path(m, d[:k]) + [mth(d[k:])] if m < k else path(m - k, d[k:]) + [mth(d[:k])]


def subproof(m, d, whole):
    if m == len(d): return [] if whole else [mth(d)]
    k = split(len(d))
    if m <= k: return subproof(m, d[:k], whole) + [mth(d[k:])]
    return subproof(m - k, d[k:], False) + [mth(d[:k])]


def entries(n): return [b"entry %d" % i for i in range(n)]


def flip(h): return bytes([h[0] ^ 1]) + h[1:]


def bent(proof, extra):
    """Every usual way to bend a proof."""
    yield "one hash more at the end", proof + [extra]
    yield "one hash more at the front", [extra] + proof
    yield "a hash of 31 bytes", (proof[:-1] + [proof[-1][:31]]) if proof else [extra[:31]]
    if proof:
        yield "last hash missing", proof[:-1]
        yield "first hash missing", proof[1:]
        yield "no proof", []
        for i in range(len(proof)): yield f"bit flipped in hash {i}", proof[:i] + [flip(proof[i])] + proof[i + 1:]
    if len(proof) > 1 and proof[0] != proof[1]: yield "two hashes swapped", [proof[1], proof[0]] + proof[2:]


def merkle():
    sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17, 31, 32, 33, 100, 255, 256, 257, 300]
    roots = [{"size": n, "root": mth(entries(n)).hex()} for n in sizes]
    inclusion, consistency = [], []

    def inc(why, holds, i, n, lf, root, proof):
        inclusion.append({"why": why, "holds": holds, "index": i, "size": n, "leaf": lf.hex(), "root": root.hex(), "proof": [h.hex() for h in proof]})

    def con(why, holds, m, n, old, new, proof):
        consistency.append({"why": why, "holds": holds, "old": m, "size": n, "oldRoot": old.hex(), "root": new.hex(), "proof": [h.hex() for h in proof]})

    for n in [1, 2, 3, 5, 7, 8, 13, 16, 300]:
        d = entries(n); root = mth(d)
        for i in sorted({0, 1, n // 2, n - 2, n - 1} & set(range(n))):
            p = path(i, d); inc("honest", True, i, n, leaf(d[i]), root, p)
        i = n - 1; p = path(i, d)
        for why, q in bent(p, root): inc(why, False, i, n, leaf(d[i]), root, q)
        inc("other leaf", False, i, n, flip(leaf(d[i])), root, p)
        inc("other root", False, i, n, leaf(d[i]), flip(root), p)
        inc("index beyond the tree", False, n, n, leaf(d[i]), root, p)
        inc("the tree is empty", False, 0, 0, leaf(d[i]), root, p)
        if n > 1: inc("other index", False, i - 1, n, leaf(d[i]), root, p)
        inc("size twice as large", False, i, 2 * n, leaf(d[i]), root, p)
        inc("entry hashed as a node", False, i, n, sha(b"\1" + d[i]), root, p)
    for m, n in [(1, 1), (1, 2), (1, 8), (2, 5), (3, 7), (4, 7), (6, 8), (7, 8), (8, 8), (8, 9), (8, 13), (13, 100), (64, 100), (255, 256), (256, 300)]:
        d = entries(n); old, new = mth(d[:m]), mth(d); p = subproof(m, d, True)
        con("honest", True, m, n, old, new, p)
        for why, q in bent(p, new): con(why, False, m, n, old, new, q)
        con("other old root", False, m, n, flip(old), new, p)
        con("other new root", False, m, n, old, flip(new), p)
        if m < n:
            con("roots swapped", False, m, n, new, old, p)
            con("the record shrank", False, n, m, new, old, p)
        con("other old size", False, m + 1, n, old, new, p)
        if m > 1: con("smaller old size", False, m - 1, n, old, new, p)
    empty = mth([])
    con("from the empty tree", True, 0, 5, empty, mth(entries(5)), [])
    con("from the empty tree with a proof", False, 0, 5, empty, mth(entries(5)), [empty])
    con("from an empty tree with another root", False, 0, 5, flip(empty), mth(entries(5)), [])
    con("empty to empty", True, 0, 0, empty, empty, [])
    # The eight entries that Certificate Transparency's first tests used, and their well-known root.
    ct = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    ctroot = mth([bytes.fromhex(e) for e in ct]).hex()
    assert ctroot == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    write("merkle.json", {"about": "RFC 6962 trees whose entry i is the text `entry i`", "roots": roots, "ct": {"entries": ct, "root": ctroot}, "inclusion": inclusion, "consistency": consistency})


# Signed notes, checkpoints, cosignatures.

class Key:
    def __init__(self, seed, name, kind):
        self.private = Ed25519PrivateKey.from_private_bytes(sha(seed.encode()))
        self.public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.name, self.kind = name, kind
        self.id = sha(name.encode() + b"\n" + bytes([kind]) + self.public)[:4]
        self.vkey = f"{name}+{self.id.hex()}+{b64(bytes([kind]) + self.public)}"

    def line(self, text, seconds=None, over=None):
        message = text if over is None else over
        if self.kind == 4:
            signed = self.private.sign(f"cosignature/v1\ntime {seconds}\n{message}".encode())
            return f"\u2014 {self.name} {b64(self.id + seconds.to_bytes(8, 'big') + signed)}\n"
        return f"\u2014 {self.name} {b64(self.id + self.private.sign(message.encode()))}\n"


BODY = sha(b"a founding act").hex()
ORIGIN = f"nabat/body/{BODY}"
CLERK = Key("clerk", ORIGIN, 1)
WITNESS = Key("witness", "nabat/clerk/sister-house", 4)
STRANGER = Key("stranger", "somebody.example/else", 1)


def notes():
    text = f"{ORIGIN}\n300\n{b64(mth(entries(300)))}\n"
    one, two, odd = CLERK.line(text), WITNESS.line(text, 1795428000), STRANGER.line(text)
    vectors = []

    def add(why, note, parses=True, signers=(), **more):
        raw = note if isinstance(note, bytes) else note.encode()
        vectors.append({"why": why, "note": b64(raw), "parses": parses, "signers": list(signers), **more})

    both = [CLERK.name, WITNESS.name]
    add("clerk and witness", f"{text}\n{one}{two}", signers=both, checkpoint=True)
    add("clerk alone", f"{text}\n{one}", signers=[CLERK.name], checkpoint=True)
    add("unknown signature is ignored", f"{text}\n{odd}{one}", signers=[CLERK.name], checkpoint=True)
    add("only an unknown signature", f"{text}\n{odd}", checkpoint=True)
    add("same witness twice, the later time counts", f"{text}\n{one}{WITNESS.line(text, 1795428000)}{WITNESS.line(text, 1795428060)}", signers=both, seconds=1795428060, checkpoint=True)
    add("text with empty lines", f"a\n\nb\n\n{CLERK.line(chr(97) + chr(10) + chr(10) + chr(98) + chr(10))}", signers=[CLERK.name])
    add("sixteen signatures", f"{text}\n{one}" + "".join(Key(f"s{i}", f"s{i}", 1).line(text) for i in range(15)), signers=[CLERK.name], checkpoint=True)
    add("known key over another text", f"{text}\n{CLERK.line(text, over='x')}", checkpoint=True)
    add("clerk true, witness false", f"{text}\n{one}{WITNESS.line(text, 5, over='x')}", checkpoint=True)
    moved = base64.b64decode(two.split(" ")[2]); moved = moved[:4] + (1795428001).to_bytes(8, "big") + moved[12:]
    add("witness's time changed", f"{text}\n{one}\u2014 {WITNESS.name} {b64(moved)}\n", checkpoint=True)
    late = moved[:4] + b"\xff" * 8 + moved[12:]
    add("witness's time beyond all time", f"{text}\n{one}\u2014 {WITNESS.name} {b64(late)}\n", checkpoint=True)
    add("signature cut to 63 bytes", f"{text}\n\u2014 {CLERK.name} {b64(base64.b64decode(one.split(' ')[2])[:-1])}\n", checkpoint=True)
    crossed = WITNESS.private.sign(text.encode())
    add("witness signs the bare text", f"{text}\n{one}\u2014 {WITNESS.name} {b64(WITNESS.id + (0).to_bytes(8, 'big') + crossed)}\n", checkpoint=True)
    for why, bad in [
        ("extension line", f"{ORIGIN}\n300\n{b64(mth(entries(300)))}\nmore\n"),
        ("size with a leading zero", text.replace("\n300\n", "\n0300\n")),
        ("size with a sign", text.replace("\n300\n", "\n+300\n")),
        ("size beyond 2^53", text.replace("\n300\n", "\n9007199254740993\n")),
        ("size in hexadecimal", text.replace("\n300\n", "\n0x12c\n")),
        ("size in other digits", text.replace("\n300\n", "\n\u0663\u0660\u0660\n")),
        ("root of 31 bytes", f"{ORIGIN}\n300\n{b64(b'x' * 31)}\n"),
        ("root in base64url", f"{ORIGIN}\n300\n{base64.urlsafe_b64encode(bytes([255] * 32)).decode()}\n"),
        ("root without padding", f"{ORIGIN}\n300\n{b64(b'x' * 32)[:-1]}\n"),
        ("root with loose last bits", f"{ORIGIN}\n300\n{b64(bytes(32))[:-2]}B=\n"),
        ("no root", f"{ORIGIN}\n300\n"), ("no size", f"{ORIGIN}\n"),
        ("empty origin", f"\n300\n{b64(b'x' * 32)}\n"), ("origin with a space", f"nabat body\n300\n{b64(b'x' * 32)}\n"),
    ]:
        add(why, f"{bad}\n{CLERK.line(bad)}", signers=[CLERK.name], checkpoint=False)
    tail = one[:-1]
    for why, raw in [
        ("empty", b""), ("only newlines", b"\n\n\n"), ("no signatures", text), ("no empty line", text + one),
        ("empty signature block", text + "\n"), ("no final newline", f"{text}\n{tail}"), ("carriage returns", f"{text}\n{one}".replace("\n", "\r\n")),
        ("a tab", f"a\tb\n\n{one}"), ("a NUL", f"a\0b\n\n{one}"), ("not UTF-8", b"a\xff\n\n" + one.encode()), ("overlong UTF-8", b"a\xc0\xaf\n\n" + one.encode()),
        ("a surrogate in UTF-8", b"a\xed\xa0\x80\n\n" + one.encode()), ("a hyphen for the dash", f"{text}\n{one}".replace("\u2014", "-")),
        ("two spaces", f"{text}\n{one}".replace("\u2014 ", "\u2014  ")), ("space at the end", f"{text}\n{tail} \n"), ("a third field", f"{text}\n{tail} x\n"),
        ("name with a plus", f"{text}\n\u2014 a+b {one.split(' ')[2]}"), ("name with a no-break space", f"{text}\n\u2014 a\u00a0b {one.split(' ')[2]}"),
        ("name with a line separator", f"{text}\n\u2014 a\u2028b {one.split(' ')[2]}"), ("no name", f"{text}\n\u2014 {one.split(' ')[2]}"),
        ("key id alone", f"{text}\n\u2014 {CLERK.name} {b64(CLERK.id)}\n"), ("not base64", f"{text}\n\u2014 {CLERK.name} !!!!\n"),
        ("base64 with a space inside", f"{text}\n\u2014 {CLERK.name} AAAA AAAAAAAA\n"), ("base64 without padding", f"{text}\n\u2014 {CLERK.name} AAAAAAA\n"),
        ("text after the signatures", f"{text}\n{one}tail\n"), ("sixty-five signatures", f"{text}\n" + odd * 65),
    ]:
        add(why, raw, parses=False)
    vkeys = [{"vkey": k.vkey, "valid": True} for k in (CLERK, WITNESS, STRANGER)]
    name, kid, material = CLERK.vkey.split("+", 2)
    for why, v in [("wrong id", f"{name}+00000000+{material}"), ("upper-case id", f"{name}+{kid.upper()}+{material}"), ("short id", f"{name}+{kid[:7]}+{material}"), ("no name", f"+{kid}+{material}"), ("name with a space", f"a b+{kid}+{material}"), ("two parts", f"{name}+{kid}"), ("no material", f"{name}+{kid}+"), ("short key", f"{name}+{kid}+{b64(bytes([1]) + CLERK.public[:31])}"), ("unknown algorithm", f"{name}+{sha(name.encode() + bytes([10, 2]) + CLERK.public)[:4].hex()}+{b64(bytes([2]) + CLERK.public)}"), ("newline at the end", CLERK.vkey + "\n"), ("empty", "")]:
        vkeys.append({"vkey": v, "valid": False, "why": why})
    d = entries(300)
    note = f"{text}\n{one}"
    proof = subproof(256, d, True)
    request = "old 256\n" + "".join(b64(h) + "\n" for h in proof) + "\n" + note
    bad = [("no old line", request[len("old 256\n"):]), ("old with a leading zero", request.replace("old 256", "old 0256")), ("old in capitals", request.replace("old 256", "OLD 256")), ("old without number", request.replace("old 256", "old ")), ("negative", request.replace("old 256", "old -1")), ("sixty-four hashes", "old 256\n" + (b64(proof[0]) + "\n") * 64 + "\n" + note), ("a short hash", f"old 256\n{b64(b'x' * 31)}\n\n{note}"), ("no empty line", "old 0\n" + note), ("no checkpoint", "old 0\n\n"), ("carriage returns", request.replace("\n", "\r\n")), ("empty", "")]
    write("note.json", {
        "about": "signed notes; `signers` are the known keys whose signatures hold; none: the note is refused", "origin": ORIGIN, "body": BODY,
        "clerk": CLERK.vkey, "witness": WITNESS.vkey, "seconds": 1795428000, "vkeys": vkeys, "notes": vectors,
        "addCheckpoint": {"request": b64(request.encode()), "old": 256, "oldRoot": mth(d[:256]).hex(), "size": 300, "root": mth(d).hex(), "proof": [h.hex() for h in proof], "bad": [{"why": w, "request": b64(r.encode())} for w, r in bad]},
    })


# Tiles.

def tile_path(level, n, width):
    digits = str(n).zfill((len(str(n)) + 2) // 3 * 3)
    parts = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    return f"tile/{level}/" + "/".join(["x" + p for p in parts[:-1]] + parts[-1:]) + (f".p/{width}" if width < 256 else "")


def tiles():
    def of(size):
        out = []
        for level in ["entries"] + list(range(8)):
            count = size // (1 if level == "entries" else 256 ** level)
            for n in range((count + 255) // 256): out.append((level, n, min(256, count - 256 * n)))
        return out
    sizes = [{"size": s, "tiles": [tile_path(*t) for t in of(s)]} for s in [0, 1, 255, 256, 257, 512, 700, 66000]]
    s = 70000; partial = [tile_path(*t) for t in of(s) if t[2] < 256]
    counts = {"size": s, "partial": partial, "full": {str(l): sum(1 for t in of(s) if t[0] == l and t[2] == 256) for l in ["entries", 0, 1, 2]}}
    growth = [{"from": a, "to": b, "tiles": [tile_path(*t) for t in of(b) if t not in of(a)]} for a, b in [(0, 0), (0, 1), (5, 5), (5, 6), (250, 260), (255, 256), (256, 256), (256, 257), (511, 1024), (65535, 65537)]]
    d = entries(300)
    hashes = {tile_path(0, 1, 44): b"".join(leaf(e) for e in d[256:]).hex(), tile_path(1, 0, 1): mth(d[:256]).hex()}
    bad = ["", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/1000", "tile/0/x000/001", "tile/0/x000/x000/001", "tile/0/x1/001", "tile/0/001/002", "tile/0/x001/x002", "tile/00/000", "tile/01/000", "tile/64/000", "tile/-1/000", "tile/+1/000", "tile/0/000.p/0", "tile/0/000.p/00", "tile/0/000.p/01", "tile/0/000.p/256", "tile/0/000.p/999", "tile/0/000.p/", "tile/0/000.p", "tile/0/000/", "/tile/0/000", "tile//0/000", "tile/0/../000", "tile/0/000\n", "tile/0/000?x", "tile/0/000%00", "tile/entries/x000/000", "tile/Entries/000", "tile/data/000", "tile/0/X001/000", "tile/0/\u0660\u0660\u0660", "tile/0/" + "x999/" * 6 + "999", "tile/0/" + "x001/" * 2000 + "000"]
    good = [("entries", 0, 256), (0, 0, 1), (0, 999, 255), (0, 1000, 256), (63, 1234067, 8), (5, 9007199254740, 256)]
    bundle = b"".join(len(e).to_bytes(2, "big") + e for e in [b"", b"one", b"x" * 300])
    badb = [("cut in a length", bundle + b"\0", 4), ("cut in an entry", bundle[:-1], 3), ("one entry too few", bundle, 2), ("one entry too many asked", bundle, 4), ("nothing", b"", 1), ("length beyond the end", b"\xff\xffx", 1), ("bytes after the last entry", bundle + b"\0\0", 3)]
    write("tiles.json", {"about": "paths and contents of tiles; entry i is the text `entry i`", "paths": [{"level": l, "index": n, "width": w, "path": tile_path(l, n, w)} for l, n, w in good], "badPaths": bad, "sizes": sizes, "counts": counts, "growth": growth, "tree300": hashes, "bundle": {"bytes": bundle.hex(), "entries": ["", b"one".hex(), (b"x" * 300).hex()]}, "badBundles": [{"why": w, "bytes": b.hex(), "count": c} for w, b, c in badb]})


# Tar, by Python's own writer.

def tar_of(files, change=None):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as t:
        for path, data in files:
            info = tarfile.TarInfo(path); info.size = len(data); info.mode = 0o644; info.mtime = 0
            if change: change(info)
            t.addfile(info, io.BytesIO(data))
    data = out.getvalue().rstrip(b"\0")
    return data + bytes(-len(data) % 512 + 1024)


def refit(block):
    total = sum(block[:148]) + 8 * 32 + sum(block[156:512])
    return block[:148] + b"%06o\0 " % total + block[156:]


def tar():
    long = "a" * 90 + "/" + "b" * 30 + "/" + "c" * 60
    files = [("checkpoint", b"three\nlines\n"), ("tile/0/000.p/5", bytes(160)), ("tile/entries/000.p/5", b""), (long, b"x" * 513), ("tile/0/x001/234/067", b"y" * 512)]
    whole = tar_of(files)
    one = tar_of([("checkpoint", b"abc")])

    def put(at, data): return refit(one[:at] + data + one[at + len(data):512]) + one[512:]
    bad = [
        ("empty", b""), ("only one zero block", bytes(512)), ("no end", one[:1024]), ("cut in a header", one[:300]), ("cut in content", one[:514]), ("cut in padding", one[:1000]),
        ("upward path", put(0, b"../../etc/passwd\0")), ("upward inside", put(0, b"tile/../../x\0")), ("absolute path", put(0, b"/etc/passwd\0")), ("hidden file", put(0, b".bashrc\0\0\0\0")), ("dot segment", put(0, b"./checkpoint\0")), ("empty segment", put(0, b"tile//000\0\0")), ("trailing slash", put(0, b"checkpoint/\0")), ("backslash", put(0, b"..\\..\\x\0\0\0")), ("drive letter", put(0, b"C:x\0\0\0\0\0\0\0")), ("empty name", put(0, bytes(10))), ("bytes after the name's end", put(0, b"a\0b\0\0\0\0\0\0\0")), ("not ASCII", put(0, "é\0\0\0\0\0\0\0\0".encode())), ("space in the name", put(0, b"a b\0\0\0\0\0\0\0")), ("upward prefix", put(345, b"../..\0")),
        ("symbolic link", put(156, b"2") ), ("hard link", put(156, b"1")), ("device", put(156, b"3")), ("folder", put(156, b"5")), ("pax header", put(156, b"x")), ("GNU long name", put(156, b"L")), ("sparse file", put(156, b"S")),
        ("not ustar", put(257, b"GNUtar\0\0")), ("old GNU magic", put(257, b"ustar  \0")), ("base-256 size", put(124, b"\x80" + bytes(10) + b"\x03")), ("size with a sign", put(124, b"-0000000003\0")), ("size not octal", put(124, b"00000000008\0")), ("size empty", put(124, bytes(12))), ("size beyond the archive", put(124, b"77777777777\0")),
        ("checksum off by one", one[:148] + b"%06o\0 " % (int(one[148:154], 8) + 1) + one[156:]), ("one bit flipped", bytes([one[0] ^ 1]) + one[1:]), ("padding not zero", one[:520] + b"x" + one[521:]), ("file after the end", one[:1024] + bytes(512) + one), ("same path twice", one[:1024] + one), ("noise", bytes(range(256)) * 8),
    ]
    write("tar.json", {"about": "ustar archives as Python's tarfile writes them (up to their two zero blocks), and bent ones", "files": [{"path": p, "bytes": d.hex()} for p, d in files], "archive": b64(whole), "bad": [{"why": w, "archive": b64(a)} for w, a in bad]})


# Ed25519, RFC 8032, with curve points by integers.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P: return None
    return P - x if x % 2 != sign and x else x


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2 % P
    return ((x1 * y2 + x2 * y1) * pow(1 + k, P - 2, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, P - 2, P) % P)


def times(n, a):
    out = (0, 1)
    while n:
        if n & 1: out = add(out, a)
        a, n = add(a, a), n >> 1
    return out


def point(p): return (p[1] | (p[0] & 1) << 255).to_bytes(32, "little")


def small_order_8():
    y = 2
    while True:
        x = recover(y, 0)
        if x is not None and times(4, times(L, (x, y))) != (0, 1): return times(L, (x, y))
        y += 1


def cofactor():
    """Signatures on which libraries differ: parts of small order (T, order 8) in R and in the key A. Without
    the cofactor one holds where S B = R + k A exactly, and where R is written in its one form."""
    B, t, out = (recover(4 * pow(5, P - 2, P) % P, 0), 4 * pow(5, P - 2, P) % P), small_order_8(), []
    le = lambda n: n.to_bytes(32, "little")
    a, r = (int.from_bytes(sha(b"cofactor " + w), "little") % L for w in (b"a", b"r"))
    hram = lambda R, A, m: int.from_bytes(hashlib.sha512(R + A + m).digest(), "little") % L
    for key in (0, 1, 2, 4):
        for nonce in (0, 1, 2, 4, "small 0", "small 1", "small 4"):
            small = isinstance(nonce, str)
            part = int(nonce[-1]) if small else nonce
            A = point(add(times(a, B), times(key, t)))
            R = point(add((0, 1) if small else times(r, B), times(part, t)))
            seen = set()
            for n in range(64):
                m = b"cofactor %d" % n; k = hram(R, A, m)
                good = (part + k * key) % 8 == 0
                if good in seen: continue
                seen.add(good)
                S = ((0 if small else r) + k * a) % L
                out.append((f"key a B + {key} T, R = {'' if small else 'r B + '}{part} T, {'both sides equal' if good else 'equal only times 8'}", good, A, m, R + le(S)))
                if good and not key: out.append((out[-1][0] + ", S + L", False, A, m, R + le(S + L)))
    # The point (0, 1) written with y = p + 1, and with the sign that x = 0 can't have: true but for R's form.
    A = point(times(a, B))
    for why, R in (("y not below p", le(P + 1)), ("the sign of x = 0", le(1 | 1 << 255))):
        out.append((f"R = the identity with {why}", False, A, b"", R + le(hram(R, A, b"") * a % L)))
    return out


def ed25519():
    groups = []
    rfc = [("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", ""), ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72"), ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82")]
    out = []

    def add_vector(why, valid, public, message, signature): out.append({"why": why, "valid": valid, "publicKey": public.hex(), "message": message.hex(), "signature": signature.hex()})

    for i, (seed, message) in enumerate(rfc):
        k = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed)); public = k.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        add_vector(f"RFC 8032 section 7.1, test {i + 1}", True, public, bytes.fromhex(message), k.sign(bytes.fromhex(message)))
    k = Ed25519PrivateKey.from_private_bytes(sha(b"ed25519 vectors")); public = k.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    for n in (0, 1, 31, 32, 63, 64, 65, 127, 128, 1023, 8192):
        add_vector(f"message of {n} bytes", True, public, b"a" * n, k.sign(b"a" * n))
    m = b"resolved"; s = k.sign(m); S = int.from_bytes(s[32:], "little")
    le = lambda n: n.to_bytes(32, "little")
    for i in range(0, 64, 3): add_vector(f"bit flipped in byte {i}", False, public, m, s[:i] + bytes([s[i] ^ (1 << i % 8)]) + s[i + 1:])
    for why, sig in [("S + L", s[:32] + le(S + L)), ("S + 2L", s[:32] + le(S + 2 * L)), ("S + 4L", s[:32] + le(S + 4 * L)), ("S = L", s[:32] + le(L)), ("S with the top bit", s[:32] + le(S | 1 << 255)), ("S with bit 253", s[:32] + le(S | 1 << 253)), ("-S", s[:32] + le(L - S)), ("S = 0", s[:32] + bytes(32)), ("all zero", bytes(64)), ("all ones", b"\xff" * 64), ("R and S swapped", s[32:] + s[:32]), ("R = identity", point((0, 1)) + s[32:]), ("R not on the curve", le(2) + s[32:]), ("R = p", le(P) + s[32:]), ("empty", b""), ("32 bytes", s[:32]), ("63 bytes", s[:63]), ("65 bytes", s + b"\0"), ("128 bytes", s + s), ("DER around it", b"\x30\x40" + s), ("sign of R", s[:31] + bytes([s[31] ^ 0x80]) + s[32:])]:
        add_vector(why, False, public, m, sig)
    add_vector("other message", False, public, m + b".", s)
    add_vector("no message", False, public, b"", s)
    strange = cofactor()
    for v in strange: add_vector(*v)
    other = Ed25519PrivateKey.from_private_bytes(sha(b"other")).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    add_vector("other key", False, other, m, s)
    for v in out:
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(v["publicKey"])).verify(bytes.fromhex(v["signature"]), bytes.fromhex(v["message"]))
            ok = True
        except InvalidSignature:
            ok = False
        assert ok == v["valid"], v["why"]
    # Keys under which a signature says nothing: points of order 1, 2, 4, 8, and encodings with y not below p.
    weak = set()
    t = small_order_8()
    for n in range(8):
        q = times(n, t)
        for yy in {q[1], q[1] + P} if q[1] + P < 2**255 else {q[1]}:
            for sign in (0, 1):
                if sign == q[0] & 1 or q[0] == 0: weak.add(le(yy | sign << 255).hex())
    beyond = [le(v | sign << 255).hex() for v in range(P, 2**255) for sign in (0, 1)]
    unsound = sorted(weak | set(beyond))
    sound = [v["publicKey"] for v in out if v["valid"]]
    write("ed25519.json", {"about": "Ed25519 of RFC 8032; `unsoundKeys` are 32 bytes that no key may be: points of small order, and y not below p", "signatures": out, "unsoundKeys": unsound, "soundKeys": sorted(set(sound))})


# eddsa-jcs-2022: documents signed as W3C Data Integrity says, built by hand.

B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def b58(data):
    n, out = int.from_bytes(data, "big"), ""
    while n: n, r = divmod(n, 58); out = B58[r] + out
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + out


def jcs(v):
    if isinstance(v, bool): return "true" if v else "false"
    if isinstance(v, int): return str(v)
    if isinstance(v, str):
        short = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
        return '"' + "".join(short.get(ord(c)) or (f"\\u{ord(c):04x}" if ord(c) < 32 else c) for c in v) + '"'
    if isinstance(v, list): return "[" + ",".join(map(jcs, v)) + "]"
    return "{" + ",".join(jcs(k) + ":" + jcs(v[k]) for k in sorted(v, key=lambda k: k.encode("utf-16-be"))) + "}"


def eddsa_jcs():
    out = []
    for seed, doc in [("member one", {"v": 1, "kind": "found", "data": {"nonce": "00112233445566778899aabbccddeeff"}}), ("member two", {"v": 1, "kind": "vote", "seq": 7, "data": {"position": "against", "open": True, "list": ["b", "a", []]}}), ("member three", {"\u20ac": "euro", "\r": "return", "1": "one", "\u0080": "control", "\U0001f600": "smile", "\u00f6": "o", "\ufb33": "dalet", "text": "line\nquote\" back\\ \u0007 \u2028"})]:
        k = Ed25519PrivateKey.from_private_bytes(sha(seed.encode())); public = k.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        key = "z" + b58(b"\xed\x01" + public)
        options = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "verificationMethod": f"did:key:{key}#{key}", "proofPurpose": "assertionMethod"}
        data = sha(jcs(options).encode()) + sha(jcs(doc).encode())
        signature = k.sign(data)
        out.append({"secretKey": sha(seed.encode()).hex(), "publicKey": public.hex(), "key": key, "document": doc, "canonicalDocument": jcs(doc), "canonicalOptions": jcs(options), "documentHash": sha(jcs(doc).encode()).hex(), "signed": data.hex(), "signature": signature.hex(), "secured": {**doc, "proof": {**options, "proofValue": "z" + b58(signature)}}})
    write("eddsa-jcs-2022.json", {"about": "documents secured by W3C Data Integrity, cryptosuite eddsa-jcs-2022", "vectors": out})


def canonical():
    good = [{"\u20ac": "Euro", "\r": "CR", "\ufb33": "dalet", "1": "one", "\U0001f600": "smile", "\u0080": "control", "\u00f6": "o umlaut"}, {"b": 2, "a": [1, 2, {"d": False, "c": True}], "": ""}, {"peach": 1, "p\u00e9ch\u00e9": 2, "p\u00eache": 3, "sin": 4}, ["\u000f\n\t\b\f\r\u001f", "\"\\/", "\u007f\u0080\u2028\u2029", "\U0010ffff"], [0, 1, -1, 10**15, 9007199254740991, -9007199254740991], {"__proto__": {"a": 1}, "constructor": "x", "toString": []}, {"a": {}, "b": [], "c": [[[]]]}, "text", True, 0, {"10": 1, "9": 2, "1": 3, "a": 4, "A": 5}, {"A\u030a": 1, "\u00c5": 2}]
    integers = [("0", 0), ("0", "0"), ("9007199254740991", 9007199254740991), ("-9007199254740991", -9007199254740991), ("1000000000000000", 10**15), ("4294967296", 2**32), ("-2147483648", -2**31)]
    hostile = [
        ("duplicate key", '{"a":1,"a":1}'), ("duplicate key, other value", '{"a":1,"a":2}'), ("duplicate key by escape", '{"a":1,"\\u0061":2}'), ("duplicate __proto__", '{"__proto__":1,"__proto__":2}'), ("minus zero", "-0"), ("minus zero inside", '{"n":-0}'), ("exponent", "1e3"), ("exponent in capitals", "1E3"), ("exponent with plus", "1e+3"), ("fraction of zero", "1.0"), ("fraction", "1.5"), ("leading zero", "01"), ("plus sign", "+1"), ("beyond safe integers", "9007199254740992"), ("far beyond", "1" + "0" * 400), ("below safe integers", "-9007199254740992"), ("NaN", "NaN"), ("Infinity", "Infinity"), ("hexadecimal", "0x10"), ("null", "null"), ("null inside", '{"a":null}'), ("null in a list", "[null]"),
        ("escaped lone high surrogate", '"\\ud800"'), ("escaped lone low surrogate", '"\\udc00"'), ("escaped surrogates in the wrong order", '"\\udc00\\ud800"'), ("lone surrogate in a key", '{"\\ud800":1}'), ("escaped pair that must stand raw", '"\\ud83d\\ude00"'), ("needless escape", '"\\u0041"'), ("escaped slash", '"\\/"'), ("control escaped in capitals", '"\\u000F"'), ("long form of a short escape", '"\\u000a"'), ("escaped DEL", '"\\u007f"'), ("raw control", '"\n"'),
        ("space after colon", '{"a": 1}'), ("space before", " 1"), ("space after", "1 "), ("newline after", "{}\n"), ("tab inside", "[1,\t2]"), ("keys out of order", '{"b":1,"a":2}'), ("keys by code point, not code unit", '{"\ufb33":1,"\U0001f600":2}'), ("trailing comma", "[1,]"), ("comment", "{}/*x*/"), ("two values", "{}{}"), ("single quotes", "{'a':1}"), ("bare key", "{a:1}"), ("empty", ""), ("capital true", "True"), ("nested too deeply", "[" * 40 + "]" * 40), ("cut off", '{"a":'),
    ]
    raw = [("byte order mark", b"\xef\xbb\xbf{}"), ("raw surrogate", b'"\xed\xa0\x80"'), ("not UTF-8", b'"\xff"'), ("overlong", b'"\xc0\xaf"'), ("UTF-16", '{"a":1}'.encode("utf-16-le")), ("NUL after", b"{}\0"), ("beyond Unicode", b'"\xf4\x90\x80\x80"')]
    # Pairs as text: JSON readers differ on `__proto__`, so a canonical text must be read from bytes.
    write("jcs.json", {"about": "RFC 8785 restricted to strings, booleans, safe integers, lists and objects", "canonical": [{"shuffled": json.dumps(v if not isinstance(v, dict) else dict(reversed(list(v.items()))), indent=2), "canonical": b64(jcs(v).encode())} for v in good], "integers": [{"text": t, "value": str(v)} for t, v in integers], "hostile": [{"why": w, "bytes": b64(t.encode("utf-8", "surrogatepass"))} for w, t in hostile] + [{"why": w, "bytes": b64(t)} for w, t in raw]})


if __name__ == "__main__":
    for make in (merkle, notes, tiles, tar, ed25519, eddsa_jcs, canonical): make()
