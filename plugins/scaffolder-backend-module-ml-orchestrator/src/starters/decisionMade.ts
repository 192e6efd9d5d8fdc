import { withoutBlanks } from './options';

/** The day it is, as decisions are dated: `2026-05-04`. */
export const today = () => new Date().toISOString().slice(0, 10);

/** Fields of a spec, with a decision that is made today by this user unless they say otherwise. */
export function withDecisionMade(fields: object, user?: string) {
  return {
    decidedOn: today(),
    ...(user && { decidedBy: user }),
    ...withoutBlanks(fields),
  };
}
