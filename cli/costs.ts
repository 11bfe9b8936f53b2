import { runCommand } from "../deployment/command";
import { costsCommand } from "../deployment/costs/command";

void runCommand(costsCommand);
