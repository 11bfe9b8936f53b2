import { runCommand } from "../deployment/command";
import { testLocal } from "../local/check/local";

void runCommand(testLocal);
