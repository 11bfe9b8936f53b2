import { networkBlocks } from "../../../../model/landscape/checks/network-blocks";
import { networkOverlaps } from "../../../../model/landscape/checks/network-overlaps";
import { zones } from "../../../../model/landscape/checks/zones";
import type { Case } from "./cases";
import { rowsOf } from "./cases";

const LENDING = "accounts/prod/lending.ts";
const CORE = "accounts/prod/core.ts";

const block = (cidr: string, remedy?: string): Case => ({
  title: `${remedy === undefined ? "accepts" : "refuses"} ${cidr}`,
  change: ({ lending }) => {
    lending.network.cidr = cidr;
  },
  problems: remedy === undefined ? [] : [[LENDING, "network.cidr", JSON.stringify(cidr), remedy]],
});

describe("network blocks", () => {
  const notation = "write an IPv4 block in CIDR notation, for example `10.20.0.0/16`";
  const range = "write a private block: in `10.0.0.0/8`, `172.16.0.0/12` or `192.168.0.0/16`";
  it.each(
    rowsOf(networkBlocks, [
      block("10.20.0.0", notation),
      block("10.20/16", notation),
      block("10.20.0.256/16", notation),
      block("fd00::/16", notation),
      block("10.20.0.1/16", "write `10.20.0.0/16`"),
      block("10.20.30.0/20", "write `10.20.16.0/20`"),
      block("10.20.0.0/12", "write a block from /16 to /24, for example `10.16.0.0/16`"),
      block("10.20.30.64/26", "write a block from /16 to /24, for example `10.20.30.0/24`"),
      block("100.64.0.0/16", range),
      block("172.32.0.0/16", range),
      block("192.169.0.0/24", range),
      block("172.31.0.0/16"),
      block("192.168.255.0/24"),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const overlapping = (cidr: string, remedy?: string): Case => ({
  title: `${remedy === undefined ? "accepts" : "refuses"} ${cidr} beside 10.20.0.0/16`,
  change: ({ core }) => {
    core.network.cidr = cidr;
  },
  problems: remedy === undefined ? [] : [[CORE, "network.cidr", JSON.stringify(cidr), remedy]],
});

describe("network overlaps", () => {
  const remedy = (free: string) =>
    `write a block that does not overlap \`10.20.0.0/16\` of ${LENDING}, for example \`${free}\``;
  it.each(
    rowsOf(networkOverlaps, [
      overlapping("10.20.0.0/16", remedy("10.0.0.0/16")),
      overlapping("10.20.128.0/24", remedy("10.0.0.0/24")),
      overlapping("10.20.0.9/20", remedy("10.0.0.0/20")),
      overlapping("10.0.0.0/8", `write a block that does not overlap \`10.20.0.0/16\` of ${LENDING}`),
      overlapping("10.21.0.0/16"),
      overlapping("10.19.255.0/24"),
      {
        title: "accepts the same block in two environments",
        change: ({ landscape, environment }) => landscape.environments.push({ ...environment, name: "test" }),
        problems: [],
      },
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});

const zone = (list: string[], path: string, found: string, remedy: string): Case => ({
  title: `refuses ${list.join(", ")}`,
  change: ({ lending }) => {
    lending.network.zones = list;
  },
  problems: [[LENDING, path, found, remedy]],
});

describe("zones", () => {
  const number = 'write two or three zones, for example `["eu-central-1a", "eu-central-1b"]`';
  const region = "write a zone of eu-central-1, for example `eu-central-1a`";
  const [a, b, c, d] = ["eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d"] as const;
  it.each(
    rowsOf(zones, [
      zone([a], "network.zones", `["${a}"]`, number),
      zone([a, b, c, d], "network.zones", '["eu-central-1a","eu-central-1b","eu-central-1c","eu-centra…', number),
      zone([a, a], `network.zones[${a}]`, `"${a}"`, "write another zone: the list has this one already"),
      zone([a, "eu-west-1a"], "network.zones[eu-west-1a]", '"eu-west-1a"', region),
      zone([a, "eu-central-1-ham-1a"], "network.zones[eu-central-1-ham-1a]", '"eu-central-1-ham-1a"', region),
    ]),
  )("$title", ({ problems, expected }) => {
    expect(problems()).toEqual(expected);
  });
});
