import type { Diagnostic, Location } from '../core/errors.ts';
import { visible } from '../core/yaml/text.ts';

export type DiagnosticFormat = 'text' | 'json' | 'github';

/** Lines for people, one JSON object for programs, or workflow commands that GitHub turns into annotations. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], format: DiagnosticFormat): string {
  if (format === 'json') return `${JSON.stringify({ diagnostics }, null, 2)}\n`;
  const line = format === 'text' ? textLine : workflowCommand;
  return diagnostics.map((diagnostic) => `${line(diagnostic)}\n`).join('');
}

/** `file:line:column: code: cause — mend` */
function textLine(diagnostic: Diagnostic): string {
  const severity = diagnostic.severity === 'warning' ? 'warning: ' : '';
  const place = diagnostic.location === undefined ? '' : `${placeOf(diagnostic.location)}: `;
  return visible(`${place}${severity}${diagnostic.code}: ${sentence(diagnostic)}`);
}

function workflowCommand(diagnostic: Diagnostic): string {
  const { location } = diagnostic;
  const at: readonly (readonly [string, string])[] =
    location === undefined
      ? []
      : [
          ['file', location.path],
          ['line', String(location.line)],
          ['col', String(location.column)],
        ];
  const properties = [...at, ['title', diagnostic.code] as const].map(
    ([name, value]) => `${name}=${escapeProperty(visible(value))}`,
  );
  return `::${diagnostic.severity} ${properties.join(',')}::${escapeData(visible(sentence(diagnostic)))}`;
}

function sentence({ cause, evidence, mend }: Diagnostic): string {
  return `${cause}${evidence === undefined ? '' : ` (${evidence})`} — ${mend}`;
}

function placeOf({ path, line, column }: Location): string {
  return `${path}:${line}:${column}`;
}

/** As the runner undoes them: percent first, or the other escapes would be escaped again. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
