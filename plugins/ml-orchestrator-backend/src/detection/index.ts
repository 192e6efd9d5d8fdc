export { DetectionStore } from './DetectionStore';
export { createProposalsRouter } from './proposalsRouter';
export { startDetection } from './startDetection';
