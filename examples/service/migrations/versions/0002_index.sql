-- orders by thing
--
-- revision: 0002
-- down_revision: 0001

-- upgrade
-- no-transaction
CREATE INDEX CONCURRENTLY ix_orders_thing ON orders (thing);

-- downgrade
-- no-transaction
DROP INDEX CONCURRENTLY ix_orders_thing;
