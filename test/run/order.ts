/** The order of a run's files: those that take longest begin, so that none is left at the end alone. */
import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import parts from "./parts.json" with { type: "json" };

export class LongestFirst extends BaseSequencer {
  /** Files that are known to take long, in the order of `parts.json`; then all others by name. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const path = (spec: TestSpecification) => relative(process.cwd(), spec.moduleId);
    const place = (spec: TestSpecification) => {
      const found = parts.longest.indexOf(path(spec));
      return found < 0 ? parts.longest.length : found;
    };
    return files.toSorted((a, b) => place(a) - place(b) || (path(a) < path(b) ? -1 : 1));
  }
}
