#!/usr/bin/env node
import { bootstrap } from "../operations/bootstrap/command";
import { runCommand } from "../operations/command";

void runCommand(bootstrap);
