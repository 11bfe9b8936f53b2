import type { Environment } from "../../model/landscape/types";
import { bank } from "../bank";
import { deposits } from "./deposits";
import { finance } from "./finance";
import { governance } from "./governance";
import { lending } from "./lending";
import { risk } from "./risk";

/** Where the bank works. A new account is a file beside this one and one more entry here. */
export const prod: Environment = {
  ...bank,
  name: "prod",
  backend: { kind: "local", directory: "state" },
  governance,
  producers: [lending, deposits],
  consumers: [risk, finance],
};
