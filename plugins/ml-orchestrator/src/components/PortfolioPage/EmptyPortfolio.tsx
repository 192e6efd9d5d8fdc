import { EmptyState, LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { LINK_TEMPLATE, PIPELINE_TEMPLATE } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

/** Props of {@link EmptyPortfolio}. */
export interface EmptyPortfolioProps {
  /** Whether the catalog was looked at at all. */
  refreshed: boolean;
  onReload: () => void;
}

/** Says what makes a pipeline appear here, and leads there. */
export const EmptyPortfolio = (props: EmptyPortfolioProps) => {
  const t = useTranslate();
  const { template } = useGuideLinks();
  if (!props.refreshed) {
    return (
      <EmptyState
        missing="data"
        title={t('portfolio.empty.notYet')}
        description={t('portfolio.empty.notYetText')}
        action={
          <Button variant="outlined" onClick={props.onReload}>
            {t('portfolio.empty.reload')}
          </Button>
        }
      />
    );
  }
  const actions = [
    { to: template(PIPELINE_TEMPLATE), words: t('portfolio.empty.create') },
    { to: template(LINK_TEMPLATE), words: t('portfolio.empty.link') },
  ];
  return (
    <EmptyState
      missing="content"
      title={t('portfolio.empty.title')}
      description={t('portfolio.empty.text')}
      action={
        <>
          {actions.map(
            ({ to, words }) =>
              to && (
                <LinkButton key={words} variant="outlined" to={to}>
                  {words}
                </LinkButton>
              ),
          )}
        </>
      }
    />
  );
};
