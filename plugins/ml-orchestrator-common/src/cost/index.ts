export * from './breakEvens';
export * from './estimateCost';
export * from './quantities';
export * from './types';
export * from './workload';
export * from './workloadSchema';
