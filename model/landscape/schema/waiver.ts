import { strict } from "./strict";
import { emailAddress, list, oneOf, sentence, text } from "./values";

/** Waivers of some controls; `why` asks for the reason. */
export const waiversOf = <const Control extends string>(controls: readonly Control[], why: string) =>
  list(
    "write a list of waivers",
    strict("write a waiver: `{ control, reason, owner, expires }`", {
      control: oneOf(controls),
      reason: sentence(why),
      owner: emailAddress("who answers for it"),
      expires: text(/^\d{4}-\d{2}-\d{2}$/, "write the last day on which it holds, for example `2027-03-31`"),
    }),
  );
