-- +goose Up
-- Orders and refunds are known by their caller's ids, which is what makes recording them safe to repeat.
CREATE TABLE orders (
  order_id      text PRIMARY KEY CHECK (order_id <> ''),
  ordered_at    timestamptz NOT NULL,
  date          date NOT NULL,
  partner_id    bigint NOT NULL REFERENCES partners,
  customer_id   text,
  currency_code text NOT NULL CHECK (currency_code ~ '^[A-Z]{3}$'),
  total         numeric NOT NULL CHECK (total >= 0),
  -- The partner of each level when the order was recorded: where its entries are, whoever is a parent of whom today.
  chain         bigint[] NOT NULL,
  content_hash  text NOT NULL,
  recorded_at   timestamptz NOT NULL
);

CREATE TABLE order_lines (
  order_id    text NOT NULL REFERENCES orders,
  line        integer NOT NULL,
  sku         text NOT NULL,
  description text NOT NULL,
  quantity    numeric NOT NULL CHECK (quantity > 0),
  unit_price  numeric NOT NULL CHECK (unit_price > 0),
  amount      numeric NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (order_id, line)
);

CREATE TABLE refunds (
  refund_id   text PRIMARY KEY CHECK (refund_id <> ''),
  order_id    text NOT NULL REFERENCES orders,
  refunded_at timestamptz NOT NULL,
  date        date NOT NULL,
  amount      numeric NOT NULL CHECK (amount > 0),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX refunds_order ON refunds (order_id);
