import { existsSync } from "node:fs";
import { statefulAddresses } from "../../audit/lock/addresses";
import { compareLock } from "../../audit/lock/compare";
import { readLock, writeLock } from "../../audit/lock/file";
import { lockText } from "../../audit/lock/text";
import { readOutput } from "../../audit/output/read";
import { AUDIT_EXIT, onlyFolder, parse, type Subcommand, UsageError } from "./subcommand";

/** Where this project keeps its lock. */
const LOCK = "accounts/stateful-addresses.lock";

/** Keeps databases, buckets, keys and tables at their Terraform addresses. */
export const lock: Subcommand = {
  name: "lock",
  summary: "whether databases, buckets, keys and tables keep their Terraform addresses",
  help: `lake-audit lock [--check | --write] [options] [folder]

Compares the addresses of stateful resources with a committed file. An address that goes without a moved block would be
destroyed by the next apply; the block to add is printed.

  --check       compare (default)
  --write       write the file; refused while an address would go without a moved or removed block
  --drop        with --write: let such addresses go, because what they held is to be destroyed
  --file FILE   the lock (default: ${LOCK})
  -h, --help    print this

Exit status: 0, 1 when the lock and the output differ, 2 when one cannot be read.`,
  run(args, print) {
    const { values, positionals } = parse("lock", args, {
      check: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      drop: { type: "boolean", default: false },
      file: { type: "string", default: LOCK },
    });
    if (values.check && values.write) throw new UsageError("--check or --write, not both. See lake-audit lock --help.");
    const output = readOutput(onlyFolder("lock", positionals));
    const locked = values.write && !existsSync(values.file) ? {} : readLock(values.file);
    const difference = compareLock(locked, output);
    for (const line of lockText(difference)) print(line);
    const refused = difference.lost.length > 0 && !values.drop;
    if (values.write && !refused) {
      writeLock(values.file, statefulAddresses(output));
      return AUDIT_EXIT.success;
    }
    if (refused && values.write) print("Not written: add the blocks, or say --drop.");
    const same = difference.lost.length + difference.added.length + difference.moved.length === 0;
    return same ? AUDIT_EXIT.success : AUDIT_EXIT.found;
  },
};
