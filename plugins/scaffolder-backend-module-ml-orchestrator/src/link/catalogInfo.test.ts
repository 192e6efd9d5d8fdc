import { findEntityDocument } from './catalogInfo';

const find = (text: string, ref = 'component:default/churn') =>
  findEntityDocument({ path: 'info.yaml', text }, ref);

const churn = 'kind: Component\nmetadata: {name: churn}\n';

describe('findEntityDocument', () => {
  it.each([
    ['churn', 2],
    ['Component:Default/CHURN', 2],
    ['api:churn', 3],
    ['component:elsewhere/churn', 4],
  ])('finds %s', (ref, index) => {
    const text = [
      '- no entity',
      'null',
      churn,
      churn.replace('Component', 'API'),
      churn.replace('churn', 'churn, namespace: elsewhere'),
    ].join('\n---\n');
    const found = find(text, ref);
    expect(found.index).toBe(index);
    expect(found.entity.metadata.name).toBe('churn');
  });

  it.each([
    ['catalogInfoPath: info.yaml is not YAML: ', `${churn}---\na: [1`],
    ['at line 2, column 1', 'a: 1\na: 2'],
    [
      'entityRef: info.yaml does not describe component:default/churn; it describes no entity',
      '',
    ],
    [
      'it describes api:default/churn, component:default/fraud',
      `${churn.replace('Component', 'API')}---\n${churn.replace(
        'churn',
        'fraud',
      )}`,
    ],
    [
      'entityRef: info.yaml describes component:default/churn more than once',
      `${churn}---\n${churn}`,
    ],
  ])('refuses a file: %s', (message, text) => {
    expect(() => find(text)).toThrow(message);
  });

  it('refuses what is no reference', () => {
    expect(() => find(churn, 'a:b:c')).toThrow('entityRef: ');
  });
});
