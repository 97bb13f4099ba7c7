import type { AttackRow } from '../support/row.ts';

export const row: AttackRow = {
  attack: 'Open a pull request from a fork, and push to it after somebody asked for its plan',
  has: 'an account that may read the repository',
  expected:
    'not planned until somebody with write permission asks for exactly that head, and never approved while nobody can tell who pushed to the fork',
  codes: ['fork-not-asked', 'contributors-incomplete'],
  benign: 'somebody asks for the head that they read, and its plan is shown',
  sources: [
    {
      title: 'GitHub Checkout v7 Blocks Pwn Request Attacks',
      url: 'https://blog.ogwilliam.com/post/github-checkout-v7-blocks-pwn-request-attacks/',
    },
    {
      title: 'GitHub Actions is the weakest link (spotbugs, reviewdog, nx, Trivy)',
      url: 'https://news.routley.io/posts/github-actions-is-the-weakest-link.html',
    },
  ],
};
