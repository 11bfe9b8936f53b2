import { execFileSync } from "node:child_process";
import { appendFileSync, chownSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { Database } from "../../functions/readiness/apply.cjs";
import { program } from "./programs";
import { dataFolder, freePort, Server, serverAccount } from "./server";

/** A real PostgreSQL that logs for logical replication and asks for passwords over TCP. */
export class Postgresql {
  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** `standby` makes it one that has no primary to follow. */
  public static async start(settings: readonly string[] = [], standby = false): Promise<Postgresql> {
    const account = serverAccount("postgres");
    const [folder, port] = [dataFolder(), await freePort()];
    const data = join(folder, "data");
    if (account !== undefined) chownSync(folder, account.uid, account.gid);
    execFileSync(
      program("initdb", "postgresql"),
      ["-D", data, "-U", "postgres", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync", "-E", "UTF8"],
      { ...account, cwd: folder, stdio: "ignore" },
    );
    const configuration = [
      "wal_level = logical",
      "listen_addresses = '127.0.0.1'",
      `unix_socket_directories = '${folder}'`,
      `port = ${port}`,
      "fsync = off",
      ...settings,
    ];
    appendFileSync(join(data, "postgresql.conf"), configuration.join("\n"));
    if (standby) appendFileSync(join(data, "standby.signal"), "");
    const server = new Server(program("postgres", "postgresql"), ["-D", data], folder, account, "SIGINT");
    const postgresql = new Postgresql(server, folder, port);
    const probe = await server.ready(() => postgresql.connect("postgres", undefined, "postgres"));
    await probe.end();
    return postgresql;
  }

  /** A connection: with a password over TCP, without one through the socket. */
  public async connect(user: string, password: string | undefined, database: string): Promise<Client> {
    const place = password === undefined ? { host: this.folder } : { host: "127.0.0.1", password };
    const client = new Client({ ...place, port: this.port, user, database });
    await client.connect();
    return client;
  }

  /** Everything that the server has logged so far. */
  public log(): string {
    return this.server.log();
  }

  public stop(): Promise<void> {
    return this.server.stop();
  }
}

/** A connection as the readiness function sees a database: named parameters become numbered ones. */
export function asDatabase(client: Client): Database {
  const query: Database["query"] = async (sql, parameters = {}) => {
    const names = Object.keys(parameters);
    const text = names.reduce((current, name, index) => current.replaceAll(`:${name}`, `$${index + 1}`), sql);
    const { rows } = await client.query<unknown[]>({ text, values: Object.values(parameters), rowMode: "array" });
    return rows.map(([field]) => String(field));
  };
  return {
    query,
    transaction: async (work) => {
      await client.query("BEGIN");
      try {
        await work(query);
      } catch (error) {
        await client.query("ROLLBACK");
        throw error;
      }
      await client.query("COMMIT");
    },
  };
}
