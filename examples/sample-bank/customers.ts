import { addMonths, date } from "./calendar";
import type { Account, Card, Client, Disposition, StandingOrder } from "./holdings";
import { DISTRICTS, FAMILY, GIVEN } from "./names";
import { cardNumber, iban, nationalId } from "./numbers";
import { cardRow, clientRow, dispositionRow, orderRow } from "./rows-corebank";
import { CARD, CLIENT, DISPOSITION, STANDING_ORDER } from "./schema-corebank";
import type { Work } from "./work";
import type { World } from "./world";

/** Agreed overdrafts in cents: none, the least, the largest that the column holds, then usual ones. */
const OVERDRAFTS = [null, 0, 999_999_999_999, 100_000, 250_000, 500_000, null, null];
const CURRENCIES = ["EUR", "CZK", "USD", "EUR", "EUR", "EUR", "EUR", "EUR"];
const STATEMENTS = ["monthly", "weekly", "per_transaction"];
const CARDS = ["classic", "junior", "gold"];
const GENDERS = ["F", "M", "X", null, "F", "M", "F", "M"];
const PURPOSES = ["insurance", "household", "leasing", "loan", null, ""];

/** A person, whose row is written. */
export function newClient(world: World, work: Work): Client {
  const id = world.next("client");
  const gender = world.chance.variety(id - 1, GENDERS);
  const birth = addMonths(world.closing, -12 * world.chance.between(18, 90)) - world.chance.between(0, 364);
  const client: Client = {
    id,
    gender,
    birth,
    nationalId: nationalId(date(birth), gender, id),
    name: `${world.chance.pick(GIVEN)} ${world.chance.pick(FAMILY)}`,
    district: 1 + (id <= DISTRICTS.length ? id - 1 : world.chance.between(0, DISTRICTS.length - 1)),
    updatedAt: work.at,
  };
  work.insert(CLIENT, clientRow(client));
  return client;
}

/** An account with nothing on it; its row is the caller's to write, once its balance is known. */
export function newAccount(world: World, owner: Client, openedOn: number, at: number): Account {
  const id = world.next("account");
  return {
    id,
    owner,
    iban: iban(id),
    district: owner.district,
    openedOn,
    currency: world.chance.variety(id - 1, CURRENCIES),
    statements: world.chance.variety(id - 1, STATEMENTS),
    balance: 0,
    overdraft: world.chance.variety(id - 1, OVERDRAFTS),
    updatedAt: at,
  };
}

export function newDisposition(
  world: World,
  work: Work,
  account: Account,
  client: Client,
  kind: Disposition["kind"],
): Disposition {
  const disposition = { id: world.next("disposition"), client, account, kind };
  work.insert(DISPOSITION, dispositionRow(disposition));
  return disposition;
}

export function newCard(world: World, work: Work, disposition: Disposition): Card {
  const id = world.next("card");
  const card: Card = {
    id,
    disposition,
    number: cardNumber(id),
    kind: world.chance.variety(id - 1, CARDS),
    issuedAt: work.at,
    isBlocked: id % 10 === 3,
  };
  work.insert(CARD, cardRow(card));
  return card;
}

export function newOrder(world: World, work: Work, account: Account): StandingOrder {
  const id = world.next("order");
  const partner = world.partners[id - 1] ?? world.chance.pick(world.partners);
  const order: StandingOrder = {
    id,
    account,
    payeeBank: partner.bank,
    payeeIban: partner.iban,
    purpose: world.chance.variety(id - 1, PURPOSES),
    amount: world.chance.between(1, 80_000),
  };
  work.insert(STANDING_ORDER, orderRow(order));
  return order;
}
