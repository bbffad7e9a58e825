package dev.swarmha.stack.validate;

import dev.swarmha.document.PathTable;

/** The rules for {@code x-swarmha}: ours alone, and docker passes over it. */
final class SwarmhaRows {

  private static final String SERVICE = "services.*.x-swarmha";

  private SwarmhaRows() {}

  static void add(PathTable.Builder<Rule> table) {
    table
        .row("x-swarmha", Rule.mapping())
        .row("x-swarmha.health", Rule.list())
        .row("x-swarmha.health.[]", Rule.mapping().requires("url"))
        .row("x-swarmha.health.[].url", Rule.text(Formats.URL));
    expectation(table, "x-swarmha.health.[]");
    table
        .row(SERVICE, Rule.mapping())
        .row(SERVICE + ".minAvailable", Rule.integer())
        .row(SERVICE + ".stackImage", Rule.text())
        .row(SERVICE + ".health", Rule.list())
        .row(SERVICE + ".health.[]", Rule.mapping().requires("port"))
        .row(SERVICE + ".health.[].port", Rule.of(Type.INTEGER).that(Check.between(1, 65_535)))
        .row(SERVICE + ".health.[].path", Rule.text(Formats.HTTP_PATH))
        .row(SERVICE + ".health.[].scheme", Rule.text(Check.oneOf("http", "https")));
    expectation(table, SERVICE + ".health.[]");
  }

  private static void expectation(PathTable.Builder<Rule> table, String path) {
    table
        .row(
            path + ".status",
            Rule.of(Type.TEXT, Type.INTEGER)
                .that(
                    value -> {
                      Formats.STATUS.check(value);
                      Check.between(100, 599).check(value);
                    }))
        .row(path + ".contains", Rule.text())
        .row(path + ".ca", Rule.text())
        .row(path + ".passes", Rule.of(Type.INTEGER).that(Check.between(1, 1_000_000)))
        .row(path + ".retries", Rule.of(Type.INTEGER).that(Check.between(1, 1_000_000)))
        .row(path + ".interval", Rule.text(Formats.POSITIVE_DURATION))
        .row(path + ".timeout", Rule.text(Formats.POSITIVE_DURATION));
  }
}
