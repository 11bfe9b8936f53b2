import { execFileSync } from "node:child_process";
import { chownSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Connection, createConnection, type RowDataPacket } from "mysql2/promise";
import type { Database } from "../../functions/readiness/apply.cjs";
import { program } from "./programs";
import { dataFolder, freePort, Server, serverAccount } from "./server";

/** Tables have the names of MySQL's own, in other words: what RDS adds to a server, as its documentation describes it. */
const RDS_STAND_INS = [
  "CREATE TABLE mysql.rds_configuration (name varchar(100) PRIMARY KEY, value varchar(100))",
  "CREATE PROCEDURE mysql.rds_set_configuration(IN given_name varchar(100), IN given_value int) REPLACE INTO mysql.rds_configuration VALUES (given_name, given_value)",
];

/** A real MariaDB with a binary log, TLS, and a master user like the one of RDS: much, but not everything. */
export class MariaDb {
  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    private readonly port: number,
    public readonly root: Connection,
  ) {}

  /** @param settings further parameters, for example `--binlog-row-metadata=FULL` */
  public static async start(settings: readonly string[] = []): Promise<MariaDb> {
    const account = serverAccount("mysql");
    const [folder, port] = [dataFolder(), await freePort()];
    const data = join(folder, "data");
    const user = account === undefined ? [] : ["--user=mysql"];
    execFileSync(
      program("mariadb-install-db", "mariadb-server"),
      ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...user],
      { stdio: "ignore" },
    );
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    execFileSync(
      program("openssl", "openssl"),
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
        "-keyout",
        key,
        "-out",
        certificate,
      ],
      { stdio: "ignore" },
    );
    if (account !== undefined) for (const file of [key, certificate]) chownSync(file, account.uid, account.gid);
    const parameters = [
      "--no-defaults",
      `--datadir=${data}`,
      `--socket=${join(folder, "s")}`,
      `--port=${port}`,
      "--bind-address=127.0.0.1",
      "--server-id=1",
      "--log-bin",
      "--binlog-format=ROW",
      // What the clusters of the platform have, and what keeps texts apart in keys.
      "--net-read-timeout=300",
      "--net-write-timeout=300",
      "--character-set-server=utf8mb4",
      "--collation-server=utf8mb4_nopad_bin",
      `--ssl-key=${key}`,
      `--ssl-cert=${certificate}`,
      "--general-log",
      `--general-log-file=${join(folder, "general.log")}`,
      ...settings,
      ...user,
    ];
    const server = new Server(program("mariadbd", "mariadb-server"), parameters, folder, undefined, "SIGTERM");
    const root = await server.ready(() => createConnection({ socketPath: join(folder, "s"), user: "root" }));
    for (const sql of RDS_STAND_INS) await root.query(sql);
    await root.query("CREATE USER lake_owner@'%' IDENTIFIED BY 'owner'");
    await root.query(
      "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, EXECUTE, CREATE USER, RELOAD, PROCESS, REPLICATION SLAVE, BINLOG MONITOR ON *.* TO lake_owner@'%' WITH GRANT OPTION",
    );
    return new MariaDb(server, folder, port, root);
  }

  /** How somebody connects over TLS. */
  public options(user: string, password: string) {
    return { host: "127.0.0.1", port: this.port, user, password, ssl: { rejectUnauthorized: false } };
  }

  /** A connection over TLS. */
  public connect(user: string, password: string): Promise<Connection> {
    return createConnection(this.options(user, password));
  }

  /** Everything that anybody has asked the server so far. */
  public generalLog(): string {
    return readFileSync(join(this.folder, "general.log"), "utf8");
  }

  public async stop(): Promise<void> {
    await this.root.end();
    await this.server.stop();
  }
}

/** A connection as the readiness function sees a database. */
export function asDatabase(connection: Connection): Database {
  return {
    query: async (sql) => {
      const [rows] = await connection.query<RowDataPacket[]>({ sql, rowsAsArray: true });
      return Array.isArray(rows) ? rows.map((row) => String(Object.values(row)[0])) : [];
    },
    transaction: () => Promise.reject(new Error("MySQL commits such statements by itself")),
  };
}
