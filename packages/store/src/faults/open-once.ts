/** A process for tests: opens the data folder named, says `open`, and closes when its input ends; or says the fault's name. */
import { openDatabase } from "../database.ts";

try {
  const database = await openDatabase({ dataDir: process.argv[2] ?? "", fsync: false }, () => undefined);
  process.stdout.write(`open ${database.server}\n`);
  for await (const _ of process.stdin);
  await database.close();
  process.stdout.write("closed\n");
} catch (error) {
  process.stdout.write(`${(error as Error).name} ${(error as Error).message}\n`);
}
