package dev.swarmha.stack.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.stack.model.StackText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merging by the specification's {@code 13-merge.md} and compose-go's {@code override} package. */
class ComposeMergeTest {

  @ParameterizedTest(name = "{0} + {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "tty: true                | tty: false                    | tty=false",
        "hostname: a              | hostname: ''                  | hostname=",
        "deploy: {replicas: 3}    | deploy: {replicas: 0}         | deploy={replicas=0}",
        "command: [a, b]          | command: [c]                  | command=[c]",
        "command: [a, b]          | command: []                   | command=[]",
        "command: [a, b]          | command: null                 | nothing",
        "entrypoint: [a]          | entrypoint: b                 | entrypoint=[b]",
        "labels: {a: 1, b: 1}     | labels: [b=2, c]              | labels={a=1, b=2, c=}",
        "environment: [A=1, B=1]  | environment: {B: 2}           | environment={A=1, B=2}",
        "environment: [A=1, B=1]  | environment: [B]              | environment={A=1}",
        "cap_add: [A, B]          | cap_add: [B, C]               | cap_add=[A, B, C]",
        "dns: 1.1.1.1             | dns: [8.8.8.8, 1.1.1.1]       | dns=[1.1.1.1, 8.8.8.8]",
        "ulimits: {core: 1}       | ulimits: {core: {soft: 2, hard: 3}} | ulimits={core={soft=2, hard=3}}"
      })
  void mergesServices(String base, String override, String merged) {
    assertThat(web(base, override)).isEqualTo("{image=app" + suffix(merged));
  }

  @Test
  void replacesTheTestOfAHealthcheckAndKeepsTheRest() {
    assertThat(
            web(
                "healthcheck: {test: [CMD, a], interval: 5s}",
                "healthcheck: {test: [CMD, b], retries: 0}"))
        .contains("healthcheck={test=[CMD, b], interval=5s, retries=0}");
  }

  @Test
  void knowsPortsByAllTheirParts() {
    assertThat(web("ports: ['53:53', '53:53/udp', 80]", "ports: ['53:53', '54:53', 80]"))
        .containsOnlyOnce("published=53, protocol=tcp")
        .containsOnlyOnce("published=53, protocol=udp")
        .containsOnlyOnce("published=54")
        .containsOnlyOnce("target=80");
  }

  @Test
  void knowsVolumesByTheirTarget() {
    assertThat(web("volumes: [/a:/x, /b:/y]", "volumes: ['/c:/x:ro']"))
        .contains("source=/c, target=/x")
        .contains("source=/b, target=/y")
        .doesNotContain("/a");
  }

  @Test
  void knowsSecretsByTheirTarget() {
    assertThat(
            web(
                "secrets: [s, {source: s, target: other}]",
                "secrets: [{source: t, target: /run/secrets/s}]"))
        .contains("secrets=[{source=t, target=/run/secrets/s}, {source=s, target=other}]");
  }

  @Test
  void mergesLogOptionsOfOneDriverOnly() {
    String base = "logging: {driver: d, options: {a: 1}}";

    assertThat(web(base, "logging: {options: {b: 2}}")).contains("options={a=1, b=2}");
    assertThat(web(base, "logging: {driver: e, options: {b: 2}}"))
        .contains("logging={driver=e, options={b=2}}");
  }

  @Test
  void takesBackWhatIsTaggedInALaterFileOrDocument() {
    assertThat(
            web(
                "ports: ['80:80'], environment: {A: 1, B: 1}",
                "ports: !reset [], environment: !override {C: 1}"))
        .isEqualTo("{image=app, environment={C=1}}");
    assertThat(
            rendered("services: {web: {image: a, tty: true}}\n---\nservices: {web: {image: b}}")
                .toString())
        .contains("web={image=b, tty=true}");
  }

  @Test
  void mergesEntriesOfSectionsAndTakesExternalBack() {
    String networks =
        rendered(
                "services: {web: {image: a}}\n"
                    + "networks: {n: {external: true, driver: overlay, labels: {a: 1}}}",
                "networks: {n: {external: false, labels: [b=2]}}")
            .at("networks", "n")
            .orElseThrow()
            .toString();

    assertThat(networks).isEqualTo("{driver=overlay, labels={a=1, b=2}}");
  }

  @Test
  void takesAnItemThatOccursTwiceOnce() {
    assertThat(web("cap_add: [A, A]", "tty: true")).contains("cap_add=[A]");
  }

  private static String suffix(String merged) {
    return merged.equals("nothing") ? "}" : ", " + merged + "}";
  }

  private static String web(String base, String override) {
    return rendered(file("image: app, " + base), file(override))
        .at("services", "web")
        .orElseThrow()
        .toString();
  }

  private static Document rendered(String... files) {
    return StackText.compose(files).value().orElseThrow().rendered();
  }

  private static String file(String service) {
    return "services: {web: {"
        + service
        + "}}\nsecrets: {s: {external: true}, t: {external: true}}\n";
  }
}
