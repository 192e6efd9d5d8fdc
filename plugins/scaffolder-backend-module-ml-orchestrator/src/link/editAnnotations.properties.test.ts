import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { arbitraryFile } from './__testUtils__/catalogInfoArbitrary';
import { findEntityDocument } from './catalogInfo';
import { editAnnotations } from './editAnnotations';
import type { AnnotationChanges } from './linkAnnotations';

const ORCHESTRATOR = 'ml-orchestrator/orchestrator';
const OWN = [
  'ml-orchestrator/answers',
  'ml-orchestrator/override-reason',
  'ml-orchestrator/state-machine',
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter(s => !/\p{Surrogate}/u.test(s)),
  fc.constantFrom('a=b,c=d', 'yes', 'a: b # c', "'", '"', '{a', '\n', '- ', ''),
);

const arbitraryChanges: fc.Arbitrary<AnnotationChanges> = fc
  .tuple(
    text,
    fc.dictionary(fc.constantFrom(...OWN), fc.option(text), {
      noNullPrototype: true,
    }),
  )
  .map(([orchestrator, others]) => ({
    ...others,
    [ORCHESTRATOR]: orchestrator,
  }));

function edit(file: string, changes: AnnotationChanges) {
  const info = { path: 'catalog-info.yaml', text: file };
  return editAnnotations(
    info,
    findEntityDocument(info, 'component:default/churn'),
    changes,
  );
}

/** What the documents say, with changes to the annotations of the one entity. */
function meaning(file: string, changes: AnnotationChanges = {}) {
  return [...parseAllDocuments(file)].map(document => {
    const value = document.toJS();
    const { name, namespace } = value?.metadata ?? {};
    if (value?.kind === 'Component' && name === 'churn' && !namespace) {
      const annotations = { ...value.metadata.annotations, ...changes };
      for (const [key, wanted] of Object.entries(changes)) {
        if (wanted === null) delete annotations[key];
      }
      value.metadata.annotations = annotations;
    }
    return value;
  });
}

describe('editAnnotations, for any file', () => {
  it('says what it should, and nothing else differently', () => {
    fc.assert(
      fc.property(arbitraryFile(), arbitraryChanges, (file, changes) => {
        const edited = edit(file.text, changes);
        expect(meaning(edited)).toEqual(meaning(file.text, changes));
      }),
    );
  });

  it('changes no line but those of its annotations', () => {
    fc.assert(
      fc.property(arbitraryFile(), arbitraryChanges, (file, changes) => {
        const edited = edit(file.text, changes);
        const others = (all: string) =>
          all.split(file.lineEnd).filter(line => !file.isOwn(line));
        expect(others(edited)).toEqual(others(file.text));
        // Lines end the way they did, too.
        expect(edited.split(file.lineEnd).join('')).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('keeps the comments behind what it replaces', () => {
    fc.assert(
      fc.property(arbitraryFile(), arbitraryChanges, (file, changes) => {
        const edited = edit(file.text, changes);
        const kept = Object.entries(file.comments).filter(
          ([annotation]) => changes[annotation] !== null,
        );
        kept.forEach(([, comment]) => expect(edited).toContain(comment));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryFile(), arbitraryChanges, (file, changes) => {
        const once = edit(file.text, changes);
        expect(edit(once, changes)).toBe(once);
      }),
    );
  });

  it('leaves JSON JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a/b', 'c', ORCHESTRATOR, ...OWN), text, {
          noNullPrototype: true,
        }),
        fc.boolean(),
        fc.constantFrom(undefined, 2, '\t'),
        arbitraryChanges,
        (annotations, has, space, changes) => {
          const before = JSON.stringify(
            {
              kind: 'Component',
              metadata: {
                name: 'churn',
                ...(has && { annotations }),
                tags: [],
              },
            },
            null,
            space,
          );
          const after = edit(before, changes);
          expect([JSON.parse(after)]).toEqual(meaning(before, changes));
        },
      ),
    );
  });
});
