/** A stage of machine learning that the name of a step speaks of. */
export type MlStage =
  | 'features'
  | 'training'
  | 'tuning'
  | 'evaluation'
  | 'registration'
  | 'deployment'
  | 'inference';

const MODEL =
  /^(?:models?|classifiers?|regressors?|estimators?|forecasters?|xgboost|xgb|lightgbm|catboost|llm|embeddings?)$/;

/** Stage → words of which one has to be there, together with one of the others. */
const STAGES: [MlStage, RegExp, RegExp][] = [
  ['training', /^(?:re)?train(?:ing)?$|^fit$|^finetun(?:e|ing)$/, MODEL],
  ['tuning', /^tun(?:e|ing)$/, MODEL],
  ['tuning', /^hyperparameters?$/, /^tun(?:e|ing)$|^search$|^optimi[sz]/],
  ['evaluation', /^evaluat(?:e|ion)$|^validate$/, MODEL],
  ['registration', /^regist(?:er|ration)$|^promote$|^publish$/, MODEL],
  ['deployment', /^deploy(?:ment)?$/, /^models?$|^endpoint$/],
  [
    'inference',
    /^batch$/,
    /^inference$|^predict(?:ions?)?$|^transform$|^scor(?:e|ing)$/,
  ],
  [
    'features',
    /^features?$/,
    /^engineer(?:ing)?$|^extract(?:ion)?$|^build$|^compute$/,
  ],
];

/** Names that say it by themselves, as long as they are the whole name. */
const WHOLE_NAMES = new Map<string, MlStage>([
  ['train', 'training'],
  ['training', 'training'],
  ['retrain', 'training'],
  ['evaluate', 'evaluation'],
  ['evaluation', 'evaluation'],
  ['predict', 'inference'],
]);

/**
 * Whether the names of steps are those of a machine learning workflow: a model is trained
 * or tuned, and something else is done with one. "Training" alone is what people and
 * railways have as well.
 */
export function soundLikeMl(names: Iterable<string>): boolean {
  const stages = new Set<MlStage>();
  for (const name of names) {
    stagesOf(name).forEach(stage => stages.add(stage));
  }
  return (stages.has('training') || stages.has('tuning')) && stages.size > 1;
}

function stagesOf(name: string): MlStage[] {
  const words = wordsOf(name);
  const whole = WHOLE_NAMES.get(words.join(' '));
  const named = STAGES.filter(
    ([, first, second]) =>
      words.some(word => first.test(word)) &&
      words.some(word => second.test(word)),
  ).map(([stage]) => stage);
  return whole ? [whole, ...named] : named;
}

/** `TrainModel`, `train_model` and `Train model` → `train`, `model`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
