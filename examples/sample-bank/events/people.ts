/** Clients, their accounts and who may dispose of them. */

import { enter } from "../booking";
import { newAccount, newCard, newClient, newDisposition, newOrder } from "../customers";
import { DISTRICTS, FAMILY } from "../names";
import { districtRow } from "../opening";
import { accountRow, bookingRow, cardRow, clientRow, dispositionRow } from "../rows-corebank";
import { ACCOUNT, CARD, CLIENT, COREBANK, DISPOSITION, DISTRICT, TRANSACTION } from "../schema-corebank";
import type { World } from "../world";

export function join(world: World): void {
  const work = world.begin(COREBANK);
  const client = newClient(world, work);
  const account = newAccount(world, client, world.today(), work.at);
  work.insert(ACCOUNT, accountRow(account));
  const amount = world.chance.between(1, 500_000);
  enter(world, work, account, { direction: "credit", operation: "cash", amount });
  work.update(ACCOUNT, accountRow(account));
  const owner = newDisposition(world, work, account, client, "owner");
  world.cards.push(newCard(world, work, owner));
  world.orders.push(newOrder(world, work, account));
  world.clients.push(client);
  world.accounts.push(account);
  world.dispositions.push(owner);
}

/** Thinks better of it: all that was opened is gone again, in the same commit or the next. */
export function withdraw(world: World): void {
  let work = world.begin(COREBANK);
  const client = newClient(world, work);
  const account = newAccount(world, client, world.today(), work.at);
  work.insert(ACCOUNT, accountRow(account));
  const owner = newDisposition(world, work, account, client, "owner");
  const card = newCard(world, work, owner);
  const paidIn = enter(world, work, account, { direction: "credit", operation: "cash", amount: 100 });
  work.update(ACCOUNT, accountRow(account));
  if (world.chance.percent(60)) work = world.begin(COREBANK);
  const paidOut = enter(world, work, account, { direction: "debit", operation: "cash", amount: 100 });
  work.update(ACCOUNT, accountRow(account));
  for (const booking of [paidIn, paidOut]) work.remove(TRANSACTION, bookingRow(booking));
  work.remove(CARD, cardRow(card));
  work.remove(DISPOSITION, dispositionRow(owner));
  work.remove(ACCOUNT, accountRow(account));
  work.remove(CLIENT, clientRow(client));
}

/** Moves house, and says so twice: the second commit follows at once and is the one that counts. */
export function move(world: World): void {
  const client = world.chance.pick(world.clients);
  for (const district of [world.chance.between(1, DISTRICTS.length), world.chance.between(1, DISTRICTS.length)]) {
    const work = world.begin(COREBANK);
    client.district = district;
    client.updatedAt = work.at;
    work.update(CLIENT, clientRow(client));
  }
}

export function marry(world: World): void {
  const client = world.chance.pick(world.clients);
  const work = world.begin(COREBANK);
  client.name = `${client.name.split(" ")[0] ?? ""} ${world.chance.pick(FAMILY)}-${world.chance.pick(FAMILY)}`;
  client.updatedAt = work.at;
  work.update(CLIENT, clientRow(client));
}

/** A second person may dispose of an account: for good, or struck out before the commit. */
export function entrust(world: World): void {
  const work = world.begin(COREBANK);
  const person = world.chance.pick(world.clients);
  const right = newDisposition(world, work, world.anyAccount(), person, "disponent");
  if (world.chance.percent(50)) work.remove(DISPOSITION, dispositionRow(right));
  else world.dispositions.push(right);
}

/** New terms of an account; an overdraft is agreed, changed or ended. */
export function renegotiate(world: World): void {
  const account = world.anyAccount();
  const work = world.begin(COREBANK);
  account.overdraft = world.chance.pick([null, 0, 75_000, 300_000]);
  account.statements = world.chance.pick(["monthly", "weekly", "per_transaction"]);
  account.updatedAt = work.at;
  work.update(ACCOUNT, accountRow(account));
}

/** The statistical office publishes. */
export function publish(world: World): void {
  const id = world.chance.between(1, DISTRICTS.length);
  const district = DISTRICTS[id - 1];
  if (district !== undefined) world.begin(COREBANK).update(DISTRICT, districtRow(world, id, district));
}
