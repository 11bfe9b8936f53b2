import { runCommand } from "../deployment/command";
import { drift } from "./drift/main";

void runCommand(drift);
