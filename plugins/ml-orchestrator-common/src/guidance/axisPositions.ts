import type { Criterion, Guidance, Rating } from './types';

/** An axis of the overview chart, as criteria name it. */
export type Axis = NonNullable<Criterion['axis']>;

/** Where an orchestrator stands on the axes of the overview chart. */
export interface AxisPosition {
  /** Orchestrator id. */
  orchestrator: string;
  /** Mean of its ratings for the axis, from 0 to 1; absent when none of them is rated. */
  integration?: number;
  flexibility?: number;
}

const RATING_VALUES: Readonly<Record<Rating, number>> = {
  strong: 1,
  partial: 0.5,
  weak: 0,
};

/** The criteria whose ratings count towards an axis. */
export function axisCriteria(guidance: Guidance, axis: Axis): Criterion[] {
  return guidance.criteria.filter(criterion => criterion.axis === axis);
}

/**
 * Where every orchestrator stands: the mean of its ratings over the criteria that name
 * the axis, `strong` 1, `partial` ½, `weak` 0. Values without a rating do not count.
 */
export function axisPositions(guidance: Guidance): AxisPosition[] {
  return guidance.orchestrators.map(({ id }) => ({
    orchestrator: id,
    integration: meanRating(axisCriteria(guidance, 'integration'), id),
    flexibility: meanRating(axisCriteria(guidance, 'flexibility'), id),
  }));
}

function meanRating(criteria: Criterion[], id: string): number | undefined {
  const values = criteria.flatMap(criterion => {
    const rating = criterion.values[id]?.rating;
    return rating ? [RATING_VALUES[rating]] : [];
  });
  return values.length > 0
    ? values.reduce((sum, value) => sum + value, 0) / values.length
    : undefined;
}
