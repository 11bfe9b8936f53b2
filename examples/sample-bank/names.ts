/** Names that the sample bank draws from; none belongs to anybody in particular. */

export const GIVEN = [
  "Anna",
  "Jiří",
  "Żaneta",
  "Noël",
  "Zoë",
  "Björn",
  "Łukasz",
  "Eliška",
  "李",
  "Siân",
  "Ömer",
  "Ivana",
];
export const FAMILY = [
  "Nováková",
  "Dvořák",
  "O'Brien",
  "Müller",
  "d'Angelo",
  "Šťastný",
  "小雨",
  "Smith-Jones",
  "Đorđević",
];

/** Districts of the opening, the first by their ids 1, 2, 3 and so on, and the region of each. */
export const DISTRICTS: readonly (readonly [string, string])[] = [
  ["Praha", "Praha"],
  ["Benešov", "Středočeský"],
  ["Beroun", "Středočeský"],
  ["České Budějovice", "Jihočeský"],
  ["Český Krumlov", "Jihočeský"],
  ["Plzeň-město", "Západočeský"],
  ["Ústí nad Labem", "Severočeský"],
  ["Hradec Králové", "Východočeský"],
  ["Brno-město", "Jihomoravský"],
  ["Žďár nad Sázavou", "Jihomoravský"],
  ["Olomouc", "Severomoravský"],
  ["Frýdek-Místek", "Severomoravský"],
];

export const STREETS = ["Náměstí Míru", "Dlouhá třída", "K Ďáblicím", "Straße des 17. Juni", "Rue de l'Été", '"U Lva"'];

/** BICs of other banks; some have eleven characters. */
export const BANKS = ["BAGEXX21", "NORDXX2LXXX", "SUEDXX11", "OSTEXX55MUC", "WESTXX77"];
