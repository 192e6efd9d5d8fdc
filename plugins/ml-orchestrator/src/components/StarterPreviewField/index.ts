export { starterPreviewField } from './field';
export { StarterPreviewField } from './StarterPreviewField';
export type { StarterPreviewFieldProps } from './StarterPreviewField';
