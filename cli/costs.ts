#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { costsCommand } from "../operations/costs/command";

void runCommand(costsCommand);
