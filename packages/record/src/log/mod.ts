/** The door of the transparency log: hashing, tree, proofs, notes, checkpoints, witnesses, tiles, bundle. */
export * from "./bundle.ts";
export * from "./checkpoint.ts";
export * from "./cosignature.ts";
export * from "./hashing.ts";
export * from "./manifest.ts";
export * from "./merkle.ts";
export * from "./note.ts";
export * from "./note-verify.ts";
export * from "./proofs.ts";
export * from "./vkey.ts";
export * from "./witness.ts";
export * from "./sound-key.ts";
export * from "./tar.ts";
export * from "./tar-reader.ts";
export * from "./tile-path.ts";
export * from "./tile-reader.ts";
export * from "./tiles.ts";
