/** French: record. */
export const record = ``;
