import { killedEverywhere } from './killed-everywhere.ts';
import { AwsRing } from './aws-ring.ts';

killedEverywhere('an apply of five changes in an account', () => AwsRing.start(), {
  live: 0,
  others: 0,
  points: 0,
});
