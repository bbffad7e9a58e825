package dev.swarmha.lab.examples;

import static dev.swarmha.lab.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.lab.Lab;
import dev.swarmha.lab.LabSwarm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL is followed by its replica, dumped, and restored. */
@Lab
class PostgresHaTest {

  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String PRIMARY = "shop_primary";

  @Test
  void replicatesDumpsAndRestoresWhatIsWritten(LabSwarm lab) {
    Example example = Example.of(lab, "postgres-ha", "debian/postgres:12");
    example.tour();

    query(
        example,
        "w1",
        PRIMARY,
        "shop",
        "CREATE TABLE orders AS SELECT n, n * 7 AS amount FROM generate_series(1, 1000) AS n");

    String sum = "SELECT count(*), sum(amount) FROM orders";
    eventually(
        () ->
            assertThat(query(example, "w2", "shop_replica", "shop", sum)).isEqualTo("1000|3503500"),
        SOON);
    eventually(
        () -> assertThat(drill(example)).startsWith("ok: ").contains("1 tables equal"), SOON);
    String dump = drill(example).replaceAll("(?s)ok: (\\S+) .*", "$1");
    example.exec("w2", "shop_backup", "restore", dump, "restored");
    assertThat(query(example, "w1", PRIMARY, "restored", sum)).isEqualTo("1000|3503500");
    example.exec(
        "w2",
        "shop_backup",
        "sh",
        "-c",
        "touch /backup/shop-9.contents; echo broken >/backup/shop-9.dump");
    eventually(() -> assertThat(drill(example)).startsWith("failed: /backup/shop-9.dump"), SOON);
  }

  private static String drill(Example example) {
    return example.exec("w2", "shop_drill", "sh", "-c", "cat /tmp/drill || true");
  }

  private static String query(
      Example example, String node, String service, String database, String sql) {
    return example
        .exec(node, service, "psql", "-U", "postgres", "-d", database, "-qAtc", sql)
        .strip();
  }
}
