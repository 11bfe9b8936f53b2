import { runCommand } from "../deployment/command";
import { schemaLock } from "../local/schema-lock";

void runCommand(schemaLock);
