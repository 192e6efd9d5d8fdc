import Typography from '@material-ui/core/Typography';
import { useTranslate } from '../../translation';
import { GuideContent } from '../GuideContent';

/** The Cost tab. */
export const CostPage = () => {
  const t = useTranslate();
  return (
    <GuideContent>
      {() => (
        <Typography variant="h5" component="h2">
          {t('cost.title')}
        </Typography>
      )}
    </GuideContent>
  );
};
