import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../../infra/config';
import type { Attempt } from './iam';
import type { Properties } from './synthesized';
import { serviceError } from './workflow';
import type { Handlers } from './workflow';

const PYTHON = path.join(ROOT, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

interface S3Input {
  readonly S3Input: { S3Uri: string; LocalPath: string };
}
interface S3Output {
  readonly S3Output: { S3Uri: string; LocalPath: string };
}
interface Channel {
  readonly ChannelName: string;
  readonly DataSource: { S3DataSource: { S3Uri: string } };
}

/**
 * A directory that stands for S3, and jobs that are processes: the step scripts run exactly as the workflow's
 * parameters ask for, with the paths of the container moved under a temporary directory.
 */
export class LocalAws {
  private readonly root = mkdtempSync(path.join(tmpdir(), 'local aws '));
  private jobs = 0;
  /** What the jobs did in S3, in the name of the role they ran as. */
  readonly jobAttempts: Attempt[] = [];

  constructor(private readonly bucket: string) {}

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  upload(localDirectory: string, prefix: string, filter: (file: string) => boolean = () => true): void {
    const target = path.join(this.root, 's3', this.bucket, prefix);
    for (const file of readdirSync(localDirectory).filter(filter)) {
      cpSync(path.join(localDirectory, file), path.join(target, file));
    }
  }

  read(uri: string): string {
    return readFileSync(this.objectPath(uri), 'utf8');
  }

  get handlers(): Handlers {
    return {
      PrepareData: parameters => this.process(parameters),
      TrainModel: parameters => this.train(parameters),
      EvaluateModel: parameters => this.process(parameters),
      ReadEvaluation: ({ Bucket, Key }) => {
        const uri = `s3://${String(Bucket)}/${String(Key)}`;
        if (!existsSync(this.objectPath(uri))) throw serviceError('S3.NoSuchKeyException', uri);
        return { Body: this.read(uri) };
      },
    };
  }

  private process(job: Properties): Properties {
    const container = this.newContainer();
    for (const { S3Input } of job.ProcessingInputs as S3Input[]) {
      this.download(S3Input.S3Uri, path.join(container, S3Input.LocalPath));
    }
    const { Outputs } = job.ProcessingOutputConfig as { Outputs: S3Output[] };
    for (const { S3Output } of Outputs) mkdirSync(path.join(container, S3Output.LocalPath), { recursive: true });
    const { ContainerEntrypoint, ContainerArguments } = job.AppSpecification as Record<string, string[]>;
    this.run(container, [...(ContainerEntrypoint ?? []), ...(ContainerArguments ?? [])]);
    for (const { S3Output } of Outputs) {
      this.store(path.join(container, S3Output.LocalPath), S3Output.S3Uri);
    }
    return { ProcessingJobArn: `arn:processing-job/${String(job.ProcessingJobName)}` };
  }

  /** What the script mode of the SageMaker training toolkit does. */
  private train(job: Properties): Properties {
    const container = this.newContainer();
    const environment: Record<string, string> = { SM_MODEL_DIR: path.join(container, '/opt/ml/model') };
    for (const { ChannelName, DataSource } of job.InputDataConfig as Channel[]) {
      const directory = path.join(container, '/opt/ml/input/data', ChannelName);
      this.download(DataSource.S3DataSource.S3Uri, directory);
      environment[`SM_CHANNEL_${ChannelName.toUpperCase()}`] = directory;
    }
    const {
      sagemaker_program: program = '',
      sagemaker_submit_directory: code = '',
      ...hyperparameters
    } = job.HyperParameters as Record<string, string>;
    mkdirSync(environment.SM_MODEL_DIR ?? '', { recursive: true });
    this.run(
      container,
      [
        'python3',
        `${code}/${program}`,
        ...Object.entries(hyperparameters).flatMap(([key, value]) => [`--${key}`, value]),
      ],
      environment,
    );
    const output = path.join(container, 'output');
    mkdirSync(output);
    execFileSync('tar', ['-czf', path.join(output, 'model.tar.gz'), '-C', environment.SM_MODEL_DIR ?? '', '.']);
    const { S3OutputPath } = job.OutputDataConfig as { S3OutputPath: string };
    const uri = `${S3OutputPath}/${String(job.TrainingJobName)}/output`;
    this.store(output, uri);
    return {
      TrainingJobArn: `arn:training-job/${String(job.TrainingJobName)}`,
      ModelArtifacts: { S3ModelArtifacts: `${uri}/model.tar.gz` },
    };
  }

  private newContainer(): string {
    this.jobs += 1;
    return path.join(this.root, `container ${this.jobs}`);
  }

  private run(container: string, command: string[], environment: Record<string, string> = {}): void {
    const [program, ...rest] = command.map(word => (word.startsWith('/opt/ml') ? path.join(container, word) : word));
    if (program !== 'python3') throw new Error(`${program ?? 'nothing'} is not what the container can run`);
    try {
      execFileSync(PYTHON, rest, { env: { ...process.env, ...environment }, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      throw serviceError('States.TaskFailed', (error as { stderr?: string }).stderr ?? String(error));
    }
  }

  /** S3Prefix: every object whose key starts with the prefix, which may be one object's whole key. */
  private download(uri: string, directory: string): void {
    const prefix = this.keyOf(uri);
    const bucketDirectory = path.join(this.root, 's3', this.bucket);
    const keys = readdirSync(bucketDirectory, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.relative(bucketDirectory, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter(key => key.startsWith(prefix));
    if (keys.length === 0) throw serviceError('States.TaskFailed', `No S3 objects found under ${uri}`);
    this.attempt('s3:ListBucket', '', { 's3:prefix': prefix });
    for (const key of keys) {
      this.attempt('s3:GetObject', `/${key}`);
      const name = key === prefix ? path.basename(key) : key.slice(prefix.length).replace(/^\//, '');
      cpSync(path.join(bucketDirectory, key), path.join(directory, name));
    }
  }

  private store(directory: string, uri: string): void {
    for (const file of readdirSync(directory)) {
      this.attempt('s3:PutObject', `/${this.keyOf(uri)}/${file}`);
      cpSync(path.join(directory, file), this.objectPath(`${uri}/${file}`));
    }
  }

  private attempt(action: string, path: string, context?: Record<string, string>): void {
    this.jobAttempts.push({ action, resource: `arn:aws:s3:::${this.bucket}${path}`, context });
  }

  private keyOf(uri: string): string {
    const start = `s3://${this.bucket}/`;
    if (!uri.startsWith(start)) throw new Error(`${uri} is not in the pipeline's bucket`);
    return uri.slice(start.length);
  }

  private objectPath(uri: string): string {
    return path.join(this.root, 's3', this.bucket, this.keyOf(uri));
  }
}
