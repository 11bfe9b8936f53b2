import type { DuckDBConnection } from "@duckdb/node-api";
import { queryText } from "../../../model/queries/text";
import { queries } from "../../landscape/queries";
import { answer, lakeWith, type Rows } from "../../support/duck";
import { prod } from "../../support/landscapes";

/** A small bank. Client 10 has two loans and three accounts, of which one is somebody else's. */
const BANK: Rows = {
  "deposits.district": { columns: "district_id, name, region", rows: ["1, 'Adler', 'North'", "2, 'Bach', 'South'"] },
  "deposits.account": {
    columns: "account_id, district_id, balance, overdraft_limit, currency",
    rows: ["1, 1, 500, 100, 'EUR'", "2, 2, 9000, NULL, 'EUR'", "3, 1, 70, NULL, 'USD'"],
  },
  "deposits.disposition": {
    columns: "disposition_id, client_id, account_id, kind",
    rows: ["1, 10, 1, 'owner'", "2, 10, 2, 'disponent'", "3, 11, 2, 'owner'", "4, 10, 3, 'owner'"],
  },
  "loans.loan": {
    columns: "loan_id, client_id, account_id, currency, status",
    rows: [
      "1, 10, 1, 'EUR', 'running'",
      "2, 10, 1, 'EUR', 'in_arrears'",
      "3, 11, 2, 'EUR', 'running'",
      "4, 12, 2, 'EUR', 'paid'",
    ],
  },
  "loans.instalment": {
    columns: "loan_id, number, due_on, principal, interest, is_paid",
    rows: [
      "1, 1, current_date - 40, 15000, 10, false",
      "1, 2, current_date + 5, 5000, 10, false",
      "2, 1, current_date - 10, 1000, 1, false",
      "3, 1, current_date - 100, 20000, 1, true",
      "3, 2, current_date + 1, 30000, 1, false",
      "4, 1, current_date - 50, 99999, 1, false",
    ],
  },
  "deposits.transaction": {
    columns: "transaction_id, account_id, booked_at, direction, operation, amount, balance_after",
    rows: [
      "1, 1, now()::timestamp - INTERVAL 10 MINUTE, 'debit', 'transfer', 60000, 1",
      "2, 2, now()::timestamp - INTERVAL 2 HOUR, 'debit', 'transfer', 60000, 1",
      "3, 3, now()::timestamp - INTERVAL 5 MINUTE, 'credit', 'cash', 50000, 2",
      "4, 1, now()::timestamp, 'credit', 'cash', 49999, 2",
    ],
  },
};

describe("the saved queries, run by a real engine on a small bank", () => {
  let bank: DuckDBConnection;
  beforeAll(async () => {
    bank = await lakeWith(prod, BANK);
  });
  afterAll(() => bank.closeSync());

  const ask = async (name: string): Promise<readonly string[]> => {
    const query = queries.find((each) => each.name === name);
    return query === undefined ? [] : answer(bank, queryText(query).saved);
  };

  it("take what is unpaid of living loans against what a client owns, currency by currency", async () => {
    expect(await ask("exposure_per_client")).toEqual([
      "11 EUR 30000.00 9000.00 21000.00",
      "10 EUR 21000.00 500.00 20500.00",
    ]);
  });

  it("find instalments that are late for long, of loans that are not over", async () => {
    expect(await ask("delinquency_today")).toEqual(["1 10 EUR 1 15010.00 40 500.00"]);
  });

  it("find large movements of this hour alone, and whether the account pays for a loan", async () => {
    const rows = await ask("large_movements_last_hour");
    expect(rows.map((row) => row.replace(/\d{4}-\d\d-\d\d \S+/, "now"))).toEqual([
      "1 now 1 debit transfer 60000.00 EUR 1.00 true",
      "3 now 3 credit cash 50000.00 USD 2.00 false",
    ]);
  });

  it("count each account once, however many loans it pays for", async () => {
    expect(await ask("liquidity_by_district")).toEqual([
      "North Adler EUR 1 500.00 100.00 1",
      "North Adler USD 1 70.00 0.00 0",
      "South Bach EUR 1 9000.00 0.00 1",
    ]);
  });
});
