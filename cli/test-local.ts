import { testLocal } from "../local/check/local";
import { runCommand } from "../local/command";

void runCommand(testLocal);
