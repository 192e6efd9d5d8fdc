import Typography from '@material-ui/core/Typography';
import { useTranslate } from '../../translation';
import { GuideContent } from '../GuideContent';

/** The Learn tab. */
export const LearnPage = () => {
  const t = useTranslate();
  return (
    <GuideContent>
      {() => (
        <Typography variant="h5" component="h2">
          {t('learn.title')}
        </Typography>
      )}
    </GuideContent>
  );
};
