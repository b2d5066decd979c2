/** English: record. */
export const record = ``;
