/** Makes rows for the databases that a landscape declares, whatever it declares. */
export { LEFT_OUT } from "./left-out";
export { type MadeOrder, madeBank } from "./made-bank";
