import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type {
  CriterionValue,
  Source,
} from 'backstage-plugin-ml-orchestrator-common';
import { ratingBadge } from '../../lib/words';
import { useTranslate } from '../../translation';
import { Sign } from '../Sign';
import { SourceList } from '../SourceList';

/** Props of {@link CriterionDetail}. */
export interface CriterionDetailProps {
  titleId: string;
  title: string;
  value: CriterionValue;
  sources: Source[];
  onClose: () => void;
}

/** Everything the guidance knows about one cell, with where and when it was read. */
export const CriterionDetail = (props: CriterionDetailProps) => {
  const t = useTranslate();
  const { titleId, title, value, sources, onClose } = props;
  return (
    <>
      <Typography id={titleId} variant="subtitle1" component="h3">
        {title}
      </Typography>
      <Typography variant="body2" paragraph>
        <strong>{value.value}</strong>
        {value.detail && <> — {value.detail}</>}
      </Typography>
      {value.rating && (
        <Typography variant="body2" paragraph>
          {t('compare.rated')} <Sign {...ratingBadge(t, value.rating)} />
        </Typography>
      )}
      {!value.verified && (
        <Typography variant="body2" paragraph>
          <span aria-hidden="true">?</span> {t('compare.unverifiedLong')}
        </Typography>
      )}
      <SourceList sources={sources} />
      <Button size="small" onClick={onClose}>
        {t('compare.close')}
      </Button>
    </>
  );
};
