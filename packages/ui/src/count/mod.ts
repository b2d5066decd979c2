/** The door of counts on pages: picture, table, words. */
export * from "./count-picture.tsx";
export * from "./count-table.tsx";
export * from "./count-words.tsx";
