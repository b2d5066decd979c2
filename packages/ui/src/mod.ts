/** Components and styles shared by pages and islands. */
export * from "./parts/forms.tsx";
export * from "./parts/layout.tsx";
export * from "./parts/lists.tsx";
export * from "./parts/marks.tsx";
export * from "./parts/notice.tsx";
export * from "./parts/pictures.tsx";
export * from "./parts/texts.tsx";
export * from "./parts/time.tsx";
export * from "./say.ts";
export * from "./signs.ts";
export * from "./untorn.ts";
export * from "./styles/stylesheet.ts";
