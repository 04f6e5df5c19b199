import { writeFile } from "node:fs/promises";

const sample = "A sample row that has minimal side effects.";
await writeFile("sample.txt", sample);
