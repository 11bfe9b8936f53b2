import { testLocal } from "../local/check/local";
import { runCommand } from "../operations/command";

void runCommand(testLocal);
