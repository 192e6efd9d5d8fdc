export { createPreviewRouter } from './createPreviewRouter';
