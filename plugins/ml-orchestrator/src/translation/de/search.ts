import type { search as en } from '../en/search';
import type { Translated } from '../Translated';

export const search: Translated<typeof en> = {
  place: {
    orchestrator: 'Orchestrator',
    criterion: 'Kriterium',
    term: 'Begriff',
    scenario: 'Durchgearbeitetes Beispiel',
    'muddy-point': 'Häufige Unklarheit',
    hybrid: 'Im Zusammenspiel',
  },
};
