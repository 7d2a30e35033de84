-- Counts an attempt of an address and, unless that one has had too many, at an account. Each count begins anew when its
-- time is over. The address comes first in every transaction, so that none waits for another in a circle.
WITH address AS (
  INSERT INTO sign_in_attempts AS a (key, attempts, ends_at) VALUES (@address, 1, @end)
  ON CONFLICT (key) DO UPDATE SET
    attempts = CASE WHEN a.ends_at > @now THEN a.attempts + 1 ELSE 1 END,
    ends_at  = CASE WHEN a.ends_at > @now THEN a.ends_at ELSE @end END
  RETURNING attempts
), account AS (
  INSERT INTO sign_in_attempts AS a (key, attempts, ends_at)
  SELECT @account, 1, CAST(@end AS timestamptz) FROM address WHERE attempts <= @limit
  ON CONFLICT (key) DO UPDATE SET
    attempts = CASE WHEN a.ends_at > @now THEN a.attempts + 1 ELSE 1 END,
    ends_at  = CASE WHEN a.ends_at > @now THEN a.ends_at ELSE @end END
  RETURNING attempts
)
SELECT (SELECT attempts FROM address) AS address, coalesce((SELECT attempts FROM account), 0) AS account
