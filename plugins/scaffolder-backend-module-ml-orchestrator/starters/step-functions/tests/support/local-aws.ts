import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../../infra/config';
import type { Attempt } from './iam';
import type { Properties } from './synthesized';
import { serviceError } from './workflow';
import type { Handlers } from './workflow';

export const PYTHON = path.join(ROOT, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

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

  /** Keys of the objects that start with this. */
  keys(prefix: string): string[] {
    const bucketDirectory = path.join(this.root, 's3', this.bucket);
    return readdirSync(bucketDirectory, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.relative(bucketDirectory, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter(key => key.startsWith(prefix))
      .sort();
  }

  write(key: string, text: string): void {
    const file = this.objectPath(this.uriOf(key));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  copy(key: string, target: string): void {
    this.write(target, this.read(this.uriOf(key)));
  }

  /** A processing job; `run` is what happens in the container, with its paths moved. */
  process(job: Properties, run = (command: string[]): void => this.run(command)): Properties {
    const container = this.newContainer();
    for (const { S3Input } of job.ProcessingInputs as S3Input[]) {
      this.download(S3Input.S3Uri, path.join(container, S3Input.LocalPath));
    }
    const { Outputs } = job.ProcessingOutputConfig as { Outputs: S3Output[] };
    for (const { S3Output } of Outputs) mkdirSync(path.join(container, S3Output.LocalPath), { recursive: true });
    const { ContainerEntrypoint, ContainerArguments } = job.AppSpecification as Record<string, string[]>;
    run(inContainer(container, [...(ContainerEntrypoint ?? []), ...(ContainerArguments ?? [])]));
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
    const options = Object.entries(hyperparameters).flatMap(([key, value]) => [`--${key}`, value]);
    this.run(inContainer(container, ['python3', `${code}/${program}`, ...options]), environment);
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

  private run([program, ...rest]: string[], environment: Record<string, string> = {}): void {
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
    const keys = this.keys(prefix);
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

  uriOf(key: string): string {
    return `s3://${this.bucket}/${key}`;
  }

  keyOf(uri: string): string {
    const start = this.uriOf('');
    if (!uri.startsWith(start)) throw new Error(`${uri} is not in the pipeline's bucket`);
    return uri.slice(start.length);
  }

  private objectPath(uri: string): string {
    return path.join(this.root, 's3', this.bucket, this.keyOf(uri));
  }
}

/** A command with the paths of the container as they are here. */
const inContainer = (container: string, command: string[]): string[] =>
  command.map(word => (word.startsWith('/opt/ml') ? path.join(container, word) : word));
