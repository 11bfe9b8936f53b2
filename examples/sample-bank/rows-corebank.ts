/** What the deposit system holds, as its tables' rows: values as PostgreSQL prints them, in the order of schema-corebank.ts. */

import type { BankRow } from "../../local/source-systems/types";
import { date, postgresqlMoment } from "./calendar";
import type { Account, Booking, Card, Client, Disposition, StandingOrder } from "./holdings";
import { money } from "./money";

export const clientRow = (client: Client): BankRow => [
  String(client.id),
  client.nationalId,
  client.name,
  date(client.birth),
  client.gender,
  String(client.district),
  postgresqlMoment(client.updatedAt),
];

export const accountRow = (account: Account): BankRow => [
  String(account.id),
  account.iban,
  String(account.district),
  date(account.openedOn),
  account.statements,
  money(account.balance),
  account.overdraft === null ? null : money(account.overdraft),
  account.currency,
  postgresqlMoment(account.updatedAt),
];

export const dispositionRow = ({ id, client, account, kind }: Disposition): BankRow => [
  String(id),
  String(client.id),
  String(account.id),
  kind,
];

export const cardRow = (card: Card): BankRow => [
  String(card.id),
  String(card.disposition.id),
  card.number,
  card.kind,
  postgresqlMoment(card.issuedAt),
  card.isBlocked ? "t" : "f",
];

export const orderRow = (order: StandingOrder): BankRow => [
  String(order.id),
  String(order.account.id),
  order.payeeBank,
  order.payeeIban,
  money(order.amount),
  order.purpose,
];

export const bookingRow = (booking: Booking): BankRow => [
  String(booking.id),
  String(booking.account.id),
  postgresqlMoment(booking.bookedAt),
  booking.direction,
  booking.operation,
  money(booking.amount),
  money(booking.balanceAfter),
  booking.purpose,
  booking.partnerBank,
  booking.partnerIban,
];
