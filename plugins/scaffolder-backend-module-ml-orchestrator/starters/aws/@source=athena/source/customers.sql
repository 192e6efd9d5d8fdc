-- What the pipeline learns from: one row for each customer, with the columns that steps/prepare.py checks. The dialect is Athena's.
SELECT DISTINCT
  customer_id,
  tenure_months,
  contract,
  payment_method,
  monthly_charge,
  support_calls,
  late_payments,
  churned
FROM customers
