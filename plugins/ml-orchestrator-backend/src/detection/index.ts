export { DetectionStore } from './DetectionStore';
export { startDetection } from './startDetection';
