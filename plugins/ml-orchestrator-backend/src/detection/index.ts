export { DetectionJob } from './DetectionJob';
export { DetectionStore } from './DetectionStore';
export { findProposal, listProposals } from './listProposals';
export { readDetectionConfig } from './readDetectionConfig';
