import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  mlOrchestrator?: {
    /** The portfolio: every ML pipeline in the catalog, and what today's guidance says of its decision. */
    portfolio?: {
      /**
       * Values of `spec.type` that make an entity an ML pipeline, besides the
       * entities that are linked to an orchestrator by annotation.
       * `[ml-pipeline]` by default.
       */
      types?: string[];
      /**
       * How often the portfolio is brought in line with the catalog. Every ten
       * minutes by default. However many backends there are, one of them does it.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      notifications?: {
        /**
         * Whether owners get a notification when a change of the guidance
         * changes the verdict on their pipelines. Off by default; needs the
         * notifications plugin.
         */
        enabled?: boolean;
        /**
         * Path of the portfolio in the portal, for the link of a notification, if
         * its page was moved. `/ml-orchestrator/portfolio` by default.
         */
        path?: string;
      };
    };
    /** Where pipeline graphs are read from, beside the repositories on source code hosts. */
    pipelineGraph?: {
      /**
       * Folders of the backend's machine, relative to its working directory. An
       * entity from a file below one of them has its graph read from beside that
       * file. The folder of `mlOrchestrator.localRepositories` is one already.
       */
      folders?: string[];
    };
    /**
     * Looks into the repositories of components that are not linked to an
     * orchestrator, and proposes links. It never writes one.
     */
    detection?: {
      /** Off by default: it reads repositories with the portal's own tokens. */
      enabled?: boolean;
      /**
       * How often it looks. Every hour by default. However many backends there
       * are, one of them does it.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How many repositories one run asks for at most, unchanged ones included.
       * The next run goes on with those that follow. 50 by default. An unchanged
       * one costs its host a request or two, a changed one also an archive.
       */
      repositoriesPerRun?: number;
      /** Values of `spec.type` of the components to look at. All by default. */
      types?: string[];
    };
  };
}
