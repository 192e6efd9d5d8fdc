import type { AirflowPipeline, AwsPipeline, LocatedPipeline } from './locators';

/** What an organisation's consoles are, for links to them. */
export interface Consoles {
  /** AWS region of pipelines that are named without one. */
  region?: string;
  /** AWS account of state machines that are named without one; twelve digits. */
  account?: string;
  /** Address of SageMaker Studio, `https://studio-d-….studio.eu-west-1.sagemaker.aws`. */
  studio?: string;
  /** MWAA environment → address of its Airflow. */
  airflow?: Readonly<Record<string, string>>;
  /** The MWAA environment of DAGs that are named without one. */
  environment?: string;
}

/** Where a console shows a pipeline. */
export interface ConsoleLink {
  url: string;
  /** The pipeline's own page, or the nearest page to it that can be addressed. */
  exact: boolean;
}

/** Partition → the domain of its console. */
const DOMAINS = new Map([
  ['aws', 'console.aws.amazon.com'],
  ['aws-us-gov', 'console.amazonaws-us-gov.com'],
  ['aws-cn', 'console.amazonaws.cn'],
]);

/** The page of AWS's or Airflow's console that shows a pipeline; `undefined` when too little is known. */
export function consoleLink(
  located: LocatedPipeline,
  consoles: Consoles,
): ConsoleLink | undefined {
  switch (located.kind) {
    case 'stateMachine':
      return stateMachineLink(located, consoles);
    case 'sagemakerPipeline':
      return sagemakerLink(located, consoles);
    default:
      return airflowLink(located, consoles);
  }
}

function stateMachineLink(
  { name, arn }: AwsPipeline,
  { region, account }: Consoles,
): ConsoleLink | undefined {
  const home = awsHome('states', arn?.region ?? region, arn?.partition);
  if (!home) {
    return undefined;
  }
  const text =
    arn?.text ??
    (account &&
      `arn:${partitionOf(
        region!,
      )}:states:${region}:${account}:stateMachine:${name}`);
  return text
    ? {
        url: `${home}#/statemachines/view/${encodeURIComponent(text)}`,
        exact: true,
      }
    : { url: `${home}#/statemachines`, exact: false };
}

/** Pipelines are shown by Studio; without its address the console leads to it. */
function sagemakerLink(
  { name, arn }: AwsPipeline,
  { region, studio }: Consoles,
): ConsoleLink | undefined {
  const base = httpAddress(studio);
  if (base && inRegion(base, arn?.region)) {
    const page = `pipelines/view/${encodeURIComponent(name)}/executions`;
    return { url: `${base}/${page}`, exact: true };
  }
  const home = awsHome('sagemaker', arn?.region ?? region, arn?.partition);
  return home ? { url: `${home}#/studio`, exact: false } : undefined;
}

function airflowLink(
  { name, environment }: AirflowPipeline,
  consoles: Consoles,
): ConsoleLink | undefined {
  const { region, airflow = {} } = consoles;
  const wanted = environment ?? consoles.environment;
  if (wanted === undefined) {
    return undefined;
  }
  const base = Object.hasOwn(airflow, wanted)
    ? httpAddress(airflow[wanted])
    : undefined;
  if (base) {
    return { url: `${base}/dags/${encodeURIComponent(name)}`, exact: true };
  }
  const home = awsHome('mwaa', region);
  // Signs in to the environment's Airflow; from there the DAG is one click.
  const page = `#environments/${encodeURIComponent(wanted)}/sso`;
  return home ? { url: `${home}${page}`, exact: false } : undefined;
}

function awsHome(
  service: string,
  region: string | undefined,
  partition?: string,
): string | undefined {
  if (!region || !/^[a-z]{2}(?:-[a-z]+)+-\d+$/.test(region)) {
    return undefined;
  }
  const domain = DOMAINS.get(partition ?? partitionOf(region));
  return (
    domain && `https://${region}.${domain}/${service}/home?region=${region}`
  );
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** Whether a Studio may show what is in a region; its address says in which one it is. */
function inRegion(studio: string, region: string | undefined): boolean {
  const its = /\.studio\.([a-z0-9-]+)\./.exec(studio)?.[1];
  return !its || !region || its === region;
}

/** An address without what would follow its path; `undefined` when it cannot be opened in a browser. */
function httpAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\/[^\s?#]+$/.test(address)
    ? address.replace(/\/+$/, '')
    : undefined;
}
