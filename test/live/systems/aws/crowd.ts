/**
 * Fills an account with `count` roles `crowd-00000`, …, under `/crowd/`, which EC2 may assume.
 * @param endpoint `direct`
 */
export async function crowd(endpoint: string, count: number): Promise<void> {
  const response = await fetch(`${endpoint}/crowd/${count}`, { method: 'POST' });
  if (!response.ok) throw new Error(`There is no crowd: ${response.status} ${await response.text()}`);
}
