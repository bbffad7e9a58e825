package dev.swarmha.stack.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that nobody should write, each by a name that says what is wrong with it. */
final class Garbage {

  private static final int HUGE = 10 * 1024 * 1024;

  /** One file, made when it is needed: together they would not fit into the memory. */
  record Text(String name, Supplier<byte[]> bytes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Text> texts = new ArrayList<>();
  private final Random random;

  private Garbage(long seed) {
    this.random = new Random(seed);
  }

  static List<Text> of(long seed) {
    Garbage garbage = new Garbage(seed);
    garbage.noise();
    garbage.nesting();
    garbage.aliases();
    garbage.lengths();
    garbage.numbers();
    garbage.references();
    garbage.values();
    return garbage.texts;
  }

  private void noise() {
    for (int size : new int[] {0, 1, 10, 100, 1_000, 100_000, HUGE}) {
      texts.add(new Text(size + " random bytes", () -> noise(size)));
      add(size + " random ASCII characters", () -> characters(size, " -~".replace("-", "")));
      add(
          size + " random indicators",
          () -> characters(size, "\n\n  -?:,[]{}#&*!|>'\"%@`aA0~<$\\\t"));
    }
    for (int i = 0; i < 300; i++) {
      add("mutation " + i, () -> mutation());
    }
  }

  private void nesting() {
    for (String open : List.of("[", "{", "{a: ", "- ", "? ", "[{a: ", "\"", "&a ", "!a ", "-\n ")) {
      add("a million of " + open.strip(), () -> "a: " + open.repeat(1_000_000));
      add("150 of " + open.strip(), () -> "a: " + open.repeat(150));
    }
    add("closed brackets", () -> "x-a: " + "[".repeat(500_000) + "]".repeat(500_000));
    add("staircase", () -> lines(4_000, i -> " ".repeat(i) + "a:"));
    add(
        "staircase of keys in a service",
        () -> "services:\n" + lines(190, i -> " ".repeat(i + 1) + "a:"));
  }

  private void aliases() {
    for (String shape : List.of("[%s]", "{a: [%s]}", "{<<: [%s]}")) {
      String first = shape.contains("<<") ? "{a: b}" : "x";
      String bomb =
          "x-0: &a0 "
              + first
              + "\n"
              + lines(
                  30,
                  i ->
                      "x-%d: &a%d ".formatted(i + 1, i + 1)
                          + shape.formatted(("*a" + i + ", ").repeat(9) + "*a" + i));
      add("alias bomb " + shape, () -> bomb);
    }
    add("many anchors", () -> lines(200_000, i -> "x-" + i + ": &a" + i + " b"));
    add("many aliases", () -> "x-a: &a {b: c}\n" + lines(200_000, i -> "x-" + i + ": *a"));
    add(
        "aliases of a large mapping",
        () -> "x-a: &a {" + keys(2_000) + "}\n" + lines(2_000, i -> "x-" + i + ": {<<: *a}"));
    add("unknown aliases", () -> lines(100_000, i -> "x-" + i + ": *b"));
  }

  private void lengths() {
    add("one long line", () -> "a: " + "b".repeat(HUGE));
    add("one long quoted line", () -> "x-a: \"" + "b ".repeat(HUGE / 2) + "\"");
    add("one long block", () -> "x-a: |\n" + lines(HUGE / 10, i -> "  bbbbbbb"));
    add("one long key", () -> "? " + "a".repeat(HUGE) + "\n: b");
    add("one long service key", () -> "services:\n  web:\n    ? " + "a".repeat(HUGE) + "\n    : b");
    add("one long comment", () -> "# " + "a".repeat(HUGE));
    add("many comments", () -> lines(1_000_000, i -> "# a"));
    add("many line breaks", () -> "\n".repeat(HUGE));
    add("many carriage returns", () -> "\r".repeat(HUGE));
    add("many blanks", () -> " ".repeat(HUGE));
    add("many tabs", () -> "\t".repeat(HUGE));
    add("many tabs between", () -> lines(50_000, i -> "x-" + i + ":\tb"));
    add("many escaped quotes", () -> lines(20_000, i -> "x-" + i + ": \"\\'\""));
    add("many documents", () -> "---\n".repeat(HUGE / 4));
    add("many directives", () -> "%TAG !a! b\n".repeat(500_000));
    add("many variables", () -> "x-a: \"" + "$A".repeat(HUGE / 2) + "\"");
    add("many open variables", () -> "x-a: \"" + "${A:-".repeat(HUGE / 5) + "\"");
    add("many dollars", () -> "x-a: \"" + "$".repeat(HUGE - 1) + "\"");
  }

  private void numbers() {
    add("many unknown keys", () -> lines(500_000, i -> "key" + i + ": b"));
    add("some unknown keys", () -> lines(20_000, i -> "key" + i + ": b"));
    add(
        "many unknown service keys",
        () -> "services:\n  web:\n" + lines(50_000, i -> "    imag" + i + ": b"));
    add(
        "many services",
        () -> "services:\n" + lines(20_000, i -> "  web" + i + ": {image: web, ports: [80]}"));
    add("many empty services", () -> "services:\n" + lines(100_000, i -> "  web" + i + ": {}"));
    add("many wrong types", () -> "services:\n" + lines(50_000, i -> "  web" + i + ": 5"));
    add("many double keys", () -> "services:\n" + "  web: {image: a}\n".repeat(50_000));
    add(
        "many variables of a service",
        () ->
            "services:\n  web:\n    image: web\n    environment:\n"
                + lines(80_000, i -> "      A" + i + ": b"));
  }

  private void references() {
    add(
        "many networks that are not declared",
        () ->
            "services:\n  web:\n    image: web\n    networks: ["
                + keys(30_000)
                + "]\nnetworks: {"
                + keys(30_000).replace("key", "kee")
                + "}");
    add(
        "a chain of dependencies",
        () ->
            "services:\n"
                + lines(
                    10_000, i -> "  web" + i + ": {image: web, depends_on: [web" + (i + 1) + "]}"));
    add(
        "a long cycle",
        () ->
            "services:\n"
                + lines(
                    10_000,
                    i -> "  web" + i + ": {image: a, depends_on: [web" + (i + 1) % 10_000 + "]}"));
    add(
        "a chain of services that extend each other",
        () ->
            "services:\n"
                + lines(10_000, i -> "  web" + i + ": {image: a, extends: web" + (i + 1) + "}"));
    add(
        "wide port ranges",
        () ->
            "services:\n  web:\n    image: web\n    ports:\n"
                + lines(1_000, i -> "      - " + i + "-65535"));
    add(
        "a list of equal items",
        () -> "services: {web: {image: web, cap_add: [" + "A, ".repeat(100_000) + "]}}");
  }

  private void values() {
    List<String> keys =
        List.of(
            "image: %s",
            "command: \"%s\"",
            "ports: [\"%s\"]",
            "volumes: [\"%s\"]",
            "hostname: \"%s\"",
            "stop_grace_period: \"%s\"",
            "env_file: \"%s\"",
            "extra_hosts: [\"%s\"]",
            "environment: [\"%s\"]",
            "restart: \"%s\"",
            "deploy: {resources: {limits: {memory: \"%s\"}}}",
            "deploy: {resources: {limits: {cpus: \"%s\"}}}",
            "deploy: {placement: {constraints: [\"%s\"]}}",
            "healthcheck: {test: \"%s\"}",
            "x-swarmha: {health: [{port: 80, path: \"%s\"}]}",
            "networks: [\"%s\"]",
            "secrets: [\"%s\"]",
            "depends_on: [\"%s\"]");
    for (String key : keys) {
      for (String unit : List.of("a", "1", "a/", "a:", "1-", ".", "\\\\")) {
        String value = unit.repeat(200_000 / unit.length());
        add(
            key + " of many " + unit,
            () -> "services:\n  web:\n    " + key.formatted(value) + "\n");
      }
    }
  }

  private String mutation() {
    StringBuilder text = new StringBuilder(STACK.repeat(1));
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      int at = random.nextInt(text.length() - 10);
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, (char) (32 + random.nextInt(95)));
        case 2 -> text.setCharAt(at, characters(1, "\n :-[]{}#&*!'\"$").charAt(0));
        default -> text.insert(at, text.substring(at, at + random.nextInt(10)));
      }
    }
    return text.toString();
  }

  private String characters(int count, String alphabet) {
    StringBuilder text = new StringBuilder(count);
    random.ints(count, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
    return text.toString();
  }

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
  }

  private static String keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "key" + i).collect(Collectors.joining(", "));
  }

  private byte[] noise(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private void add(String name, Supplier<String> text) {
    texts.add(new Text(name, () -> text.get().getBytes(StandardCharsets.UTF_8)));
  }

  private static final String STACK =
      """
      version: "3.8"
      x-base: &base
        image: "web:${VERSION:-1}"
        environment: {A: b, C: 5}
      services:
        web:
          <<: *base
          command: ["sh", "-c", "echo $$HOME"]
          ports: ["80:8080", 443]
          networks: {front: {aliases: [www]}}
          deploy: {replicas: 2, resources: {limits: {memory: 64M}}}
          secrets: [key]
          volumes: ["data:/data:ro", "./conf:/conf"]
      networks: {front: {driver: overlay}}
      volumes: {data: }
      secrets: {key: {external: true}}
      """;
}
