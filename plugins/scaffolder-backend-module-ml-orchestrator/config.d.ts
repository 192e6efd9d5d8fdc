export interface Config {
  mlOrchestrator?: {
    /**
     * Local git repositories as a destination of templates, meant for trying
     * things out without a source code host. Off unless `root` is given.
     */
    localRepositories?: {
      /**
       * Folder that holds the repositories, one in each subfolder. Created when
       * the first one is published. A relative path is resolved against the
       * working directory of the backend process.
       */
      root?: string;
    };
  };
}
