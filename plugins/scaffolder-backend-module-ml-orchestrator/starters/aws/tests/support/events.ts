/** EventBridge, as much of it as the rules here use. */

type Json = Record<string, unknown>;

const SOURCE = { source: 'aws.sagemaker', 'detail-type': 'SageMaker Model Package State Change' };

/** What SageMaker tells of version 3 of a group; `edited` is left out where the version is new. */
export function modelEvent(group: string, status: string, edited?: string[]): Json {
  return {
    ...SOURCE,
    detail: {
      ModelPackageGroupName: group,
      ModelPackageVersion: 3,
      ModelApprovalStatus: status,
      ...(edited && { UpdatedModelPackageFields: edited }),
    },
  };
}

/** Whether an event fits a pattern: every field does, and one of those below `$or`. Of a list in the event, one entry has to. */
export function fits(pattern: unknown, event: unknown): boolean {
  return Object.entries(pattern as Json).every(([field, wanted]) => {
    if (field === '$or') return (wanted as Json[]).some(one => fits(one, event));
    const value = (event as Json)[field];
    if (!Array.isArray(wanted)) return value !== undefined && fits(wanted, value);
    const values = [value].flat().filter(one => one !== undefined);
    return wanted.some(one => (isAbsence(one) ? values.length === 0 : values.includes(one)));
  });
}

function isAbsence(wanted: unknown): boolean {
  if (typeof wanted !== 'object') return false;
  if (JSON.stringify(wanted) === '{"exists":false}') return true;
  throw new Error(`tests/support/events.ts does not know ${JSON.stringify(wanted)}`);
}
