/** The door of the pure half: acts made, signed and sent; keys; what a device keeps. Islands import files. */
export * from "./act/draft.ts";
export * from "./act/fields.ts";
export * from "./act/growth.ts";
export * from "./act/handover.ts";
export * from "./act/receipt.ts";
export * from "./act/send.ts";
export * from "./act/sign.ts";
export * from "./act/zoned.ts";
export * from "./api/client.ts";
export * from "./device/own-body.ts";
export * from "./device/shelf.ts";
export * from "./keys/devices.ts";
export * from "./keys/invitation.ts";
export * from "./keys/newcomer.ts";
