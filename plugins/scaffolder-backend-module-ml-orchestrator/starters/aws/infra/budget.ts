import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

import type { Notifications } from './notifications';

export interface MonthlyBudgetProps {
  /** Of the pipeline in this environment: the value of the tag that its costs carry. */
  readonly id: string;
  readonly dollars: number;
  readonly notifications: Notifications;
}

/** Tells people when the month's costs near the budget. It stops nothing. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { id: pipeline, dollars, notifications }: MonthlyBudgetProps) {
    super(scope, id);
    notifications.allowService('budgets');
    const budget = new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `${pipeline}-monthly`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: dollars, unit: 'USD' },
        // Costs carry the tag only once it is activated for cost allocation in the billing console.
        costFilters: { TagKeyValue: [`user:ml-pipeline$${pipeline}`] },
      },
      notificationsWithSubscribers: (
        [
          ['ACTUAL', 80],
          ['ACTUAL', 100],
          ['FORECASTED', 100],
        ] as const
      ).map(([notificationType, threshold]) => ({
        notification: {
          notificationType,
          threshold,
          thresholdType: 'PERCENTAGE',
          comparisonOperator: 'GREATER_THAN',
        },
        subscribers: [{ subscriptionType: 'SNS', address: notifications.topic.topicArn }],
      })),
    });
    // AWS sends a test message to the topic when the budget is made, and refuses one that it may not write to.
    budget.node.addDependency(notifications.topic, notifications.key);
  }
}
