export { starterOptionsField } from './field';
export { StarterOptionsField } from './StarterOptionsField';
export type { StarterOptionsFieldProps } from './StarterOptionsField';
export { validateOptions } from './validateOptions';
