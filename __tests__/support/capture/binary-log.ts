import { once } from "node:events";
import ZongJi, { type AnyBinlogEvent, type RowsEvent } from "@vlasky/zongji";
import type { LoggedEvent, LoggedRow } from "../../../local/source-logs/mysql";
import { block } from "../json";

const EVENTS = ["tablemap", "writerows", "updaterows", "deleterows", "xid", "query", "rotate"];
const OPERATIONS = { WriteRows: "I", UpdateRows: "U", DeleteRows: "D" } as const;
const MILLISECONDS = 1000;

const isRows = (event: AnyBinlogEvent): event is Extract<AnyBinlogEvent, RowsEvent & { rows: unknown }> =>
  event.getTypeName() in OPERATIONS;

/** What ends a transaction: tables that know none end with a statement. */
const isCommit = (event: AnyBinlogEvent): boolean =>
  event.getTypeName() === "Xid" || ("query" in event && /^(?:COMMIT|XA COMMIT)/i.test(event.query));

/** How to connect to a server. */
export interface Server {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly ssl: { readonly rejectUnauthorized: boolean };
}

function logged(event: AnyBinlogEvent): readonly LoggedEvent[] {
  if (isCommit(event)) return [{ kind: "commit", at: event.timestamp / MILLISECONDS }];
  if (!isRows(event)) return [];
  const { parentSchema: schema = "", tableName: table = "" } = event.tableMap[event.tableId] ?? {};
  const rows: readonly LoggedRow[] = event.rows.map(block);
  const name = event.getTypeName();
  if (name !== "UpdateRows") return [{ kind: OPERATIONS[name], schema, table, rows }];
  return [
    {
      kind: "U",
      schema,
      table,
      rows: rows.map(({ before, after }) => ({ before: block(before), after: block(after) })),
    },
  ];
}

/**
 * Reads a file of a binary log to its end as a replica does. The log must have `binlog_row_metadata = FULL`, so that
 * it says itself what columns are called.
 * @param next the file that follows: the server has closed the other one
 * @throws Error for what cannot be read
 */
export async function readBinaryLog(
  server: Server,
  { file, next }: { readonly file: string; readonly next: string },
): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  const reader = new ZongJi({ ...server, dateStrings: true, timezone: "Z" });
  await new Promise<void>((resolve, reject) => {
    reader.on("error", reject);
    reader.on("binlog", (event) => {
      if ("binlogName" in event && event.getTypeName() === "Rotate" && event.binlogName === next) resolve();
      else events.push(...logged(event));
    });
    reader.start({ serverId: 2, filename: file, position: 4, includeEvents: EVENTS });
  });
  const stopped = once(reader, "stopped");
  reader.stop();
  await stopped;
  return events;
}
