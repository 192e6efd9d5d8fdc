/** Words used in many places: rings, ratings, effects, verdicts, tabs and loading. */
export const shared = {
  title: 'ML orchestrators',
  tab: {
    compare: 'Compare',
    decide: 'Decide',
    learn: 'Learn',
    cost: 'Cost',
    portfolio: 'Portfolio',
    guidance: 'Guidance',
  },
  ring: {
    recommended: 'recommended',
    allowed: 'allowed',
    hold: 'on hold',
  },
  rating: {
    strong: 'strong',
    partial: 'partial',
    weak: 'weak',
  },
  effect: {
    'strongly-for': 'speaks strongly for it',
    for: 'speaks for it',
    against: 'speaks against it',
    'strongly-against': 'speaks strongly against it',
    'rules-out': 'rules it out',
  },
  verdict: {
    fits: 'Still what the guide would choose',
    overridden: 'Chosen against the guide, for a reason',
    close: 'Still what the guide would choose (a close call)',
    differs: 'The guide would now choose {{ winner }}',
    conflict: 'The guide now finds nothing that fits these answers',
    'on-hold': 'The guide now has this orchestrator on hold',
    unknown: 'The guide cannot say whether it still fits',
    unlinked: 'Not linked to an orchestrator',
    word: {
      fits: 'fits',
      close: 'close',
      'no-longer-fits': 'no longer fits',
      unknown: 'unknown',
      unlinked: 'unlinked',
    },
  },
  load: {
    guidance: 'The guidance could not be loaded',
    recommendation: 'The recommendation could not be loaded',
    advice:
      'Try again. If it goes on, ask your platform team whether the ML Orchestrator backend plugin is installed and running: {{ address }} says so.',
    retry: 'Try again',
  },
  linkTo: 'Link to {{ title }}',
  source: {
    dated: '{{ title }}, as of {{ asOf }}',
    none: 'No source is given.',
  },
  warning: {
    label: 'Guidance warning',
    error: 'The configured guidance is not in use: {{ what }}',
    warning: 'The guidance needs care: {{ what }}',
    more_one: '{{ first }} (and {{ count }} more)',
    more_other: '{{ first }} (and {{ count }} more)',
  },
} as const;
