/** French: people. */
export const people = ``;
