import { logLock } from "../../../../model/landscape/checks/log-lock";
import { replicaRegion } from "../../../../model/landscape/checks/replica-region";
import { storageMoves } from "../../../../model/landscape/checks/storage-moves";
import { loadLandscape } from "../../../../model/landscape/load";
import { LandscapeError } from "../../../../model/landscape/problem";
import type { LakeStorage } from "../../../../model/landscape/types";
import { changed } from "../sample";
import { type Case, rowsOf } from "./cases";

/** A case about settings of the lake's buckets. The sample keeps logs for a year and lies in eu-central-1. */
const storage = (title: string, settings: LakeStorage, ...problems: Case["problems"]): Case => ({
  title,
  change: ({ environment }) => {
    Reflect.set(environment.governance, "storage", settings);
  },
  problems,
});

const FILE = "accounts/prod/governance.ts";

describe("storage classes by age", () => {
  it.each(
    rowsOf(storageMoves, [
      storage("accepts the whole way down", {
        raw: {
          moves: [
            { afterDays: 30, to: "STANDARD_IA" },
            { afterDays: 60, to: "INTELLIGENT_TIERING" },
            { afterDays: 90, to: "GLACIER_IR" },
          ],
        },
        curated: { moves: [] },
      }),
      storage(
        "refuses a dearer class later",
        {
          raw: {
            moves: [
              { afterDays: 30, to: "GLACIER_IR" },
              { afterDays: 90, to: "STANDARD_IA" },
            ],
          },
        },
        [
          FILE,
          "storage.raw.moves[1].to",
          '"STANDARD_IA"',
          "write a cheaper class than GLACIER_IR, or remove the move: the order is STANDARD_IA, INTELLIGENT_TIERING, GLACIER_IR",
        ],
      ),
      storage(
        "refuses a second move within a month, and the same class twice",
        {
          curated: {
            moves: [
              { afterDays: 30, to: "GLACIER_IR" },
              { afterDays: 59, to: "GLACIER_IR" },
            ],
          },
        },
        [
          FILE,
          "storage.curated.moves[1].afterDays",
          "59",
          "write at least 60: S3 keeps a file 30 days before it moves again",
        ],
        [
          FILE,
          "storage.curated.moves[1].to",
          '"GLACIER_IR"',
          "write a cheaper class than GLACIER_IR, or remove the move: the order is STANDARD_IA, INTELLIGENT_TIERING, GLACIER_IR",
        ],
      ),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("the lock of the audit trail", () => {
  it.each(
    rowsOf(logLock, [
      storage("accepts a lock as long as logs are kept", { logLock: { mode: "COMPLIANCE", days: 365 } }),
      storage("refuses a shorter one", { logLock: { mode: "COMPLIANCE", days: 364 } }, [
        FILE,
        "storage.logLock.days",
        "364",
        "write at least 365: log files stay locked for a year, or for as long as they are kept",
      ]),
      storage("refuses a longer one", { logLock: { mode: "GOVERNANCE", days: 366 } }, [
        FILE,
        "storage.logLock.days",
        "366",
        "write at most 365, or raise `logRetentionDays`: logs are kept for 365 days",
      ]),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

describe("the second Region", () => {
  it.each(
    rowsOf(replicaRegion, [
      storage("accepts another Region", { replica: { region: "eu-west-1", removals: "ignored" } }),
      storage("refuses the lake's own", { replica: { region: "eu-central-1", removals: "repeated" } }, [
        FILE,
        "storage.replica.region",
        '"eu-central-1"',
        "write another Region than eu-central-1, where the lake is",
      ]),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

/** What the report says of settings of the lake's buckets. */
function remedies(settings: object): readonly string[] {
  const landscape = changed(({ environment }) => Reflect.set(environment.governance, "storage", settings));
  try {
    loadLandscape(landscape);
    return [];
  } catch (error) {
    if (error instanceof LandscapeError) return error.problems.map(({ path, remedy }) => `${path}: ${remedy}`);
    throw error;
  }
}

describe("the shape of these settings", () => {
  it.each([
    [
      "classes that Athena cannot read",
      { raw: { moves: [{ afterDays: 90, to: "DEEP_ARCHIVE" }] } },
      "storage.raw.moves[0].to: write one of `STANDARD_IA`, `INTELLIGENT_TIERING`, `GLACIER_IR`",
    ],
    [
      "moves that S3 refuses",
      { raw: { moves: [{ afterDays: 29, to: "STANDARD_IA" }] } },
      "storage.raw.moves[0].afterDays: write a whole number from 30 to 3650: days after which a file lies in the class",
    ],
    [
      "versions that end at once",
      { curated: { noncurrentDays: 1 } },
      "storage.curated.noncurrentDays: write a whole number from 7 to 365: days that a replaced or deleted file is kept",
    ],
    [
      "a Region of another partition",
      { replica: { region: "cn-north-1", removals: "ignored" } },
      "storage.replica.region: write a Region of the AWS partition `aws`, for example `eu-central-1`",
    ],
    [
      "a copy that does not say what happens to removals",
      { replica: { region: "eu-west-1" } },
      "storage.replica.removals: write one of `ignored`, `repeated`",
    ],
  ])("refuses %s", (_, settings, expected) => {
    expect(remedies(settings)).toEqual([expected]);
  });

  it("accepts all of them together", () => {
    expect(
      remedies({
        raw: { noncurrentDays: 7 },
        curated: { moves: [{ afterDays: 30, to: "STANDARD_IA" }], noncurrentDays: 365 },
        logLock: { mode: "COMPLIANCE", days: 365 },
        replica: { region: "eu-west-1", removals: "repeated" },
      }),
    ).toEqual([]);
  });
});
