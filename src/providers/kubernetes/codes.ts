import type { CodeTopic } from '../../core/codes/entry.ts';

export const KUBERNETES_CODES: readonly CodeTopic[] = [];
