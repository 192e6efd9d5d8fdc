export * from './FlowDrawing';
export * from './FlowNode';
