/** A condition of a Choice state or a Condition step, in one line. */

const COMPARISONS: [RegExp, string][] = [
  [/GreaterThanEquals$|^GreaterThanOrEqualTo$/, '≥'],
  [/LessThanEquals$|^LessThanOrEqualTo$/, '≤'],
  [/GreaterThan$/, '>'],
  [/LessThan$/, '<'],
  [/Equals$/, '='],
  [/Matches$/, 'matches'],
];

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rule of a choice: JSONata, or a comparison of JSONPath with `And`, `Or` and `Not`. */
export function choiceText(rule: Json): string {
  if (typeof rule.Condition === 'string') {
    return rule.Condition.replace(/^\{%\s*|\s*%\}$/g, '');
  }
  if (Array.isArray(rule.And)) {
    return joined(rule.And, ' and ');
  }
  if (Array.isArray(rule.Or)) {
    return joined(rule.Or, ' or ');
  }
  if (isObject(rule.Not)) {
    return `not (${choiceText(rule.Not)})`;
  }
  const variable = String(rule.Variable ?? '');
  const found = Object.entries(rule).find(
    ([key]) =>
      !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(key),
  );
  if (!found) {
    return variable;
  }
  const [operator, value] = found;
  // IsPresent, IsString, …: a test, not a comparison.
  if (/^Is[A-Z]/.test(operator)) {
    const test = operator
      .slice(2)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLocaleLowerCase('en-US');
    return `${variable} is ${value === false ? 'not ' : ''}${test}`;
  }
  const words = COMPARISONS.find(([pattern]) =>
    pattern.test(operator.replace(/Path$/, '')),
  );
  return `${variable} ${words?.[1] ?? operator} ${valueText(value)}`;
}

/** A condition of a SageMaker Condition step. */
export function stepConditionText(condition: Json): string {
  const type = String(condition.Type ?? '');
  if (type === 'Not' && isObject(condition.Expression)) {
    return `not (${stepConditionText(condition.Expression)})`;
  }
  if (type === 'Or' && Array.isArray(condition.Conditions)) {
    return condition.Conditions.filter(isObject)
      .map(stepConditionText)
      .join(' or ');
  }
  if (type === 'In' && Array.isArray(condition.Values)) {
    const values = condition.Values.map(valueText).join(', ');
    return `${valueText(condition.QueryValue)} in ${values}`;
  }
  const words = COMPARISONS.find(([pattern]) => pattern.test(type));
  return `${valueText(condition.LeftValue)} ${words?.[1] ?? type} ${valueText(
    condition.RightValue,
  )}`;
}

function joined(rules: unknown[], word: string): string {
  const texts = rules.filter(isObject).map(rule => {
    const text = choiceText(rule);
    return 'And' in rule || 'Or' in rule ? `(${text})` : text;
  });
  return texts.join(word);
}

function valueText(value: unknown): string {
  if (!isObject(value)) {
    return typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  }
  const { Get: get, 'Std:JsonGet': jsonGet, 'Std:Join': join } = value;
  if (typeof get === 'string') {
    return get.replace(/^(?:Parameters|Steps)\./, '');
  }
  if (isObject(jsonGet) && typeof jsonGet.Path === 'string') {
    return jsonGet.Path;
  }
  if (isObject(join) && Array.isArray(join.Values)) {
    return join.Values.map(valueText).join(String(join.On ?? ''));
  }
  return JSON.stringify(value);
}
