import { runCommand } from "../deployment/command";
import { lockCommand } from "../deployment/lock/command";

void runCommand(lockCommand);
