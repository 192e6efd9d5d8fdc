import type { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import type {
  IndexableDocument,
  ResultHighlight,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import Chip from '@material-ui/core/Chip';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import { useTranslate } from '../../translation';

const PLACES = [
  'orchestrator',
  'criterion',
  'term',
  'scenario',
  'muddy-point',
  'hybrid',
] as const;

/** Props of {@link GuideSearchResultItem}, as the search page gives them. */
export interface GuideSearchResultItemProps {
  icon?: ReactNode | ((result: IndexableDocument) => ReactNode);
  result?: IndexableDocument;
  highlight?: ResultHighlight;
  rank?: number;
  /** Lines of text shown. */
  lineClamp?: number;
}

/** Something that the guide says, among the results of the portal's search. */
export const GuideSearchResultItem = (props: GuideSearchResultItemProps) => {
  const { icon, result, highlight, lineClamp = 3 } = props;
  const t = useTranslate();
  if (!result) {
    return null;
  }
  const place = PLACES.find(
    known => known === (result as { place?: string }).place,
  );
  const marked = (field: 'title' | 'text') =>
    highlight?.fields[field] ? (
      <HighlightedSearchResultText
        text={highlight.fields[field]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  return (
    <div style={{ display: 'flex' }}>
      {icon && (
        <ListItemIcon>
          {typeof icon === 'function' ? icon(result) : icon}
        </ListItemIcon>
      )}
      <div>
        <ListItemText
          primaryTypographyProps={{ variant: 'h6' }}
          primary={
            <Link noTrack to={result.location}>
              {marked('title')}
            </Link>
          }
          secondaryTypographyProps={{
            style: {
              display: '-webkit-box',
              WebkitBoxOrient: 'vertical',
              WebkitLineClamp: lineClamp,
              overflow: 'hidden',
            },
          }}
          secondary={marked('text')}
        />
        {place && <Chip size="small" label={t(`search.place.${place}`)} />}
      </div>
    </div>
  );
};
