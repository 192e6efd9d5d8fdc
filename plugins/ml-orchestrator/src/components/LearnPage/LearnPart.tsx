import type { ReactNode } from 'react';
import { useAnchor } from '../../hooks';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { partAnchor } from './parts';
import type { PartName } from './parts';

/** Props of {@link LearnPart}. */
export interface LearnPartProps {
  name: PartName;
  children: ReactNode;
}

/** A part of the tab, where the contents on top lead. */
export const LearnPart = ({ name, children }: LearnPartProps) => {
  const t = useTranslate();
  const { props } = useAnchor<HTMLDivElement>(partAnchor(name));
  return (
    <div {...props} style={{ minWidth: 0, outline: 'none' }}>
      <Section title={t(`learn.part.${name}`)}>{children}</Section>
    </div>
  );
};
