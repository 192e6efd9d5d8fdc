import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  mlOrchestrator?: {
    catalog?: {
      /**
       * Owner of the catalog entities that stand for the orchestrators, as an
       * entity reference. `group:default/platform` by default.
       */
      owner?: string;
      /**
       * How often these entities are brought in line with the guidance. Every
       * five minutes by default.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
