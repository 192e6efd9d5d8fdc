import { Content, Header, InfoCard, Page } from '@backstage/core-components';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  OrchestratorDecisionFieldExtension,
  StarterOptionsFieldExtension,
  StarterPreviewFieldExtension,
} from '../src/legacy';

const page = (title: string, name: string, type: string, field: string) => ({
  title,
  schema: {
    type: 'object',
    required: type === 'object' ? [name] : [],
    properties: { [name]: { title, type, 'ui:field': field } },
  },
});

const manifest = {
  title: 'ML pipeline',
  steps: [
    page('Decide', 'decision', 'object', 'OrchestratorDecision'),
    page('Options', 'options', 'object', 'StarterOptions'),
    page('Preview', 'preview', 'null', 'StarterPreview'),
  ],
};

/** As much of a template's form as shows the fields. */
export const TemplatePage = () => {
  const extensions = useCustomFieldExtensions<any>(
    <ScaffolderFieldExtensions>
      <OrchestratorDecisionFieldExtension />
      <StarterOptionsFieldExtension />
      <StarterPreviewFieldExtension />
    </ScaffolderFieldExtensions>,
  );
  return (
    <Page themeId="tool">
      <Header title={manifest.title} />
      <Content>
        <InfoCard noPadding>
          <Stepper
            manifest={manifest}
            extensions={extensions}
            onCreate={async () => {}}
          />
        </InfoCard>
      </Content>
    </Page>
  );
};
