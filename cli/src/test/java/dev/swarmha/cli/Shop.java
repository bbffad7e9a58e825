package dev.swarmha.cli;

/** The stack {@code shop}, for tests to which it does not matter what else is in it. */
final class Shop {

  /** Its file: a service with two replicas in version {@code VERSION}, and another beside it. */
  static final String STACK =
      """
      services:
        web:
          image: web:${VERSION:-1}
          deploy:
            replicas: 2
        db:
          image: db:1
      """;

  private Shop() {}
}
