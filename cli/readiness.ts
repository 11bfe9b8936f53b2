#!/usr/bin/env node
import { runCommand } from "../operations/command";
import { readiness } from "../operations/readiness";

void runCommand(readiness);
