const AT_ONCE = 8;
const ATTEMPTS = 20;
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/**
 * Fills an account with `count` roles `crowd-00000`, …, under `/crowd/`: about 250 a second.
 * @param endpoint moto itself, so that they are no calls of the one who is tested.
 */
export async function crowd(endpoint: string, count: number): Promise<void> {
  let next = 0;
  const create = async () => {
    while (next < count) {
      const name = `crowd-${String(next).padStart(5, '0')}`;
      next += 1;
      await callIam(endpoint, 'CreateRole', { RoleName: name, Path: '/crowd/', AssumeRolePolicyDocument: TRUST });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, create));
}

async function callIam(endpoint: string, action: string, parameters: Readonly<Record<string, string>>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, body } = await post(endpoint, action, parameters);
    if (status === 200) return;
    // Moto trips over its own list of roles where several are made at once, before it makes one.
    if (status !== 500 || attempt === ATTEMPTS) throw new Error(`${action}: ${status} ${body}`);
  }
}

async function post(endpoint: string, action: string, parameters: Readonly<Record<string, string>>) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      // Moto finds the service in it, and checks no signature.
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }).toString(),
  });
  return { status: response.status, body: await response.text() };
}
