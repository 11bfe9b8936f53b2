import { testRoles } from "../local/check/roles";
import { runCommand } from "../operations/command";

void runCommand(testRoles);
