/** Fields of a starter spec; templates name their parameters after them. */
const SPEC_FIELDS = [
  'name',
  'owner',
  'system',
  'description',
  'decision',
  'region',
  'metricThreshold',
  'schedule',
  'notificationEmail',
  'ci',
  'repoSlug',
] as const;

/** What a template's form holds so far that belongs to a starter spec. */
export function specOfForm(form: unknown): Record<string, unknown> {
  const values = (form ?? {}) as Record<string, unknown>;
  const repoSlug = values.repoSlug ?? slugOf(values.repoUrl);
  const spec: Record<string, unknown> = { ...values, repoSlug };
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
