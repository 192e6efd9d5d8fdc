import { EmptyState } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { useTranslate } from '../../translation';

/** Says that the filters leave nothing, and takes them away. */
export const NothingLeft = ({ onClear }: { onClear: () => void }) => {
  const t = useTranslate();
  return (
    <EmptyState
      missing="content"
      title={t('portfolio.excluded.title')}
      description={t('portfolio.excluded.text')}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('portfolio.filter.clear')}
        </Button>
      }
    />
  );
};
