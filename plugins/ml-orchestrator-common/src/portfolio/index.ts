export * from './api';
export * from './whatIf';
