/** Numbers that people and banks write on paper, with the check digits that such numbers have. */

const digits = (value: number, length: number): string => String(value).padStart(length, "0");

/** Bank code of the sample bank in its own account numbers; no Czech bank has it. */
const OWN_BANK = "9876";

/** Remainder of a long decimal number, seven digits at a time. */
function remainder97(number: string): number {
  let rest = 0;
  for (let at = 0; at < number.length; at += 7) rest = Number(`${rest}${number.slice(at, at + 7)}`) % 97;
  return rest;
}

/** Czech IBAN with ISO 7064 check digits. */
export function iban(account: number, bank = OWN_BANK): string {
  const basic = `${bank}${digits(account, 16)}`;
  // C is 12 and Z is 35 where check digits are worked out.
  return `CZ${digits(98 - remainder97(`${basic}123500`), 2)}${basic}`;
}

/** Card number with Luhn's check digit, in a range that is issued for tests. */
export function cardNumber(card: number): string {
  const body = `400000${digits(card, 9)}`;
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) {
    const digit = Number(body[at]) * (at % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** National identity number in the form of a Czech birth number: women's months count from 51. */
export function nationalId(birth: string, gender: string | null, client: number): string {
  const month = Number(birth.slice(5, 7)) + (gender === "F" ? 50 : 0);
  return `${birth.slice(2, 4)}${digits(month, 2)}${birth.slice(8, 10)}/${digits(client % 10_000, 4)}`;
}
