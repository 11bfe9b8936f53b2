import { runCommand } from "../deployment/command";
import { testRoles } from "../local/check/roles";

void runCommand(testRoles);
