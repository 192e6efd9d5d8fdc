import type { ReactNode } from 'react';
import { Progress } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import Typography from '@material-ui/core/Typography';
import { guidanceOwnerReadPermission } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';

/** Props of {@link OwnersOnly}. */
export interface OwnersOnlyProps {
  /** Tells everybody else who it is for. */
  denied: string;
  children: ReactNode;
}

/** Draws something for the owners of the guidance, and tells everybody else how to get in. */
export const OwnersOnly = ({ denied, children }: OwnersOnlyProps) => {
  const t = useTranslate();
  const permission = guidanceOwnerReadPermission;
  const { loading, allowed } = usePermission({ permission });
  if (loading) {
    return <Progress />;
  }
  return allowed ? (
    <>{children}</>
  ) : (
    <>
      <Typography variant="h5" component="h2">
        {denied}
      </Typography>
      <Typography variant="body1">
        {t('owners.denied.text', { permission: permission.name })}
      </Typography>
    </>
  );
};
