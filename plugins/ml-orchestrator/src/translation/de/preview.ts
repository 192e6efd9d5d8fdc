import type { preview as en } from '../en/preview';
import type { Translated } from '../Translated';

export const preview: Translated<typeof en> = {
  title: 'Was im Repository liegen wird',
  load: 'Die Vorschau konnte nicht erstellt werden',
  decideFirst:
    'Bitte zuerst einen Orchestrator wählen; dann stehen hier die Dateien.',
  correct: 'Eine der Angaben ist so noch nicht brauchbar: {{ problems }}',
  assumed:
    'Noch nicht ausgefüllt, daher steht ein Platzhalter für: {{ fields }}.',
  files_one: '{{ count }} Datei',
  files_other: '{{ count }} Dateien',
  tree: 'Dateien des Repositorys',
  why: 'Wozu sie da ist: {{ reason }}.',
  because: 'Wegen dieser Wahl: {{ choices }}.',
  field: { name: 'Name', owner: 'Verantwortlich', ci: 'CI' },
  choice: '{{ value }} ({{ option }})',
  ci: { github: 'GitHub Actions', gitlab: 'GitLab CI/CD' },
  copy: 'Datei kopieren',
  copied: 'Kopiert.',
  content: 'Inhalt von {{ path }}',
};
