import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      mlOrchestrator?: {
        /**
         * How often the search index is brought in line with the guidance. Every ten
         * minutes by default.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Path of the guide in the portal, if its page was moved. `/ml-orchestrator` by
         * default.
         */
        basePath?: string;
      };
    };
  };
}
