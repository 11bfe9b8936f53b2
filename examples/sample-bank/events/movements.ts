/** Money that moves on accounts. */

import { book } from "../booking";
import { HOUR } from "../calendar";
import { COREBANK } from "../schema-corebank";
import type { World } from "../world";

const PURPOSES = ["household", "insurance", "leasing", null, ""];

export function cash(world: World): void {
  const { chance } = world;
  const direction = chance.percent(50) ? "credit" : "debit";
  const amount = chance.percent(2) ? 0 : chance.between(1, 60) * 1000;
  book(world, world.begin(COREBANK), world.anyAccount(), { direction, operation: "cash", amount });
}

/** Several purchases that the card processor hands in together: the account's row changes as often in one commit. */
export function purchases(world: World): void {
  const { chance } = world;
  const account = world.anyAccount();
  const work = world.begin(COREBANK);
  const count = chance.between(2, 5);
  for (let number = 0; number < count; number += 1) {
    const [amount, purpose] = [chance.between(1, 15_000), chance.pick(PURPOSES)];
    book(world, work, account, { direction: "debit", operation: "card", amount, purpose });
  }
}

/** From one account to another of the bank, or to another bank when the currencies differ. */
export function transfer(world: World): void {
  const { chance } = world;
  const [payer, payee] = [world.anyAccount(), world.anyAccount()];
  const work = world.begin(COREBANK);
  const amount = chance.between(1_00, 2_000_00);
  const isWithin = payer.currency === payee.currency && payer !== payee;
  const partner = isWithin ? { bank: null, iban: payee.iban } : chance.pick(world.partners);
  book(world, work, payer, { direction: "debit", operation: "transfer", amount, partner });
  if (!isWithin) return;
  const from = { bank: null, iban: payer.iban };
  book(world, work, payee, { direction: "credit", operation: "transfer", amount, partner: from });
}

export function salary(world: World): void {
  const amount = world.chance.between(1_200_00, 6_000_00);
  const partner = world.chance.pick(world.partners);
  const order = { direction: "credit", operation: "transfer", amount, purpose: "salary", partner } as const;
  book(world, world.begin(COREBANK), world.anyAccount(), order);
}

/** More than 50 000 of the account's currency: comes in and mostly leaves again at once. */
export function large(world: World): void {
  const { chance } = world;
  const account =
    world.loans[1]?.account !== undefined && chance.percent(30) ? world.loans[1].account : world.anyAccount();
  const amount = chance.between(50_000_01, 900_000_00);
  const partner = chance.pick(world.partners);
  const order = { operation: "transfer", amount, purpose: "household", partner };
  book(world, world.begin(COREBANK), account, { ...order, direction: "credit" });
  if (chance.percent(80)) book(world, world.begin(COREBANK), account, { ...order, direction: "debit" });
}

/** Handed in late: it counts from up to three days before it is committed. */
export function late(world: World): void {
  const { chance } = world;
  const work = world.begin(COREBANK);
  const bookedAt = work.at - chance.between(HOUR, 72 * HOUR);
  const order = { direction: "debit", operation: "card", amount: chance.between(1, 50_000), bookedAt } as const;
  book(world, work, world.anyAccount(), order);
}
