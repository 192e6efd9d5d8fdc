import { extname } from 'node:path';
import { readPython } from '../code/readPython';
import { readTypeScript } from '../code/readTypeScript';
import type { Finding, RepositoryFile } from '../findings';
import { findAirflowDags } from './airflowCode';
import { findFactoryDags } from './dagFactory';
import { findSagemakerCode } from './sagemakerCode';
import { findSagemakerDefinitions } from './sagemakerDefinition';
import { findStateMachineCode } from './stateMachineCode';
import { findStateMachines } from './stateMachineDefinition';

/** Raised with each change of what is found, so that repositories are read anew. */
export const CLASSIFIER_VERSION = 1;

/** What is worth parsing at all: most files speak of nothing that is looked for. */
const PYTHON_HINT = /airflow|sagemaker|stepfunctions/;
const TYPESCRIPT_HINT = /stepfunctions|sagemaker/;

/** Finds what in a file points to an orchestrator. What cannot be parsed points to nothing. */
export function classifyFile(file: RepositoryFile): Finding[] {
  const { path, text } = file;
  switch (extname(path)) {
    case '.py': {
      if (!PYTHON_HINT.test(text)) {
        return [];
      }
      const code = readPython(text);
      return [
        ...findSagemakerCode(path, code),
        ...findStateMachineCode(path, code),
        ...findAirflowDags(path, code),
      ];
    }
    case '.ts':
    case '.js': {
      if (!TYPESCRIPT_HINT.test(text)) {
        return [];
      }
      const code = readTypeScript(text);
      return [
        ...findSagemakerCode(path, code),
        ...findStateMachineCode(path, code),
      ];
    }
    case '.json':
    case '.yaml':
    case '.yml':
      return [
        ...findStateMachines(file),
        ...findSagemakerDefinitions(file),
        ...findFactoryDags(file),
      ];
    default:
      return [];
  }
}
