import type { proposal as en } from '../en/proposal';
import type { Translated } from '../Translated';

export const proposal: Translated<typeof en> = {
  title: 'Ist das eine ML-Pipeline?',
  high: 'Es sieht so aus, als liefe sie auf {{ orchestrator }}:',
  medium:
    'Den Namen ihrer Schritte nach könnte sie auf {{ orchestrator }} laufen:',
  place: '{{ path }}, Zeile {{ line }}:',
  link: 'Mit {{ orchestrator }} verknüpfen',
  dismiss:
    'Falls das nicht stimmt, bitte so in der catalog-info.yaml vermerken:',
};
