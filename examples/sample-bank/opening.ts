import type { BankTransaction } from "../../local/source-systems/types";
import { newAccount, newCard, newClient, newDisposition, newOrder } from "./customers";
import { money } from "./money";
import { DISTRICTS } from "./names";
import { openWithPast } from "./opening-account";
import { openLoan } from "./opening-loan";
import { COREBANK, DISTRICT } from "./schema-corebank";
import type { World } from "./world";

/** Every fourth client has or had a loan. */
const BORROWERS = 4;

/** The row of a district; the last ones have no published statistics. */
export function districtRow(world: World, id: number, [name, region]: readonly [string, string]) {
  const isPublished = id < DISTRICTS.length - 1;
  return [
    String(id),
    name,
    region,
    isPublished ? String(world.chance.between(40_000, 1_300_000)) : null,
    isPublished ? money(world.chance.between(90_000, 250_000)) : null,
    isPublished ? money(world.chance.between(0, 1_500)) : null,
  ];
}

function openDistricts(world: World): void {
  const work = world.begin(COREBANK);
  for (const [index, district] of DISTRICTS.entries()) work.insert(DISTRICT, districtRow(world, index + 1, district));
}

/** A client with account and past, in one commit of each system that knows them. */
function openClient(world: World, index: number): void {
  const { chance } = world;
  const work = world.begin(COREBANK);
  const client = newClient(world, work);
  world.clients.push(client);
  const openedOn = world.closing - chance.between(1_700, 6_000);
  for (let number = 0; number < (index % 10 === 5 ? 2 : 1); number += 1) {
    const account = newAccount(world, client, openedOn, work.at);
    const past = index % BORROWERS === 0 && number === 0 ? openLoan(world, account) : [];
    openWithPast(world, work, account, past);
    const owner = newDisposition(world, work, account, client, "owner");
    world.dispositions.push(owner);
    if (index % 3 === 1)
      world.dispositions.push(newDisposition(world, work, account, chance.pick(world.clients), "disponent"));
    if (index < 4 || chance.percent(50)) world.cards.push(newCard(world, work, owner));
    if (index < 8 || chance.percent(40)) world.orders.push(newOrder(world, work, account));
  }
}

/** All that the bank holds when change capture begins: how it moved into its two systems, client by client. */
export function* opening(world: World, clients: number): Generator<BankTransaction> {
  openDistricts(world);
  for (let index = 0; index < clients; index += 1) {
    world.clock.nextEvent();
    openClient(world, index);
    yield* world.drain();
  }
}
