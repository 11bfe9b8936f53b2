import { runCommand } from "../operations/command";
import { schemaLock } from "../operations/schema-lock";

void runCommand(schemaLock);
