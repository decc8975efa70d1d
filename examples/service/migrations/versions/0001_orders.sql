-- orders
--
-- revision: 0001
-- down_revision: none

-- upgrade
CREATE TABLE orders (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing TEXT NOT NULL,
    ordered_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- downgrade
DROP TABLE orders;
