import { bootstrap } from "../deployment/bootstrap/command";
import { runCommand } from "../deployment/command";

void runCommand(bootstrap);
