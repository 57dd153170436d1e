// The peer that JavaScript's world would take: js-yaml and ajv, in one thread.
// node ajv.mjs SCHEMA FOLDER-OF-YAML-FILES
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import yaml from "js-yaml";

const [schema, folder] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
formats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
for (const name of readdirSync(folder)) {
  const fields = yaml.load(readFileSync(join(folder, name), "utf8"), { schema: yaml.CORE_SCHEMA });
  if (!validate(fields)) {
    console.error(name, validate.errors);
    process.exitCode = 1;
  }
}
