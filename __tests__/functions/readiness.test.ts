import { apply, type Database, type Event } from "../../functions/readiness/apply.cjs";
import { dataApi } from "../../functions/readiness/data-api.cjs";
import { nativeVerifier, scramVerifier } from "../../functions/readiness/verifiers.cjs";

const PASSWORD = "a-password-of-more-than-20-characters";
const TARGET = { clusterArn: "cluster", masterSecretArn: "master", database: "corebank" };

const event = (family: "mysql" | "postgresql"): Event => ({
  source: "loans",
  plan: {
    family,
    before: [{ question: "Is it?", sql: "before", remedy: "mend it" }],
    statements: [
      { purpose: "First", sql: "set :verifier" },
      { purpose: "Second", sql: "grant" },
    ],
    after: [{ question: "Is it still?", sql: "after", remedy: "revoke it" }],
  },
});

/** A database that remembers what it was asked, with answers by statement. */
function database(answers: Readonly<Record<string, readonly string[] | Error>> = {}) {
  const asked: [sql: string, parameters: Record<string, string> | undefined][] = [];
  const query: Database["query"] = (sql, parameters) => {
    asked.push([sql, parameters]);
    const answer = answers[sql] ?? [];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve([...answer]);
  };
  const transaction: Database["transaction"] = async (work) => {
    asked.push(["BEGIN", undefined]);
    await work(query);
    asked.push(["COMMIT", undefined]);
  };
  return { asked, query, transaction };
}

/** A run whose first questions have a waived one with these answers. */
const waived = (...answers: readonly string[]) => {
  const waiver = {
    control: "readiness-row-security",
    subject: "core.loan",
    reason: "The vendor's policies",
    owner: "data@bank.example",
    expires: "2027-03-31",
  };
  const { plan, source } = event("mysql");
  const question = { question: "Every row?", sql: "rows", remedy: "show all", waiver };
  const asked = { source, plan: { ...plan, before: [...plan.before, question] } };
  return (today: string) => apply(asked, PASSWORD, database({ rows: answers }), today);
};

describe("apply", () => {
  it("asks, changes and asks again: MySQL statement by statement, with the hash as text", async () => {
    const mysql = database();
    expect(await apply(event("mysql"), PASSWORD, mysql)).toEqual(["First", "Second"]);
    expect(mysql.asked.map(([sql]) => sql)).toEqual(["before", `set '${nativeVerifier(PASSWORD)}'`, "grant", "after"]);
  });

  it("asks, changes and asks again: PostgreSQL in one transaction, with the verifier as a parameter", async () => {
    const postgresql = database();
    await apply(event("postgresql"), PASSWORD, postgresql);
    expect(postgresql.asked.map(([sql]) => sql)).toEqual([
      "before",
      "BEGIN",
      "set :verifier",
      "grant",
      "COMMIT",
      "after",
    ]);
    expect(postgresql.asked[2]?.[1]).toEqual({ verifier: expect.stringMatching(/^SCRAM-SHA-256\$4096:/) as unknown });
    expect(JSON.stringify(postgresql.asked)).not.toContain(PASSWORD);
  });

  it("changes nothing when a question has answers", async () => {
    const mysql = database({ before: ["loan is missing", "log_bin is off"] });
    await expect(apply(event("mysql"), PASSWORD, mysql)).rejects.toThrow(
      "loans is not ready; nothing was changed\n- loan is missing: mend it\n- log_bin is off: mend it",
    );
    expect(mysql.asked).toHaveLength(1);
  });

  it("says what it could not do, and nothing of the statement", async () => {
    const failing = database({ grant: new Error("denied") });
    await expect(apply(event("mysql"), PASSWORD, failing)).rejects.toThrow('could not do "Second": denied');
    const silent = database({ before: new Error("gone") });
    await expect(apply(event("mysql"), PASSWORD, silent)).rejects.toThrow('could not find out "Is it?": gone');
  });

  it("accepts what a waiver accepts, to the end of its last day, and says so", async () => {
    const hidden = waived("core.loan hides rows");
    expect(await hidden("2027-03-31")).toEqual([
      "First",
      "Second",
      "core.loan hides rows: accepted by data@bank.example until 2027-03-31",
    ]);
    await expect(hidden("2027-04-01")).rejects.toThrow(
      "loans is not ready; nothing was changed\n- core.loan hides rows: the waiver of readiness-row-security for core.loan ended on 2027-03-31; show all, or let data@bank.example decide anew",
    );
  });

  it("says when a waiver accepts nothing", async () => {
    expect(await waived()("2027-03-31")).toEqual([
      "First",
      "Second",
      "the waiver of readiness-row-security for core.loan accepts nothing: remove it",
    ]);
  });

  it.each(["", "short", "with a space in its many characters", "with-an-ü-in-its-many-characters"])(
    "refuses %p as password without showing it",
    async (password) => {
      await expect(apply(event("mysql"), password, database())).rejects.toThrow(
        "the secret of loans has no password of 20 to 128 ASCII characters without spaces",
      );
    },
  );
});

describe("verifiers", () => {
  it("are what PostgreSQL computes: the example of RFC 7677", () => {
    const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
    expect(scramVerifier("pencil", salt)).toBe(
      "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
    );
  });

  it("are what MySQL computes: the example of its manual", () => {
    expect(nativeVerifier("password")).toBe("*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19");
  });
});

const calls = (changes: Partial<Parameters<typeof dataApi>[1]> = {}) => ({
  begin: jest.fn(() => Promise.resolve({ transactionId: "T" })),
  commit: jest.fn(() => Promise.resolve({})),
  execute: jest.fn(() => Promise.resolve({ records: [[{ stringValue: "one" }], [{ stringValue: "two" }]] })),
  rollback: jest.fn(() => Promise.resolve({})),
  ...changes,
});

describe("the Data API", () => {
  it("gives the first field of each row", async () => {
    const api = calls();
    expect(await dataApi(TARGET, api).query("SELECT :a", { a: "1" })).toEqual(["one", "two"]);
    expect(api.execute).toHaveBeenCalledWith({
      resourceArn: "cluster",
      secretArn: "master",
      database: "corebank",
      sql: "SELECT :a",
      parameters: [{ name: "a", value: { stringValue: "1" } }],
    });
  });

  it("commits what worked", async () => {
    const api = calls();
    await dataApi(TARGET, api).transaction(async (query) => {
      await query("one");
    });
    expect(api.execute).toHaveBeenCalledWith(expect.objectContaining({ sql: "one", transactionId: "T" }));
    expect(api.commit).toHaveBeenCalledWith({ resourceArn: "cluster", secretArn: "master", transactionId: "T" });
    expect(api.rollback).not.toHaveBeenCalled();
  });

  it("rolls back what failed", async () => {
    const api = calls();
    const work = dataApi(TARGET, api).transaction(() => Promise.reject(new Error("denied")));
    await expect(work).rejects.toThrow("denied");
    expect(api.rollback).toHaveBeenCalledTimes(1);
    expect(api.commit).not.toHaveBeenCalled();
  });

  it("waits for a cluster that resumes, but not for ever, and for nothing else", async () => {
    const resuming = Object.assign(new Error("resuming"), { name: "DatabaseResumingException" });
    const pause = jest.fn(() => Promise.resolve());
    const execute = jest.fn<Promise<object>, []>().mockRejectedValueOnce(resuming).mockResolvedValue({});
    expect(await dataApi(TARGET, calls({ execute }), pause).query("one")).toEqual([]);
    expect(pause).toHaveBeenCalledTimes(1);
    const never = jest.fn(() => Promise.reject(resuming));
    await expect(dataApi(TARGET, calls({ execute: never }), pause).query("one")).rejects.toThrow("resuming");
    expect(never).toHaveBeenCalledTimes(10);
    const denied = jest.fn(() => Promise.reject(new Error("denied")));
    await expect(dataApi(TARGET, calls({ execute: denied }), pause).query("one")).rejects.toThrow("denied");
    expect(denied).toHaveBeenCalledTimes(1);
  });
});
