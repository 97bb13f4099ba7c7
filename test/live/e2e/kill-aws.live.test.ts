import { killedEverywhere } from './killed-everywhere.ts';
import { AwsRing } from './aws-ring.ts';

killedEverywhere('an apply of five changes in an account', () => AwsRing.start(), {
  live: 9,
  others: 19,
  points: 38,
});
