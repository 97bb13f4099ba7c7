import { isJsonObject, type Json } from '../../src/core/json.ts';
import { parseYaml } from '../../src/core/yaml.ts';
import { table } from './table.ts';

/** The action's inputs and outputs as Markdown tables. `bytes`: of action.yml. @throws Error when that is no action. */
export function actionTables(bytes: Uint8Array): string {
  const { documents, diagnostics } = parseYaml({ path: 'action.yml', bytes });
  const [action] = documents;
  if (action === undefined || diagnostics.length > 0 || !isJsonObject(action.value)) {
    throw new Error(`action.yml cannot be read: ${diagnostics.map(({ cause }) => cause).join(' ')}`);
  }
  const { inputs, outputs } = action.value;
  const input = table(
    ['input', 'what it is', 'default'],
    entries(inputs).map(([name, text, given]) => [`\`${name}\``, text, given]),
  );
  const output = table(
    ['output', 'what it is'],
    entries(outputs).map(([name, text]) => [`\`${name}\``, text]),
  );
  return `${input}\n\n${output}`;
}

/** Name, description and default of each; a required one has no default. */
function entries(value: Json | undefined): readonly (readonly [string, string, string])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([name, one]) => {
    const { description, default: given, required } = isJsonObject(one) ? one : {};
    const shown = typeof given === 'string' && given !== '' ? `\`${given}\`` : '';
    return [name, typeof description === 'string' ? description : '', required === true ? 'required' : shown];
  });
}
