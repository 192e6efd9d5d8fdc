import { serviceError } from './workflow';
import type { Handlers } from './workflow';
import type { Properties, Workflow } from './synthesized';

type Outcome = 'in service' | 'rolled back' | 'failed';

interface Endpoint {
  status: string;
  configName: string;
  /** What the change under way leads to, and after how many looks at it; nothing changes without. */
  change?: { looks: number; status: string; configName?: string };
}

/** How often somebody has to look until a change has come to its end. */
const LOOKS = 2;

/** As the service answers: it calls what is not there, and what is there already, by the same name. */
const refusal = (message: string): Error =>
  serviceError('SageMaker.SageMakerException', `${message} (Status Code: 400)`);

/** As much of SageMaker as serving needs: names are taken once, and endpoints take their time. */
export class FakeSageMaker {
  /** Version → what the registry says of it. */
  readonly packages = new Map<string, { approval: string; status: string }>();
  readonly models = new Set<string>();
  readonly configs = new Map<string, string>();
  readonly jobs = new Map<string, string>();
  readonly endpoints = new Map<string, Endpoint>();
  /** Keys below the bucket's root. */
  readonly files: string[] = [];
  /** How the next deployment, or the next job, ends. */
  outcome: Outcome = 'in service';

  approve(version: number, status = 'Completed'): void {
    this.packages.set(String(version), { approval: 'Approved', status });
  }

  /** What is there, in one look. */
  get inventory(): { models: string[]; configs: string[]; endpoints: string[] } {
    return {
      models: [...this.models],
      configs: [...this.configs.keys()],
      endpoints: [...this.endpoints].map(([name, { status, configName }]) => `${name}: ${configName} ${status}`),
    };
  }

  /** State → the service that it calls, by its Resource. */
  handlersFor({ definition }: Workflow): Handlers {
    return Object.fromEntries(
      Object.entries(definition.States)
        .filter(([, { Type }]) => Type === 'Task')
        .map(([state, { Resource = '' }]) => {
          const service = this.services[Resource];
          if (service === undefined) throw new Error(`tests/support/fake-sagemaker.ts has no ${Resource}`);
          return [state, service];
        }),
    );
  }

  private readonly services: Handlers = {
    'arn:aws:states:::aws-sdk:sagemaker:describeModelPackage': ({ ModelPackageName }) => {
      const found = this.packages.get(String(ModelPackageName).split('/').at(-1) ?? '');
      if (found === undefined) throw refusal(`ModelPackage ${String(ModelPackageName)} does not exist`);
      const answer = { ModelApprovalStatus: found.approval, ModelPackageStatus: found.status };
      if (found.status === 'Pending') found.status = 'InProgress';
      else if (found.status === 'InProgress') found.status = 'Completed';
      return answer;
    },
    'arn:aws:states:::aws-sdk:sagemaker:createModel': ({ ModelName }) => {
      if (this.models.has(String(ModelName)))
        throw refusal(`Cannot create already existing model ${String(ModelName)}`);
      this.models.add(String(ModelName));
      return { ModelArn: `arn:model/${String(ModelName)}` };
    },
    'arn:aws:states:::aws-sdk:sagemaker:describeModel': ({ ModelName }) => {
      if (!this.models.has(String(ModelName))) throw refusal(`Could not find model ${String(ModelName)}`);
      return { ModelName };
    },
    'arn:aws:states:::aws-sdk:sagemaker:deleteModel': ({ ModelName }) => {
      if (!this.models.delete(String(ModelName))) throw refusal(`Could not find model ${String(ModelName)}`);
      return {};
    },
    'arn:aws:states:::aws-sdk:sagemaker:createEndpointConfig': ({ EndpointConfigName, ProductionVariants }) => {
      const name = String(EndpointConfigName);
      if (this.configs.has(name)) throw refusal(`Cannot create already existing endpoint configuration ${name}`);
      const [variant] = ProductionVariants as { ModelName: string }[];
      if (!this.models.has(variant?.ModelName ?? '')) throw refusal('Could not find model');
      this.configs.set(name, variant?.ModelName ?? '');
      return { EndpointConfigArn: `arn:endpoint-config/${name}` };
    },
    'arn:aws:states:::aws-sdk:sagemaker:describeEndpointConfig': ({ EndpointConfigName }) => {
      if (!this.configs.has(String(EndpointConfigName))) throw refusal('Could not find endpoint configuration');
      return { EndpointConfigName };
    },
    'arn:aws:states:::aws-sdk:sagemaker:deleteEndpointConfig': ({ EndpointConfigName }) => {
      if (!this.configs.delete(String(EndpointConfigName))) throw refusal('Could not find endpoint configuration');
      return {};
    },
    'arn:aws:states:::aws-sdk:sagemaker:createEndpoint': ({ EndpointName, EndpointConfigName }) => {
      const name = String(EndpointName);
      if (this.endpoints.has(name)) throw refusal(`Cannot create already existing endpoint ${name}`);
      const status = this.outcome === 'in service' ? 'InService' : 'Failed';
      const configName = this.configNamed(EndpointConfigName);
      this.endpoints.set(name, { status: 'Creating', configName, change: { looks: LOOKS, status } });
      return { EndpointArn: `arn:endpoint/${name}` };
    },
    'arn:aws:states:::aws-sdk:sagemaker:updateEndpoint': ({ EndpointName, EndpointConfigName }) => {
      const endpoint = this.endpointNamed(EndpointName);
      if (endpoint.change !== undefined) throw refusal('Cannot update in-progress endpoint');
      const configName = this.configNamed(EndpointConfigName);
      endpoint.status = 'Updating';
      endpoint.change =
        this.outcome === 'in service'
          ? { looks: LOOKS, status: 'InService', configName }
          : { looks: LOOKS, status: this.outcome === 'failed' ? 'UpdateRollbackFailed' : 'InService' };
      return { EndpointArn: `arn:endpoint/${String(EndpointName)}` };
    },
    'arn:aws:states:::aws-sdk:sagemaker:describeEndpoint': ({ EndpointName }) => {
      const endpoint = this.endpointNamed(EndpointName);
      const answer = { EndpointStatus: endpoint.status, EndpointConfigName: endpoint.configName };
      this.passTime(String(EndpointName), endpoint);
      return answer;
    },
    'arn:aws:states:::aws-sdk:sagemaker:deleteEndpoint': ({ EndpointName }) => {
      const endpoint = this.endpointNamed(EndpointName);
      if (endpoint.change !== undefined) throw refusal('Cannot update in-progress endpoint');
      endpoint.status = 'Deleting';
      endpoint.change = { looks: LOOKS, status: 'gone' };
      return {};
    },
    'arn:aws:states:::aws-sdk:s3:listObjectsV2': ({ Prefix, StartAfter }) => {
      const keys = this.files.filter(key => key.startsWith(String(Prefix)) && key > String(StartAfter));
      return { KeyCount: Math.min(keys.length, 1) };
    },
    'arn:aws:states:::sagemaker:createTransformJob.sync': ({ TransformJobName, ModelName }) => {
      const name = String(TransformJobName);
      if (this.jobs.has(name)) throw serviceError('SageMaker.ResourceInUseException', 'Job name must be unique');
      if (!this.models.has(String(ModelName))) throw refusal('Could not find model');
      this.jobs.set(name, this.outcome === 'in service' ? 'Completed' : 'Failed');
      if (this.outcome !== 'in service') throw serviceError('States.TaskFailed', 'AlgorithmError: no such column');
      return { TransformJobArn: `arn:transform-job/${name}` };
    },
    'arn:aws:states:::aws-sdk:sagemaker:describeTransformJob': ({ TransformJobName }) => {
      const status = this.jobs.get(String(TransformJobName));
      if (status === undefined) throw refusal('Could not find transform job');
      return { TransformJobStatus: status };
    },
    'arn:aws:states:::sns:publish': () => ({ MessageId: '1' }),
  };

  private endpointNamed(name: unknown): Endpoint {
    const endpoint = this.endpoints.get(String(name));
    if (endpoint === undefined) throw refusal(`Could not find endpoint ${String(name)}`);
    return endpoint;
  }

  private configNamed(name: unknown): string {
    if (!this.configs.has(String(name))) throw refusal('Could not find endpoint configuration');
    return String(name);
  }

  private passTime(name: string, endpoint: Endpoint): void {
    const { change } = endpoint;
    if (change === undefined) return;
    change.looks -= 1;
    if (change.looks > 0) return;
    if (change.status === 'gone') {
      this.endpoints.delete(name);
      return;
    }
    endpoint.status = change.status;
    endpoint.configName = change.configName ?? endpoint.configName;
    endpoint.change = undefined;
  }
}

/** Fails a call once, after it has done its work: so it is when an answer is lost, or another execution was faster. */
export function alreadyDone(handler: Handlers[string], error = refusal('already done')): Handlers[string] {
  let done = false;
  return (parameters: Properties) => {
    if (!done) handler(parameters);
    done = true;
    throw error;
  };
}
