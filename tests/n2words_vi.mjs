// Says every whole number on standard input in Vietnamese, one a line.
import { readFileSync } from "node:fs";
import { toCardinal } from "n2words/vi-VN";

const numbers = readFileSync(0, "utf8").split("\n").filter(Boolean);
process.stdout.write(numbers.map((number) => toCardinal(Number(number))).join("\n"));
