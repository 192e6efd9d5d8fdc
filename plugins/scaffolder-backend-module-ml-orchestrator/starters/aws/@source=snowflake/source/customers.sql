-- What the pipeline learns from: one row for each customer, with the columns that steps/prepare.py checks. The dialect is Snowflake's;
-- database and schema are those of the credentials.
SELECT
  customer_id,
  tenure_months,
  contract,
  payment_method,
  monthly_charge,
  support_calls,
  late_payments,
  churned
FROM customers
