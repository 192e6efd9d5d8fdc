/** Fields of a starter spec; templates name their parameters after them. */
const SPEC_FIELDS = [
  'name',
  'owner',
  'system',
  'description',
  'decision',
  'options',
  'ci',
  'repoSlug',
] as const;

/** Destinations that bring a CI system of their own. */
const DESTINATIONS_WITH_CI = new Set<unknown>(['github', 'gitlab']);

/** What a template's form holds so far that belongs to a starter spec. */
export function specOfForm(form: unknown): Record<string, unknown> {
  const values = (form ?? {}) as Record<string, unknown>;
  const spec: Record<string, unknown> = {
    ...values,
    repoSlug: values.repoSlug ?? slugOf(values.repoUrl),
    // A form that once asked for the CI may still hold what was chosen then.
    ci: DESTINATIONS_WITH_CI.has(values.destination)
      ? values.destination
      : values.ci,
  };
  return Object.fromEntries(
    SPEC_FIELDS.filter(field => spec[field] !== undefined).map(field => [
      field,
      spec[field],
    ]),
  );
}

/** What the scaffolder's `projectSlug` filter makes of the value of a RepoUrlPicker. */
function slugOf(repoUrl: unknown): string | undefined {
  if (typeof repoUrl !== 'string' || !URL.canParse(`https://${repoUrl}`)) {
    return undefined;
  }
  const { searchParams } = new URL(`https://${repoUrl}`);
  const [owner, repo] = ['owner', 'repo'].map(name => searchParams.get(name));
  return owner && repo ? `${owner}/${repo}` : undefined;
}

/** Whether the form says for which orchestrator the starter is to be. */
export function isDecided(spec: Record<string, unknown>): boolean {
  const decision = spec.decision as { orchestrator?: unknown } | undefined;
  return typeof decision?.orchestrator === 'string';
}
