import { readData, type DataNode } from '../code/readData';
import type { Finding, RepositoryFile } from '../findings';

/** The one version of the pipeline definition schema that there is. */
const SCHEMA_VERSION = '2020-12-01';
const RESOURCE_TYPE = 'AWS::SageMaker::Pipeline';
const STEP_TYPES = new Set([
  'AutoML',
  'Condition',
  'Model',
  'Processing',
  'RegisterModel',
  'Training',
  'Transform',
  'Tuning',
]);

/** Finds compiled pipeline definitions, and pipelines in CloudFormation templates. */
export function findSagemakerDefinitions({
  path,
  text,
}: RepositoryFile): Finding[] {
  if (!text.includes(SCHEMA_VERSION) && !text.includes(RESOURCE_TYPE)) {
    return [];
  }
  const finding = (node: DataNode, found: string, name?: string): Finding => ({
    orchestrator: 'sagemaker-pipelines',
    confidence: 'high',
    path,
    line: node.line,
    found,
    ...(name && { name }),
  });
  return readData(text).flatMap(root => {
    if (isDefinition(root)) {
      return [finding(root, `"Version": "${SCHEMA_VERSION}"`)];
    }
    return (root.get('Resources')?.entries() ?? []).flatMap(([, resource]) => {
      const type = resource.get('Type');
      const name = resource.get('Properties')?.get('PipelineName')?.literal;
      return type?.text === RESOURCE_TYPE
        ? [finding(type, RESOURCE_TYPE, name)]
        : [];
    });
  });
}

function isDefinition(root: DataNode): boolean {
  const steps = root.get('Steps')?.items() ?? [];
  return (
    root.get('Version')?.text === SCHEMA_VERSION &&
    steps.length > 0 &&
    steps.every(step => step.get('Name')?.text && step.get('Type')?.text) &&
    steps.some(step => STEP_TYPES.has(step.get('Type')!.text!))
  );
}
