export interface Config {
  mlOrchestrator?: {
    /**
     * Where the consoles are, for links from entities to what runs them. ARNs need
     * none of this; the annotation `ml-orchestrator/aws-region` of an entity comes
     * before `region`.
     * @deepVisibility frontend
     */
    consoles?: {
      /** AWS region of pipelines that are named, and not given as an ARN. */
      region?: string;
      /** AWS account of state machines that are named; twelve digits. */
      account?: string;
      /** Address of SageMaker Studio, such as `https://studio-d-….studio.eu-west-1.sagemaker.aws`. */
      studio?: string;
      /** The MWAA environment of DAGs that are named without one. */
      environment?: string;
      /** Addresses of Airflow, by MWAA environment. */
      airflow?: { [environment: string]: string };
    };
  };
}
