import type { RateLimits } from '../http/limits.ts';
import type { Router } from '../http/router.ts';
import { actionsRoutes } from './actions.ts';
import { appRoutes } from './apps.ts';
import { checkRoutes } from './checks.ts';
import { commentRoutes } from './comments.ts';
import { contentsRoutes } from './contents.ts';
import { gitObjectRoutes, refRoutes } from './git-data.ts';
import { peopleRoutes } from './people.ts';
import { pullActionRoutes, pullRoutes } from './pulls.ts';
import { governanceRoutes, repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';
import { settingsRoutes } from './settings.ts';

/** Declares every operation of the server. */
export function declareRoutes(router: Router, limits: RateLimits): Router {
  repositoryRoutes(router);
  governanceRoutes(router);
  settingsRoutes(router);
  contentsRoutes(router);
  gitObjectRoutes(router);
  refRoutes(router);
  pullRoutes(router);
  pullActionRoutes(router);
  reviewRoutes(router);
  commentRoutes(router);
  checkRoutes(router);
  peopleRoutes(router);
  actionsRoutes(router);
  appRoutes(router, limits);
  return router;
}
