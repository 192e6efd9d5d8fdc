/** Operators of Airflow that train, tune, apply or register a model on AWS, in full. */
export const ML_OPERATOR =
  /^airflow\.(?:\w+\.)*SageMaker(?:Training|Transform|Tuning|AutoML|RegisterModelVersion)Operator$/;

/** Where a DAG that says these works is no environment of MWAA. */
export const OTHER_CLOUD =
  /^airflow\.providers\.(?:google|microsoft\.azure)\.|^airflow\.gcp\./;
