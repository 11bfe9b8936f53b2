import type { World } from "../world";
import { correct, enrich, returnDebit } from "./corrections";
import { block, endOrder, note, reorder, replace } from "./instruments";
import { appraise, catchUp, fee, grant, payEarly, putOff, remind, review } from "./loans";
import { cash, large, late, purchases, salary, transfer } from "./movements";
import { entrust, join, marry, move, publish, renegotiate, withdraw } from "./people";

/** Something that happens at the bank: it changes the world and leaves commits there. */
export type BankEvent = (world: World) => void;

/** What happens, and how often among a thousand events. */
const EVENTS: readonly (readonly [BankEvent, number])[] = [
  [cash, 150],
  [purchases, 250],
  [transfer, 200],
  [salary, 60],
  [large, 8],
  [late, 30],
  [correct, 20],
  [enrich, 40],
  [returnDebit, 15],
  [join, 20],
  [withdraw, 8],
  [move, 15],
  [marry, 6],
  [entrust, 12],
  [renegotiate, 20],
  [publish, 1],
  [block, 20],
  [replace, 10],
  [reorder, 15],
  [endOrder, 5],
  [note, 15],
  [grant, 10],
  [payEarly, 30],
  [catchUp, 8],
  [putOff, 5],
  [remind, 10],
  [review, 15],
  [appraise, 10],
  [fee, 7],
];

/** Every kind of event once. */
export const ALL_EVENTS: readonly BankEvent[] = EVENTS.map(([event]) => event);

const DRAWN: readonly BankEvent[] = EVENTS.flatMap(([event, share]) => Array.from({ length: share }, () => event));

/** One of the events, drawn by how often they happen. */
export const anyEvent = (world: World): BankEvent => world.chance.pick(DRAWN);
