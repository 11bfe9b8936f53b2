import { demo } from "../local/demo";
import { runCommand } from "../operations/command";

void runCommand(demo);
