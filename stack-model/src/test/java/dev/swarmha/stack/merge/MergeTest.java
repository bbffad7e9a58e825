package dev.swarmha.stack.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.Stack;
import dev.swarmha.stack.model.StackText;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.StackSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the table were put to {@code docker stack config} 28.2.2. */
class MergeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{user: a}               | {user: b}              | {user: b}",
        "{user: a}               | {user: ''}             | {user: a}",
        "{init: true}            | {init: false}          | {init: true}",
        "{tty: true}             | {}                     | {tty: true}",
        "{stop_grace_period: 3s} | {stop_grace_period: 0s}| {stop_grace_period: 3s}",
        "{deploy: {replicas: 3}} | {deploy: {replicas: 0}}| {deploy: {replicas: 0}}",
        "{command: [a]}          | {command: [b, c]}      | {command: [b, c]}",
        "{command: [a]}          | {command: []}          | {command: [a]}",
        "{dns: [a]}              | {dns: b}               | {dns: [a, b]}",
        "{healthcheck: {test: [CMD, a]}} | {healthcheck: {test: [CMD, b]}} | {healthcheck: {test: [CMD, a, CMD, b]}}",
        "{environment: {A: 1, B: b, C: c}} | {environment: ['A=', B, C=z, D=d]} | {environment: {A: '1', B: b, C: z, D: d}}",
        "{labels: {a: b}}        | {labels: {a: '', c: d}}| {labels: {a: '', c: d}}",
        "{logging: {driver: a, options: {x: y}}} | {logging: {driver: b, options: {z: y}}} | {logging: {driver: b, options: {z: y}}}",
        "{logging: {driver: a, options: {x: y}}} | {logging: {options: {z: y}}} | {logging: {driver: a, options: {x: y, z: y}}}",
        "{ulimits: {core: 5}}    | {ulimits: {core: {soft: 1, hard: 2}}} | {ulimits: {core: {soft: 1, hard: 2}}}",
        "{networks: {n: {aliases: [a]}, m: }} | {networks: {n: {}, m: {aliases: [b]}}} | {networks: {n: {}, m: {aliases: [b]}}}",
        "{networks: {n: {aliases: [a]}}} | {networks: [n, m]} | {networks: {n: {aliases: [a]}, m: null}}",
        "{ports: [{target: 1, published: 9}, {target: 2, published: 8}]} | {ports: [{target: 3, published: 9}]} | {ports: [{target: 2, published: 8}, {target: 3, published: 9}]}",
        "{volumes: ['vv:/b', 'vv:/a']} | {volumes: ['ww:/b']} | {volumes: [{type: volume, source: vv, target: /a}, {type: volume, source: ww, target: /b}]}",
        "{secrets: [{source: s, target: t}]} | {secrets: [s]} | {secrets: [{source: s}]}",
        "{x-swarmha: {minAvailable: 1}} | {x-swarmha: {minAvailable: 2}} | {x-swarmha: {minAvailable: 2}}"
      })
  void mergesServices(String base, String override, String merged) {
    Loaded<Stack> loaded = StackText.load(stack(base), stack(override));

    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.value().orElseThrow().rendered().mapping("services").mapping("a"))
        .isEqualTo(yaml(merged).with("image", yaml("i: x").get("i").orElseThrow()));
  }

  @Test
  void replacesEntriesOfTheOtherSectionsAsAWhole() {
    String base = "services: {a: {image: x}}\nnetworks: {n: {internal: true}, m: {}}";
    String override = "networks: {n: {attachable: true}}";

    assertThat(StackText.load(base, override).value().orElseThrow().rendered().mapping("networks"))
        .isEqualTo(yaml("{n: {attachable: true}, m: {}}"));
  }

  @Test
  void warnsOfEntriesThatAreLostEvenIfOneFileAloneHasThem() {
    assertThat(
            StackText.load(stack("{ports: ['53:53/tcp', '53:53/udp', 7, 8]}"), stack("{}"))
                .warnings())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "stack.yml:1:34: services.a.ports: this entry is lost in the merge",
            "stack.yml:1:60: services.a.ports: this entry is lost in the merge");
  }

  @Test
  void takesServicesOfAllFiles() {
    Stack stack =
        StackText.load("services: {b: {image: x}}", "services: {a: {image: y}}")
            .value()
            .orElseThrow();

    assertThat(stack.services().keySet()).containsExactly("a", "b");
  }

  private static String stack(String service) {
    String body =
        service.equals("{}")
            ? "image: x"
            : "image: x, " + service.substring(1, service.length() - 1);
    return "services: {a: {"
        + body
        + "}}\n"
        + "networks: {n: {}, m: {}}\nvolumes: {vv: , ww: }\nsecrets: {s: {external: true}}\n";
  }

  private static Mapping yaml(String text) {
    return new YamlParser()
        .parse(new StackSource("expected", text), new Diagnostics())
        .orElseThrow();
  }
}
