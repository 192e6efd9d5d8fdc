import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Source } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';

/** Where something was read, and when. */
export const SourceList = ({ sources }: { sources: Source[] }) => {
  const t = useTranslate();
  if (sources.length === 0) {
    return <Typography variant="body2">{t('shared.source.none')}</Typography>;
  }
  return (
    <ul>
      {sources.map(({ id, url, title, asOf }) => (
        <Typography key={id} component="li" variant="body2">
          <Link underline="always" to={url}>
            {t('shared.source.dated', { title, asOf })}
          </Link>
        </Typography>
      ))}
    </ul>
  );
};
