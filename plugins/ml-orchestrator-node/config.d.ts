import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  mlOrchestrator?: {
    /** Where the guidance comes from: what is compared, asked and recommended. */
    guidance?: {
      /**
       * Whether the layers are laid over the guidance that comes with the
       * plugin (`true`, the default), or stand alone.
       */
      extendsDefault?: boolean;
      /**
       * YAML files merged in this order, by id, each over what came before it.
       * An entry is an http(s) address, read through Backstage's URL reader (so
       * it needs an integration or an entry in `backend.reading.allow`), or the
       * path of a file: absolute, relative to the working directory of the
       * backend, or relative to the folder that holds `backstage.json`.
       */
      layers?: string[];
      /**
       * How often the layers are read again. Every five minutes by default.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
